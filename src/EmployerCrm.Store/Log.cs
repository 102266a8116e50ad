using Microsoft.Extensions.Logging;

namespace EmployerCrm.Store;

/// <summary>
/// Everything the store writes to the log. Never what is stored: a database's own message may quote a row, so an error is its type and, where there
/// is one, its number.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "Migration {Migration} applied")]
    public static partial void MigrationApplied(ILogger logger, string migration);

    [LoggerMessage(101, LogLevel.Warning, "{Option} could not be switched on for this database (error {Number}); see docs/sql-server.md")]
    public static partial void OptionRefused(ILogger logger, string option, int number);

    [LoggerMessage(110, LogLevel.Warning, "A commit of {Count} use cases failed; each is run again alone: {Type} {Number}\n{Stack}")]
    public static partial void BatchFailed(ILogger logger, int count, string? type, int? number, string? stack);

    [LoggerMessage(113, LogLevel.Warning, "The write-ahead log was not moved into the database file: {Type} {Number}; it is tried again")]
    public static partial void LogNotMoved(ILogger logger, string? type, int number);

    [LoggerMessage(112, LogLevel.Debug, "{Count} use cases committed together")]
    public static partial void Committed(ILogger logger, int count);

    [LoggerMessage(111, LogLevel.Warning, "A deadlock ended attempt {Attempt} of a use case; it is run again")]
    public static partial void Deadlock(ILogger logger, int attempt);

    public static void BatchFailed(ILogger logger, int count, Exception reason) => BatchFailed(
        logger, count, reason.GetType().FullName, (reason as Microsoft.Data.Sqlite.SqliteException)?.SqliteExtendedErrorCode, reason.StackTrace);
}
