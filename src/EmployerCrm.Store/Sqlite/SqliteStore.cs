using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Sqlite;

internal sealed class SqliteStore(StoreOptions options, StoreParts parts) : CrmStore(parts)
{
    private readonly string _connectionString = SqliteLink.Prepare(options.ConnectionString);
    private readonly Migrator _migrator = new(parts.Migrations(StoreProvider.Sqlite), parts);
    private SqliteWriter? _writer;
    private SqliteReaders? _readers;

    public override async Task<IReadOnlyList<int>> MigrateAsync(CancellationToken cancellationToken)
    {
        await Writer.WriteAsync((link, _) => RunScriptAsync(link, _migrator.Bootstrap), cancellationToken);
        return await _migrator.ApplyAsync(step => Writer.WriteAsync(
            (link, token) => step(new MigrationStep(Open(link, readOnly: false, token), script => RunScriptAsync(link, script))), cancellationToken));
    }

    public override async Task<IReadOnlyList<string>> MissingMigrationsAsync(CancellationToken cancellationToken)
    {
        await Writer.WriteAsync((link, _) => RunScriptAsync(link, _migrator.Bootstrap), cancellationToken);
        return await Readers.ReadAsync(link => _migrator.MissingAsync(Open(link, readOnly: true, cancellationToken)), cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_writer is not null)
            await _writer.DisposeAsync();
        _readers?.Dispose();
    }

    private protected override Task ConnectAsync(CancellationToken cancellationToken)
    {
        _writer = new SqliteWriter(SqliteLink.ForWriting(_connectionString), Parts.Loggers.CreateLogger("EmployerCrm.Store.Sqlite"), Parts.Metrics);
        _readers = new SqliteReaders(_connectionString, options.Readers);
        return Task.CompletedTask;
    }

    private protected override Task<T> ReadInTransactionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken) =>
        Readers.ReadAsync(link => body(new CrmSession(Open(link, readOnly: true, cancellationToken))), cancellationToken);

    private protected override Task<T> WriteInTransactionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken) =>
        Writer.WriteAsync((link, token) => body(new CrmSession(Open(link, readOnly: false, token))), cancellationToken);

    private protected override Task<T> MarkInTransactionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken) =>
        Writer.WriteAsync((link, token) => body(new CrmSession(Open(link, readOnly: false, token))), cancellationToken, durable: false);

    private SqliteWriter Writer => _writer ?? throw new InvalidOperationException("The store is not open.");

    private SqliteReaders Readers => _readers ?? throw new InvalidOperationException("The store is not open.");

    private Session Open(SqliteLink link, bool readOnly, CancellationToken cancellationToken) =>
        new(new SessionContext(link.Connection, null, Dialects.Sqlite, link.Commands, Parts.Ids, Parts.Recorder, readOnly), cancellationToken);

    private static async Task<int> RunScriptAsync(SqliteLink link, string script)
    {
        await using var command = link.Connection.CreateCommand();
        command.CommandText = script;
        return await command.ExecuteNonQueryAsync();
    }
}
