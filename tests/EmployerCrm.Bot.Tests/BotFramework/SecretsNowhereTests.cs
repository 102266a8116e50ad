using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>Tokens and secrets, the callers' and our own, are in no log line, no measurement and no span, at every level.</summary>
public sealed class SecretsNowhereTests
{
    [Fact]
    public async Task Tokens_and_secrets_are_in_no_log_line_no_measurement_and_no_span()
    {
        using var spans = new Spans();
        await using var host = await BotHost.StartAsync();
        using var measured = new Measurements(host.Meters);
        var tokens = new[]
        {
            host.Authority.Token(BotHost.AppId, host.Connector.ServiceUrl).ToString(),
            host.Authority.Token(BotHost.AppId, host.Connector.ServiceUrl).ToString()[..^4] + "AAAA",
            "not-a-token-at-all",
        };
        host.Bot.OnMessage = (turn, cancellation) => turn.SendActivityAsync("3 things due today", cancellation);
        host.Connector.AnswerNext(ConnectorAnswer.Status(401), ConnectorAnswer.Status(503, retryAfter: TimeSpan.Zero));

        foreach (var token in tokens)
        {
            using var answer = await host.Channel.PostAsync(host.Activities.Message("due"), token, TestContext.Current.CancellationToken);
        }

        string[] secrets = [.. tokens.SelectMany(token => token.Split('.')), "the-secret", .. host.Connector.Calls.Select(call => call.BearerToken!).Distinct()];
        Assert.Contains("bot-token-1", secrets);
        measured.Observe();
        IEnumerable<string> told = [.. host.Log.Everything, .. measured.All.Select(one => one.Tags), .. spans.Everything];
        Assert.DoesNotContain(told, line => Array.Exists(secrets, secret => line.Contains(secret, StringComparison.Ordinal)));
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Caller refused", StringComparison.Ordinal));
    }
}
