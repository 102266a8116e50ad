using Microsoft.Extensions.Logging;

namespace EmployerCrm.Store;

internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "Migration {Migration} applied")]
    public static partial void MigrationApplied(ILogger logger, string migration);

    [LoggerMessage(101, LogLevel.Warning, "{Option} could not be switched on for this database; see docs/sql-server.md")]
    public static partial void OptionRefused(ILogger logger, string option, Exception reason);

    [LoggerMessage(110, LogLevel.Warning, "A commit of {Count} use cases failed; each is run again alone")]
    public static partial void BatchFailed(ILogger logger, int count, Exception reason);

    [LoggerMessage(112, LogLevel.Debug, "{Count} use cases committed together")]
    public static partial void Committed(ILogger logger, int count);

    [LoggerMessage(111, LogLevel.Warning, "A deadlock ended attempt {Attempt} of a use case; it is run again")]
    public static partial void Deadlock(ILogger logger, int attempt);
}
