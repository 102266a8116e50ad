using System.Net;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>The keys of the callers: fetched, rotated, missing, flooded.</summary>
public sealed class SigningKeyTests : IAsyncLifetime
{
    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Keys_are_fetched_once_for_many_turns()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            await AssertStatusAsync(HttpStatusCode.OK);
        }

        Assert.Equal(1, _host.Authority.KeyRequests);
    }

    [Fact]
    public async Task Many_first_callers_share_one_fetch()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AssertStatusAsync(HttpStatusCode.OK)));

        Assert.Equal(1, _host.Authority.KeyRequests);
    }

    [Fact]
    public async Task A_rotated_key_is_fetched_at_once_and_the_old_one_no_longer_opens()
    {
        await AssertStatusAsync(HttpStatusCode.OK);
        var old = _host.Authority.Keys[0];
        _host.Authority.RotateKeys();

        await AssertStatusAsync(HttpStatusCode.OK);
        await AssertStatusAsync(HttpStatusCode.Unauthorized, old);
    }

    [Fact]
    public async Task A_flood_of_unknown_keys_causes_few_fetches_and_a_rotation_is_still_noticed_a_minute_later()
    {
        await AssertStatusAsync(HttpStatusCode.OK);
        for (var number = 0; number < 50; number++)
        {
            await AssertStatusAsync(HttpStatusCode.Unauthorized, _host.Authority.NewKey(["msteams"]));
        }

        Assert.InRange(_host.Authority.KeyRequests, 2, 4);
        _host.Authority.RotateKeys();
        await AssertStatusAsync(HttpStatusCode.Unauthorized);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await AssertStatusAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_that_is_refused_for_its_claims_causes_no_fetch()
    {
        await AssertStatusAsync(HttpStatusCode.OK);
        var token = _host.Authority.Token("another bot", _host.Connector.ServiceUrl, _host.Authority.NewKey(["msteams"]));

        using var answer = await _host.Channel.PostAsync(_host.Activities.Message("due"), token.ToString(), Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(1, _host.Authority.KeyRequests);
    }

    [Fact]
    public async Task After_a_day_keys_are_fetched_again_and_a_withdrawn_one_no_longer_opens()
    {
        await AssertStatusAsync(HttpStatusCode.OK);
        var withdrawn = _host.Authority.Keys[0];
        _host.Authority.RotateKeys();
        _host.Clock.Advance(TimeSpan.FromDays(1));

        await AssertStatusAsync(HttpStatusCode.Unauthorized, withdrawn);
        await AssertStatusAsync(HttpStatusCode.OK);
        Assert.Equal(2, _host.Authority.KeyRequests);
    }

    [Fact]
    public async Task While_the_metadata_is_down_the_last_good_keys_stay_in_use()
    {
        await AssertStatusAsync(HttpStatusCode.OK);
        _host.Authority.IsDown = true;

        foreach (var pause in new[] { TimeSpan.FromHours(1), TimeSpan.FromDays(2), TimeSpan.FromDays(7) })
        {
            _host.Clock.Advance(pause);
            await AssertStatusAsync(HttpStatusCode.OK);
        }

        await AssertStatusAsync(HttpStatusCode.Unauthorized, _host.Authority.NewKey(["msteams"]));
        Assert.Contains(_host.Log.Lines, line => line.Contains("the last good set is in use: True", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_any_keys_nobody_gets_in_until_the_metadata_is_back()
    {
        _host.Authority.IsDown = true;
        await AssertStatusAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("Caller refused: KeysUnavailable", _host.Log.Lines);

        _host.Authority.IsDown = false;
        _host.Clock.Advance(TimeSpan.FromSeconds(5));
        await AssertStatusAsync(HttpStatusCode.OK);
    }

    private async Task AssertStatusAsync(HttpStatusCode expected, TestKey? key = null)
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl, key);
        using var answer = await _host.Channel.PostAsync(_host.Activities.Message("due"), token.ToString(), Cancellation);
        Assert.Equal(expected, answer.StatusCode);
    }
}
