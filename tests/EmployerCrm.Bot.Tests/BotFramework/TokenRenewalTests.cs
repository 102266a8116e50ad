using EmployerCrm.BotFramework;
using static EmployerCrm.Bot.Tests.BotFramework.Outgoing;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>The bot's own token over hours, with an authority that gives tokens for an hour.</summary>
public sealed class TokenRenewalTests : IAsyncLifetime
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    private const int LongestWait = 60_000;

    private BotHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private string? LastToken => _host.Connector.Calls[^1].BearerToken;

    [Fact(Timeout = LongestWait)]
    public async Task A_token_is_renewed_in_the_background_at_half_its_life()
    {
        await _host.SendAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(31));
        await UntilAsync(() => _host.Authority.TokenRequests == 2);
        while (LastToken != "bot-token-2")
        {
            await _host.SendAsync();
        }

        Assert.Equal(2, _host.Authority.TokenRequests);
    }

    [Fact(Timeout = LongestWait)]
    public async Task Nobody_waits_for_a_renewal_while_the_token_is_good()
    {
        await _host.SendAsync();
        var answer = new TaskCompletionSource();
        _host.Authority.TokensAfter = answer.Task;
        _host.Clock.Advance(TimeSpan.FromMinutes(31));
        await UntilAsync(() => _host.Authority.TokenRequests == 2);

        _host.Clock.Advance(TimeSpan.FromMinutes(23));
        await _host.SendAsync();
        Assert.Equal("bot-token-1", LastToken);

        // Less than five minutes are left: now a call waits.
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        var waiting = _host.SendAsync();
        answer.SetResult();
        await waiting;
        Assert.Equal("bot-token-2", LastToken);
        Assert.Equal(2, _host.Authority.TokenRequests);
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_secret_that_was_changed_serves_from_the_next_token_on_without_a_restart()
    {
        _host.Authority.BotSecret = "the-secret";
        await _host.SendAsync();
        _host.Authority.BotSecret = "another";
        _host.Connector.RefusedToken = "bot-token-1";
        await Assert.ThrowsAsync<ConnectorException>(() => _host.SendAsync());
        _host.Set("Secret", "another");
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        await _host.SendAsync();

        Assert.Equal("another", _host.Authority.LastTokenRequest["client_secret"]);
        Assert.NotEqual("bot-token-1", LastToken);
    }

    [Fact(Timeout = LongestWait)]
    public async Task Many_calls_at_once_ask_for_one_token()
    {
        var answer = new TaskCompletionSource();
        _host.Authority.TokensAfter = answer.Task;
        var calls = Enumerable.Range(0, 20).Select(number => _host.SendAsync(conversationId: $"a:{number}")).ToList();
        await UntilAsync(() => _host.Authority.TokenRequests == 1);
        answer.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(1, _host.Authority.TokenRequests);
        Assert.All(_host.Connector.Calls, call => Assert.Equal("bot-token-1", call.BearerToken));
    }

    [Fact(Timeout = LongestWait)]
    public async Task While_the_authority_is_down_the_last_token_serves_until_its_end()
    {
        await _host.SendAsync();
        _host.Authority.IsDown = true;
        _host.Clock.Advance(TimeSpan.FromMinutes(31));
        await UntilAsync(FailuresAre(1));
        _host.Clock.Advance(TimeSpan.FromMinutes(28));
        await UntilAsync(FailuresAre(2));

        await _host.SendAsync();
        Assert.Equal("bot-token-1", LastToken);

        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        await UntilAsync(FailuresAre(3));
        await Assert.ThrowsAsync<TokenUnavailableException>(() => _host.SendAsync());
        Assert.Equal(2, _host.Connector.Calls.Count);

        _host.Authority.IsDown = false;
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.SendAsync();
        Assert.Equal("bot-token-2", LastToken);
    }

    [Fact(Timeout = LongestWait)]
    public async Task An_authority_that_is_down_is_asked_less_and_less_often()
    {
        _host.Authority.RefusesTheBot = true;
        for (var number = 0; number < 10; number++)
        {
            await Assert.ThrowsAsync<TokenUnavailableException>(() => _host.SendAsync());
        }

        Assert.Equal(1, _host.Authority.TokenRequests);
        foreach (var (pause, number) in new[] { 1, 2, 4, 8, 16, 32, 60, 60 }.Select((pause, index) => (pause, index + 2)))
        {
            _host.Clock.Advance(TimeSpan.FromSeconds(pause) - TimeSpan.FromTicks(1));
            Assert.Equal(number - 1, _host.Authority.TokenRequests);
            _host.Clock.Advance(TimeSpan.FromTicks(1));
            await UntilAsync(FailuresAre(number));
            Assert.Equal(number, _host.Authority.TokenRequests);
        }
    }

    [Fact(Timeout = LongestWait)]
    public async Task A_connector_that_refuses_every_token_does_not_make_us_ask_with_every_call()
    {
        _host.Connector.RequiredToken = "none of ours";
        for (var number = 0; number < 10; number++)
        {
            await Assert.ThrowsAsync<ConnectorException>(() => _host.SendAsync());
        }

        Assert.Equal(2, _host.Authority.TokenRequests);
        Assert.Equal(11, _host.Connector.Calls.Count);
    }

    private Func<bool> FailuresAre(int number) => () => _host.Log.Lines.Count(line => line.StartsWith("No token for the connector", StringComparison.Ordinal)) == number;
}
