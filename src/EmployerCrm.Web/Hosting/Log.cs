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

    [LoggerMessage(3020, LogLevel.Debug, "The job {Job} found {Found} and did {Done}")]
    public static partial void JobDone(this ILogger logger, string job, int found, int done);

    [LoggerMessage(3021, LogLevel.Error, "The job {Job} failed; the page about jobs shows the number {Number}: {Type}\n{Stack}")]
    public static partial void JobFailed(this ILogger logger, string job, string number, string? type, string? stack);

    [LoggerMessage(3022, LogLevel.Warning, "A run of the job {Job} was, or may have been, taken over by another node")]
    public static partial void JobLost(this ILogger logger, string job);

    [LoggerMessage(3023, LogLevel.Warning, "How a run of the job {Job} ended could not be stored: {Type}")]
    public static partial void JobNotRecorded(this ILogger logger, string job, string? type);

    [LoggerMessage(3024, LogLevel.Error, "The look for due jobs failed; it is made again: {Type}")]
    public static partial void JobLookFailed(this ILogger logger, string? type);

    [LoggerMessage(3025, LogLevel.Warning, "{Count} derived facts differed from what they are derived from and were put right: {Kinds}")]
    public static partial void DerivedFactsDiffered(this ILogger logger, int count, string kinds);

    [LoggerMessage(3002, LogLevel.Information, "The clock of this host is {Offset} away from the real one")]
    public static partial void ClockMoved(this ILogger logger, TimeSpan offset);
}
