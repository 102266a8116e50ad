using System.Net;
using EmployerCrm.TestSupport;
using Microsoft.AspNetCore.Http;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>New keys come in and old ones go out, and a signature that was found good before is not taken for good for ever.</summary>
public sealed class KeyRenewalTests : IAsyncLifetime
{
    private BotHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Keys_are_renewed_an_hour_ahead_of_a_day_and_nobody_waits_for_it()
    {
        await PostAsync(HttpStatusCode.OK, Token());
        var gate = Gated();
        _host.Clock.Advance(TimeSpan.FromHours(23));

        await PostAsync(HttpStatusCode.OK, Token());
        await PostAsync(HttpStatusCode.OK, Token());
        gate.SetResult();
        await FetchedAsync(2);
        _host.Clock.Advance(TimeSpan.FromHours(22));
        await PostAsync(HttpStatusCode.OK, Token());

        Assert.Equal(2, _host.Authority.MetadataRequests);
    }

    [Fact]
    public async Task A_key_that_was_taken_back_opens_nothing_after_the_renewal_even_with_a_token_that_was_let_in_before()
    {
        var withdrawn = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).With("exp", 4_102_444_800).ToString();
        await PostAsync(HttpStatusCode.OK, withdrawn);
        await PostAsync(HttpStatusCode.OK, withdrawn);
        _host.Authority.RotateKeys();

        await PostAsync(HttpStatusCode.OK, Token());

        await PostAsync(HttpStatusCode.Unauthorized, withdrawn);
        Assert.Contains("Caller refused: UnknownKey", _host.Log.Lines);
    }

    [Fact]
    public async Task An_old_and_a_new_key_open_side_by_side_while_both_are_published()
    {
        var old = _host.Authority.Keys[0];
        await PostAsync(HttpStatusCode.OK, Token(old));
        var next = _host.Authority.NewKey(["msteams"]);
        _host.Authority.Publish([next, old]);

        await PostAsync(HttpStatusCode.OK, Token(next));
        await PostAsync(HttpStatusCode.OK, Token(old));
        Assert.Equal(2, _host.Authority.KeyRequests);
    }

    [Fact]
    public async Task An_endorsement_that_was_taken_back_counts_no_longer_after_the_renewal()
    {
        var key = _host.Authority.Keys[0];
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).With("exp", 4_102_444_800).ToString();
        await PostAsync(HttpStatusCode.OK, token);
        _host.Authority.KeysAnswer = context =>
        {
            var set = _host.Authority.KeySet();
            set["keys"]![0]!["endorsements"] = new System.Text.Json.Nodes.JsonArray("webchat");
            return TestAuthority.AnswerAsync(context, set);
        };
        _host.Clock.Advance(TimeSpan.FromDays(1));

        await PostAsync(HttpStatusCode.Unauthorized, token);
        Assert.Contains("Caller refused: Endorsement", _host.Log.Lines);
        Assert.Equal(key, _host.Authority.Keys[0]);
    }

    [Fact]
    public async Task The_same_id_with_another_key_behind_it_is_another_key()
    {
        var token = _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).With("exp", 4_102_444_800).ToString();
        await PostAsync(HttpStatusCode.OK, token);
        var other = _host.Authority.StrangersKey().ToJsonWebKey();
        other["kid"] = _host.Authority.Keys[0].Id;
        _host.Authority.KeysAnswer = context =>
            TestAuthority.AnswerAsync(context, new System.Text.Json.Nodes.JsonObject { ["keys"] = new System.Text.Json.Nodes.JsonArray(other) });
        _host.Clock.Advance(TimeSpan.FromDays(1));

        await PostAsync(HttpStatusCode.Unauthorized, token);
        Assert.Contains("Caller refused: Signature", _host.Log.Lines);
    }

    [Fact]
    public async Task A_token_that_was_let_in_is_refused_once_it_has_expired()
    {
        var token = Token();
        await PostAsync(HttpStatusCode.OK, token);
        _host.Clock.Advance(TimeSpan.FromMinutes(65));
        await PostAsync(HttpStatusCode.OK, token);

        _host.Clock.Advance(TimeSpan.FromSeconds(1));

        await PostAsync(HttpStatusCode.Unauthorized, token);
        await PostAsync(HttpStatusCode.Unauthorized, token);
        Assert.Contains("Caller refused: Expired", _host.Log.Lines);
    }

    [Fact]
    public async Task A_token_that_was_let_in_does_not_open_for_another_service_address_tenant_or_channel()
    {
        var token = Token();
        await PostAsync(HttpStatusCode.OK, token);
        foreach (var (member, value) in new[] { ("serviceUrl", "https://smba.trafficmanager.net/uk/"), ("channelId", "webchat") })
        {
            var activity = _host.Activities.Message("due");
            activity[member] = value;
            using var answer = await _host.Channel.PostAsync(activity, token, Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        var elsewhere = new TeamsActivities(_host.Connector.ServiceUrl, _host.Clock) { TenantId = "99999999-2222-3333-4444-555555555555" };
        using var refused = await _host.Channel.PostAsync(elsewhere.Message("due"), token, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_token_that_was_let_in_is_not_taken_for_one_that_differs_in_a_letter()
    {
        var token = Token();
        await PostAsync(HttpStatusCode.OK, token);
        for (var place = 0; place < token.Length; place += 7)
        {
            if (token[place] != '.')
            {
                await PostAsync(HttpStatusCode.Unauthorized, token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..]);
            }
        }

        Assert.Single(_host.Bot.Heard);
    }

    private string Token(TestKey? key = null) => _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl, key).ToString();

    private TaskCompletionSource Gated()
    {
        var gate = new TaskCompletionSource();
        _host.Authority.KeysAnswer = async (HttpContext context) =>
        {
            await gate.Task.WaitAsync(context.RequestAborted);
            await TestAuthority.AnswerAsync(context, _host.Authority.KeySet());
        };
        return gate;
    }

    private async Task FetchedAsync(int times)
    {
        while (_host.Log.Lines.Count(line => line.StartsWith("Fetched", StringComparison.Ordinal)) < times)
        {
            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    private async Task PostAsync(HttpStatusCode expected, string token)
    {
        using var answer = await _host.Channel.PostAsync(_host.Activities.Message("due"), token, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
    }
}
