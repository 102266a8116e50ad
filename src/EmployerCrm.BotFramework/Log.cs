using System.Net;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.BotFramework;

/// <summary>
/// What this project logs. Never a token, never what a person wrote, no conversation ids. An exception's message may quote content, so
/// its type and stack are logged without it.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Caller refused: {Reason}")]
    public static partial void CallerRefused(this ILogger logger, Refusal reason);

    [LoggerMessage(2, LogLevel.Information, "Activity not readable, answered {Status}")]
    public static partial void ActivityUnreadable(this ILogger logger, int status);

    [LoggerMessage(3, LogLevel.Error, "Turn failed: {ExceptionType}\n{Stack}")]
    public static partial void TurnFailed(this ILogger logger, string? exceptionType, string? stack);

    [LoggerMessage(4, LogLevel.Information, "Fetched {Count} signing keys")]
    public static partial void SigningKeysFetched(this ILogger logger, int count);

    [LoggerMessage(5, LogLevel.Error, "Signing keys could not be fetched: {ExceptionType}; the last good set is in use: {LastGoodSet}")]
    public static partial void SigningKeysUnavailable(this ILogger logger, string exceptionType, bool lastGoodSet);

    [LoggerMessage(6, LogLevel.Warning, "Connector {Method}: {Failure}; attempt {Attempt}, again in {Delay}")]
    public static partial void ConnectorRetry(this ILogger logger, string method, string failure, int attempt, TimeSpan delay);

    [LoggerMessage(7, LogLevel.Warning, "Connector {Method} failed with {Status}")]
    public static partial void ConnectorFailed(this ILogger logger, HttpMethod method, HttpStatusCode? status);

    [LoggerMessage(8, LogLevel.Error, "No token for the connector: {ErrorCode}; asked again in {Pause}; the last one still serves: {StillServes}")]
    public static partial void TokenUnavailable(this ILogger logger, string? errorCode, TimeSpan pause, bool stillServes);
}
