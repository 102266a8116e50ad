using System.Data;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Remembering;
using EmployerCrm.Store.Sql;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Store.SqlServer;

/// <summary>Each use case in a transaction of its own; a deadlock's victim is run again.</summary>
internal sealed class SqlServerStore(StoreOptions options, StoreParts parts) : CrmStore(parts)
{
    private const int DeadlockVictim = 1205;
    private const int MostAttempts = 5;

    private readonly Migrator _migrator = new(parts.Migrations(StoreProvider.SqlServer), parts);
    private readonly ILogger _logger = parts.Loggers.CreateLogger("EmployerCrm.Store.SqlServer");
    private readonly Random _jitter = new();
    private IsolationLevel _readIsolation = IsolationLevel.ReadCommitted;

    public override async Task<IReadOnlyList<int>> MigrateAsync(CancellationToken cancellationToken)
    {
        await SqlServerSetup.PrepareAsync(options.ConnectionString, _migrator.Bootstrap, _logger, cancellationToken);
        var applied = await _migrator.ApplyAsync(step => InTransactionAsync(IsolationLevel.ReadCommitted, commit: true, (connection, transaction) =>
            step(new MigrationStep(Open(connection, transaction, readOnly: false, cancellationToken), script => RunScriptAsync(connection, transaction, script, cancellationToken))), cancellationToken));
        _readIsolation = await SqlServerSetup.ReadIsolationAsync(options.ConnectionString, cancellationToken);
        return applied;
    }

    public override async Task<IReadOnlyList<string>> MissingMigrationsAsync(CancellationToken cancellationToken)
    {
        if (!await SqlServerSetup.HasMigrationsAsync(options.ConnectionString, cancellationToken))
            return [.. _migrator.AllNames];
        return await InTransactionAsync(IsolationLevel.ReadCommitted, commit: false, (connection, transaction) =>
            _migrator.MissingAsync(Open(connection, transaction, readOnly: true, cancellationToken)), cancellationToken);
    }

    /// <summary>A connection of the server's pool has no pages of its own to keep: each read stays by itself, and none is held for longer.</summary>
    public override IDisposable ReadTogether() => new ReadApart();

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqlConnection(options.ConnectionString);
        SqlConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    private protected override async Task ConnectAsync(CancellationToken cancellationToken) =>
        _readIsolation = await SqlServerSetup.ReadIsolationAsync(options.ConnectionString, cancellationToken);

    private protected override Task<T> ReadInTransactionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken) =>
        InTransactionAsync(_readIsolation, commit: false, (connection, transaction) =>
            body(new CrmSession(Open(connection, transaction, readOnly: true, cancellationToken))), cancellationToken);

    private protected override async Task<T> WriteInTransactionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await InTransactionAsync(IsolationLevel.ReadCommitted, commit: true, (connection, transaction) =>
                    body(new CrmSession(Open(connection, transaction, readOnly: false, cancellationToken))), cancellationToken);
            }
            catch (SqlException error) when (error.Number == DeadlockVictim && attempt < MostAttempts)
            {
                Log.Deadlock(_logger, attempt);
                Parts.Metrics?.Deadlock();
                await Task.Delay(TimeSpan.FromMilliseconds(Jitter(20 << attempt)), Parts.Clock, cancellationToken);
            }
        }
    }

    private async Task<T> InTransactionAsync<T>(
        IsolationLevel isolation, bool commit, Func<SqlConnection, SqlTransaction, Task<T>> body, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(options.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = (SqlTransaction)await connection.BeginTransactionAsync(isolation, cancellationToken);
        var value = await body(connection, transaction);
        if (commit)
            await transaction.CommitAsync(CancellationToken.None);
        return value;
    }

    private Session Open(SqlConnection connection, SqlTransaction transaction, bool readOnly, CancellationToken cancellationToken) =>
        new(new SessionContext(connection, transaction, Dialects.SqlServer, null, Parts.Ids, Parts.Recorder, readOnly, new DirectorySight(Directory, readOnly)), cancellationToken);

    private static async Task RunScriptAsync(SqlConnection connection, SqlTransaction transaction, string script, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = script;
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed class ReadApart : IDisposable
    {
        public void Dispose()
        {
            // Nothing is held.
        }
    }

    private int Jitter(int most)
    {
        lock (_jitter)
        {
            return _jitter.Next(most / 2, most);
        }
    }
}
