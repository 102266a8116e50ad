namespace EmployerCrm.Web.Hosting;

/// <summary>Everything the host itself writes to the log. Never text, names or client references.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Error, "A request failed; the caller was given the number {Number}: {Type}\n{Stack}")]
    public static partial void RequestFailed(this ILogger logger, string number, string? type, string? stack);

    [LoggerMessage(3001, LogLevel.Warning, "The store did not answer the readiness check: {Type}")]
    public static partial void StoreNotReady(this ILogger logger, string? type);

    [LoggerMessage(3004, LogLevel.Warning, "Nobody is in the database yet. Whoever signs in and opens /set-up with the code {Code} sets the service up")]
    public static partial void SetUpNeeded(this ILogger logger, string code);

    [LoggerMessage(3003, LogLevel.Warning, "Somebody was not signed in: {Reason}")]
    public static partial void SignInRefused(this ILogger logger, string reason);

    [LoggerMessage(3002, LogLevel.Information, "The clock of this host is {Offset} away from the real one")]
    public static partial void ClockMoved(this ILogger logger, TimeSpan offset);
}
