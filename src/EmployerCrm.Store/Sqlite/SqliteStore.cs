using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Remembering;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Sqlite;

internal sealed class SqliteStore(StoreOptions options, StoreParts parts) : CrmStore(parts)
{
    private readonly string _connectionString = SqliteLink.Prepare(options.ConnectionString);
    private readonly Migrator _migrator = new(parts.Migrations(StoreProvider.Sqlite), parts);
    private SqliteWriter? _writer;
    private SqliteReaders? _readers;
    private readonly AsyncLocal<SqliteReadTogether?> _together = new();

    public override async Task<IReadOnlyList<int>> MigrateAsync(CancellationToken cancellationToken)
    {
        await Writer.WriteAsync((link, _) => RunScriptAsync(link, _migrator.Bootstrap), cancellationToken);
        return await _migrator.ApplyAsync(step => Writer.WriteAsync(
            (link, token) => step(new MigrationStep(OpenForWriting(link, token), script => RunScriptAsync(link, script))), cancellationToken));
    }

    public override async Task<IReadOnlyList<string>> MissingMigrationsAsync(CancellationToken cancellationToken)
    {
        await Writer.WriteAsync((link, _) => RunScriptAsync(link, _migrator.Bootstrap), cancellationToken);
        return await ReadAloneAsync(session => _migrator.MissingAsync(session), cancellationToken);
    }

    public override IDisposable ReadTogether() => _together.Value = new SqliteReadTogether(Readers, Directory);

    public override async ValueTask DisposeAsync()
    {
        if (_writer is not null)
            await _writer.DisposeAsync();
        _readers?.Dispose();
    }

    private protected override Task ConnectAsync(CancellationToken cancellationToken)
    {
        _writer = new SqliteWriter(_connectionString, Parts.Clock, Parts.Loggers.CreateLogger("EmployerCrm.Store.Sqlite"), Parts.Metrics);
        _readers = new SqliteReaders(_connectionString, options.Readers);
        return Task.CompletedTask;
    }

    private protected override Task<T> ReadInTransactionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken) =>
        _together.Value is { } together && together.TryEnter()
            ? together.ReadAsync((link, sight) => body(new CrmSession(Open(link, sight, cancellationToken))), cancellationToken)
            : ReadAloneAsync(session => body(new CrmSession(session)), cancellationToken);

    private protected override Task<T> WriteInTransactionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken) =>
        WriteAsync(body, durable: true, cancellationToken);

    private protected override Task<T> MarkInTransactionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken) =>
        WriteAsync(body, durable: false, cancellationToken);

    private Task<T> WriteAsync<T>(Func<CrmSession, Task<T>> body, bool durable, CancellationToken cancellationToken)
    {
        _together.Value?.Refresh();
        return Writer.WriteAsync((link, token) => body(new CrmSession(OpenForWriting(link, token))), cancellationToken, durable);
    }

    private async Task<T> ReadAloneAsync<T>(Func<Session, Task<T>> body, CancellationToken cancellationToken)
    {
        var link = await Readers.BeginAsync(cancellationToken);
        try
        {
            return await body(Open(link, new DirectorySight(Directory, mayKeep: true), cancellationToken));
        }
        finally
        {
            Readers.Return(link);
        }
    }

    private SqliteWriter Writer => _writer ?? throw new InvalidOperationException("The store is not open.");

    private SqliteReaders Readers => _readers ?? throw new InvalidOperationException("The store is not open.");

    private Session OpenForWriting(SqliteLink link, CancellationToken cancellationToken) => Open(link, link.Sight ??= new DirectorySight(Directory, mayKeep: false), cancellationToken);

    private Session Open(SqliteLink link, DirectorySight sight, CancellationToken cancellationToken) =>
        new(new SessionContext(link.Connection, null, Dialects.Sqlite, link.Commands, Parts.Ids, Parts.Recorder, ReadOnly: sight.MayKeep, sight), cancellationToken);

    private static async Task<int> RunScriptAsync(SqliteLink link, string script)
    {
        await using var command = link.Connection.CreateCommand();
        command.CommandText = script;
        return await command.ExecuteNonQueryAsync();
    }
}
