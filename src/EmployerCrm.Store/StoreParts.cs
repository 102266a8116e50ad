using EmployerCrm.Core;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Sql;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Store;

/// <summary>What the store needs from around it; tests put their own migrations and a recorder here.</summary>
internal sealed record StoreParts(TimeProvider Clock, Ids Ids, ILoggerFactory Loggers)
{
    /// <summary>Null where nobody measures.</summary>
    public StoreMetrics? Metrics { get; init; }

    public IStatementRecorder? Recorder { get; init; }

    public Func<StoreProvider, IReadOnlyList<Migration>> Migrations { get; init; } = Migration.Embedded;
}
