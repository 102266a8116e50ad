using System.Net;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Web.Tests.SignIn;

/// <summary>Single sign-on of the Teams tab: the token that Teams has for the person, against the session's cookie.</summary>
public sealed class TeamsSignInTests : IAsyncLifetime
{
    private static readonly TestAccount Bea = new(SignInHost.BeasObjectId, "Bea Hart");

    private TestEntra _entra = null!;

    public async ValueTask InitializeAsync() => _entra = await TestEntra.StartAsync(Bea);

    public ValueTask DisposeAsync() => _entra.DisposeAsync();

    public static TheoryData<string, Action<TestToken>> RightTokens => new()
    {
        { "version 2", _ => { } },
        { "by the api's name", token => token.With("aud", $"api://crm.example/{TestEntra.ClientId}") },
        { "by the bot's name", token => token.With("aud", $"api://crm.example/botid-{TestEntra.ClientId}") },
        { "version 1", token => FirstVersion(token) },
    };

    [Theory]
    [MemberData(nameof(RightTokens), DisableDiscoveryEnumeration = true)]
    public async Task The_token_of_Teams_begins_a_session(string what, Action<TestToken> change)
    {
        await using var host = await SignInHost.StartAsync(_entra, "--Web:PublicUrl=http://crm.example");
        using var visitor = host.Visitor();
        var token = _entra.TeamsToken(Bea);
        change(token);

        var answer = await PostAsync(visitor, "Bearer " + token);

        Assert.True(answer.Status == HttpStatusCode.NoContent, $"{what}: {answer.Status} {host.Host.Log.Text}");
        Assert.Equal("Bea Hart", (await visitor.GetAsync("/test/name")).Text);
    }

    public static TheoryData<string, Action<TestToken>> WrongTokens => new()
    {
        { "a token about the person in place of one for us", token => token.Without("scp").Without("azp") },
        { "another scope", token => token.With("scp", "User.Read") },
        { "a scope of a longer name", token => token.With("scp", "access_as_user_admin") },
        { "asked for by another app", token => token.With("azp", "88888888-8888-8888-8888-888888888888") },
        { "asked for by nobody", token => token.Without("azp") },
        { "an app's own", token => token.Without("scp").With("roles", new System.Text.Json.Nodes.JsonArray("Admin")) },
        { "another tenant", token => token.With("tid", "55555555-5555-5555-5555-555555555555").With("iss", "https://sts.windows.net/55555555-5555-5555-5555-555555555555/") },
        { "a guest's home tenant", token => token.With("tid", "55555555-5555-5555-5555-555555555555") },
        { "another app's audience", token => token.With("aud", "api://crm.example/66666666-6666-6666-6666-666666666666") },
        { "another site's audience", token => token.With("aud", $"api://evil.example/{TestEntra.ClientId}") },
        { "expired", token => token.With("exp", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 301) },
        { "unsigned", token => (token.Header["alg"], token.Signature) = ("none", _ => []) },
        { "spoiled", token => token.Signature = bytes => [.. Enumerable.Repeat((byte)7, 256)] },
    };

    [Theory]
    [MemberData(nameof(WrongTokens), DisableDiscoveryEnumeration = true)]
    public async Task A_token_that_is_not_Teams_for_us_begins_none(string what, Action<TestToken> spoil)
    {
        await using var host = await SignInHost.StartAsync(_entra, "--Web:PublicUrl=http://crm.example");
        using var visitor = host.Visitor();
        var token = _entra.TeamsToken(Bea);
        spoil(token);

        var answer = await PostAsync(visitor, "Bearer " + token);

        Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"{what}: {answer.Status}");
        Assert.Empty(answer.SetCookies);
        Assert.DoesNotContain(token.ToString(), host.Host.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Basic abc")]
    public async Task Without_a_token_there_is_no_session(string? authorization)
    {
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();

        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(visitor, authorization)).Status);
    }

    [Fact]
    public async Task A_new_key_is_fetched_and_a_directory_that_is_away_is_said_to_be()
    {
        await using var host = await SignInHost.StartAsync(_entra);
        using var visitor = host.Visitor();
        _entra.IsDown = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await PostAsync(visitor, "Bearer " + _entra.TeamsToken(Bea))).Status);
        _entra.IsDown = false;
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(visitor, "Bearer " + _entra.TeamsToken(Bea))).Status);

        _entra.RotateKeys();

        // The first token of a key that nobody has seen makes the host look for it, and may come before the answer.
        for (var attempt = 0; (await PostAsync(visitor, "Bearer " + _entra.TeamsToken(Bea))).Status != HttpStatusCode.NoContent; attempt++)
            Assert.True(attempt < 200, "The new key has not been fetched.");
    }

    [Fact]
    public async Task Who_has_no_role_in_the_directory_is_told_apart_where_it_decides()
    {
        await using var host = await SignInHost.StartAsync(_entra, "--Auth:RolesFrom=Entra");
        using var visitor = host.Visitor();

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(visitor, "Bearer " + _entra.TeamsToken(Bea))).Status);
    }

    private static void FirstVersion(TestToken token) => token
        .With("iss", $"https://sts.windows.net/{TestEntra.TenantId}/").With("aud", $"api://crm.example/{TestEntra.ClientId}").With("appid", "1fec8e78-bce4-4aaf-ab1b-5451cc387264").Without("azp");

    private static async Task<Visitor.Answer> PostAsync(Visitor visitor, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in/teams");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await visitor.SendAsync(request);
    }
}
