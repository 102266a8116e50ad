using System.Diagnostics.Metrics;
using EmployerCrm.Core;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Sql;
using EmployerCrm.Store.Sqlite;
using EmployerCrm.Store.SqlServer;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmployerCrm.Store;

/// <summary>Opens the store that the options name, migrated and ready; dispose it last, it finishes what was accepted.</summary>
public static class CrmStoreFactory
{
    /// <summary>Opens the store; SQLite creates its file and folder.</summary>
    /// <exception cref="SchemaOutOfDateException">Migrations are missing and the options do not let the store apply them.</exception>
    /// <exception cref="MigrationFailedException">A migration failed; the schema is what it was before it.</exception>
    public static Task<CrmStore> OpenAsync(
        StoreOptions options, TimeProvider clock, ILoggerFactory? loggers = null, IMeterFactory? meters = null, CancellationToken cancellationToken = default)
    {
        var metrics = meters is null ? null : new StoreMetrics(meters);
        return OpenAsync(options, new StoreParts(clock, new Ids(clock), loggers ?? NullLoggerFactory.Instance) { Metrics = metrics }, cancellationToken);
    }

    internal static async Task<CrmStore> OpenAsync(StoreOptions options, StoreParts parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        TypeHandlers.Register();
        CrmStore store = options.Provider == StoreProvider.Sqlite ? new SqliteStore(options, parts) : new SqlServerStore(options, parts);
        try
        {
            await store.StartAsync(options.Migrates, cancellationToken);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }
}
