using System.Net;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What a token may say and be let in. What it may not is in <see cref="ForgeryTests"/>.</summary>
public sealed class TokenClaimTests : IAsyncLifetime
{
    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_token_of_the_channel_service_for_this_activity_gets_in()
    {
        using var answer = await _host.PostAsync(_host.Activities.Message("due"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("due", Assert.Single(_host.Bot.Heard).Activity.Text);
    }

    [Fact]
    public async Task A_token_without_a_beginning_is_judged_by_its_end()
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).Without("nbf");

        using var answer = await _host.Channel.PostAsync(_host.Activities.Message("due"), token.ToString(), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("exp", -299, true)]
    [InlineData("exp", -300, true)]
    [InlineData("exp", -301, false)]
    [InlineData("nbf", 299, true)]
    [InlineData("nbf", 300, true)]
    [InlineData("nbf", 301, false)]
    public async Task Clocks_may_differ_by_five_minutes_and_no_more(string claim, int secondsFromNow, bool getsIn)
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).With(claim, _host.Clock.GetUtcNow().ToUnixTimeSeconds() + secondsFromNow);

        using var answer = await _host.Channel.PostAsync(_host.Activities.Message("due"), token.ToString(), Cancellation);

        Assert.Equal(getsIn ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("exp", -300.5, false)]
    [InlineData("exp", -299.5, true)]
    [InlineData("nbf", 300.5, false)]
    [InlineData("nbf", 299.5, true)]
    public async Task A_time_may_have_a_fraction(string claim, double secondsFromNow, bool getsIn)
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).With(claim, _host.Clock.GetUtcNow().ToUnixTimeSeconds() + secondsFromNow);

        using var answer = await _host.Channel.PostAsync(_host.Activities.Message("due"), token.ToString(), Cancellation);

        Assert.Equal(getsIn ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task What_else_a_token_says_does_not_matter()
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).With("iat", "yesterday").With("jti", 7).With("azp", "other").With("appid", "other").With("ver", "9.9").With("tid", "other");
        token.Header["typ"] = "at+jwt";
        token.Header["x5t"] = "abc";

        using var answer = await _host.Channel.PostAsync(_host.Activities.Message("due"), token.ToString(), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
