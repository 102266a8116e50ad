using System.Net;
using EmployerCrm.TestSupport;
using Microsoft.AspNetCore.Http;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What comes in place of the keys: nothing, rubbish, too much, too late, from elsewhere.</summary>
public sealed class KeyOutageTests : IAsyncLifetime
{
    private static readonly Dictionary<string, Action<TestAuthority>> Outages = new(StringComparer.Ordinal)
    {
        ["503"] = authority => authority.IsDown = true,
        ["metadata 404"] = authority => authority.MetadataAnswer = Status(404),
        ["metadata empty"] = authority => authority.MetadataAnswer = Text(""),
        ["metadata that is a page"] = authority => authority.MetadataAnswer = Text("<html>Sign in</html>"),
        ["metadata that is a list"] = authority => authority.MetadataAnswer = Text("[]"),
        ["metadata that is nothing"] = authority => authority.MetadataAnswer = Text("null"),
        ["metadata cut off"] = authority => authority.MetadataAnswer = Text("{\"issuer\":\"https://api.botframework.com\",\"jwks_"),
        ["metadata that breaks off"] = authority => authority.MetadataAnswer = BreakOff,
        ["metadata without an address"] = authority => authority.MetadataAnswer = Text("{\"issuer\":\"https://api.botframework.com\"}"),
        ["an address that is a number"] = authority => authority.MetadataAnswer = Text("{\"jwks_uri\":7}"),
        ["an address that is a file"] = authority => authority.MetadataAnswer = Text("{\"jwks_uri\":\"file:///etc/passwd\"}"),
        ["an address by plain http"] = authority => authority.MetadataAnswer = Text("{\"jwks_uri\":\"http://keys.example/keys\"}"),
        ["half a character in the address"] = authority => authority.MetadataAnswer = Text("{\"jwks_uri\":\"\\ud800\"}"),
        ["two addresses"] = authority => authority.MetadataAnswer = Text($"{{\"jwks_uri\":\"{authority.KeysUrl}\",\"jwks_uri\":\"https://evil.example/\"}}"),
        ["another issuer"] = authority => authority.MetadataAnswer = Text($"{{\"issuer\":\"https://api.botframework.us\",\"jwks_uri\":\"{authority.KeysUrl}\"}}"),
        ["an issuer that is a list"] = authority => authority.MetadataAnswer = Text($"{{\"issuer\":[\"https://api.botframework.com\"],\"jwks_uri\":\"{authority.KeysUrl}\"}}"),
        ["metadata elsewhere"] = authority => authority.MetadataAnswer = Redirect("http://login.example/metadata"),
        ["keys elsewhere"] = authority => authority.KeysAnswer = Redirect("http://login.example/keys"),
        ["metadata of two megabytes"] = authority => authority.MetadataAnswer = Text("{\"x\":\"" + new string('x', 2 * 1024 * 1024) + "\"}"),
        ["metadata without end"] = authority => authority.MetadataAnswer = Endless,
        ["keys of two megabytes"] = authority => authority.KeysAnswer = Text("{\"keys\":[" + new string(' ', 2 * 1024 * 1024) + "]}"),
        ["keys 500"] = authority => authority.KeysAnswer = Status(500),
        ["keys empty"] = authority => authority.KeysAnswer = Text("{\"keys\":[]}"),
        ["keys that are nothing"] = authority => authority.KeysAnswer = Text("{\"keys\":null}"),
        ["an empty key"] = authority => authority.KeysAnswer = Text("{\"keys\":[{}]}"),
        ["keys of no kind we know"] = authority => authority.KeysAnswer = Text("{\"keys\":[{\"kty\":\"EC\",\"kid\":\"key-1\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"},7,null,[]]}"),
        ["half a character in a key"] = authority => authority.KeysAnswer = Text("{\"keys\":[{\"kty\":\"\\ud800\",\"kid\":\"key-1\"}]}"),
        ["keys nested without end"] = authority => authority.KeysAnswer = Text("{\"keys\":" + new string('[', 100_000)),
    };

    private BotHost _host = null!;

    public static TheoryData<string> Kinds => [.. Outages.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_keys_from_the_start_nobody_gets_in_until_there_are_some(string kind)
    {
        Outages[kind](_host.Authority);
        await AssertStatusAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("Caller refused: KeysUnavailable", _host.Log.Lines);

        Heal();
        _host.Clock.Advance(TimeSpan.FromSeconds(5));
        await AssertStatusAsync(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_last_good_keys_stay_in_use_whatever_comes_in_their_place(string kind)
    {
        await AssertStatusAsync(HttpStatusCode.OK);
        Outages[kind](_host.Authority);
        for (var day = 0; day < 3; day++)
        {
            _host.Clock.Advance(TimeSpan.FromDays(1));
            await AssertStatusAsync(HttpStatusCode.OK);
        }

        await AssertStatusAsync(HttpStatusCode.Unauthorized, _host.Authority.StrangersKey());
        Assert.Contains(_host.Log.Lines, line => line.EndsWith("the last good set is in use: True", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_authority_that_says_nothing_is_given_up_after_five_seconds()
    {
        var asked = new TaskCompletionSource();
        _host.Authority.MetadataAnswer = async context =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        var waiting = AssertStatusAsync(HttpStatusCode.Unauthorized);
        await asked.Task.WaitAsync(Cancellation);

        _host.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(waiting.IsCompleted);
        _host.Clock.Advance(TimeSpan.FromSeconds(1));

        await waiting;
        Assert.Contains("Caller refused: KeysUnavailable", _host.Log.Lines);
    }

    [Fact]
    public async Task While_the_authority_says_nothing_known_keys_open_at_once()
    {
        await AssertStatusAsync(HttpStatusCode.OK);
        _host.Authority.MetadataAnswer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        _host.Clock.Advance(TimeSpan.FromHours(23));

        await AssertStatusAsync(HttpStatusCode.OK);
        await AssertStatusAsync(HttpStatusCode.OK);
        Assert.Equal(0, _host.Adapter.QueueLength);
    }

    private static Func<HttpContext, Task> Text(string text) => context => context.Response.WriteAsync(text, context.RequestAborted);

    private static Func<HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static Func<HttpContext, Task> Redirect(string address) => context =>
    {
        context.Response.Redirect(address);
        return Task.CompletedTask;
    };

    private static Task BreakOff(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        return context.Response.WriteAsync("{\"issuer\":", context.RequestAborted);
    }

    private static async Task Endless(HttpContext context)
    {
        var spaces = new byte[64 * 1024];
        Array.Fill(spaces, (byte)' ');
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(spaces);
        }
    }

    private void Heal()
    {
        _host.Authority.IsDown = false;
        _host.Authority.MetadataAnswer = null;
        _host.Authority.KeysAnswer = null;
    }

    private async Task AssertStatusAsync(HttpStatusCode expected, TestKey? key = null)
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl, key);
        using var answer = await _host.Channel.PostAsync(_host.Activities.Message("due"), token.ToString(), Cancellation);
        Assert.Equal(expected, answer.StatusCode);
    }
}
