using System.Diagnostics;

namespace EmployerCrm.BotFramework;

/// <summary>
/// The names under which this project can be measured and traced, all in this one place. They stand in dashboards and alerts, so they do not change.
/// Tags hold kinds and statuses only: no ids, no addresses, nothing that anybody wrote.
/// </summary>
public static class BotTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "EmployerCrm.BotFramework";

    public const string Turns = "employercrm.bot.turns";
    public const string TurnDuration = "employercrm.bot.turn.duration";
    public const string TurnWait = "employercrm.bot.turn.wait";
    public const string QueueLength = "employercrm.bot.queue.length";
    public const string Refusals = "employercrm.bot.refusals";
    public const string Unreadable = "employercrm.bot.unreadable";
    public const string KeyFetches = "employercrm.bot.signing_key.fetches";
    public const string ConnectorCalls = "employercrm.bot.connector.calls";
    public const string ConnectorDuration = "employercrm.bot.connector.call.duration";
    public const string ConnectorRetries = "employercrm.bot.connector.retries";
    public const string ConnectorInDoubt = "employercrm.bot.connector.in_doubt";
    public const string LimiterWaiting = "employercrm.bot.limiter.waiting";
    public const string LimiterWait = "employercrm.bot.limiter.wait";

    /// <summary>The span around one turn, and the one around one call to the connector with its repetitions.</summary>
    public const string TurnSpan = "bot.turn";
    public const string ConnectorSpan = "bot.connector";

    internal const string ActivityTypeTag = "bot.activity.type";
    internal const string InvokeNameTag = "bot.invoke.name";
    internal const string ReasonTag = "bot.refusal.reason";
    internal const string ErrorTypeTag = "error.type";
    internal const string MethodTag = "http.request.method";
    internal const string StatusTag = "http.response.status_code";

    internal static readonly ActivitySource Source = new(Name);
}
