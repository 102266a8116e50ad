using System.Data.Common;
using EmployerCrm.Store.Sql;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Store.Migrations;

/// <summary>
/// Applies what is missing, each migration in a transaction of its own that begins by writing the lock row: a second migrator waits there, and a
/// migrator that dies leaves no lock behind.
/// </summary>
internal sealed class Migrator(IReadOnlyList<Migration> migrations, StoreParts parts)
{
    private const string TakeLockSql = "update migration_lock set holder = @Holder, taken_at = @TakenAt where id = 1";

    private const string AddLockSql = "insert into migration_lock (id, holder, taken_at) values (1, @Holder, @TakenAt)";

    private const string AppliedSql = "select number from migrations";

    private const string RecordMigrationSql = "insert into migrations (number, name, applied_at) values (@Number, @Name, @AppliedAt)";

    private readonly ILogger _logger = parts.Loggers.CreateLogger("EmployerCrm.Store.Migrations");

    /// <summary>Applies one migration after the other until none is missing; returns their numbers.</summary>
    /// <param name="inTransaction">Runs a body in a write transaction and commits, or rolls back when it throws.</param>
    public async Task<IReadOnlyList<int>> ApplyAsync(Func<Func<MigrationStep, Task<int?>>, Task<int?>> inTransaction)
    {
        var applied = new List<int>();
        while (await inTransaction(ApplyNextAsync) is { } number)
            applied.Add(number);
        return applied;
    }

    public async Task<IReadOnlyList<string>> MissingAsync(Session session)
    {
        var applied = await session.QueryAsync<int>(AppliedSql);
        return [.. Numbered.Where(migration => !applied.Contains(migration.Number)).Select(migration => migration.Name)];
    }

    public string Bootstrap => migrations.Single(migration => migration.Number == 0).Script;

    public IEnumerable<string> AllNames => Numbered.Select(migration => migration.Name);

    private IEnumerable<Migration> Numbered => migrations.Where(migration => migration.Number > 0);

    private async Task<int?> ApplyNextAsync(MigrationStep step)
    {
        var now = parts.Clock.GetUtcNow();
        var row = new { Holder = Environment.MachineName, TakenAt = now };
        await step.Session.UpsertAsync(TakeLockSql, AddLockSql, row);
        var applied = await step.Session.QueryAsync<int>(AppliedSql);
        var next = Numbered.FirstOrDefault(migration => !applied.Contains(migration.Number));
        if (next is null)
            return null;
        try
        {
            await step.RunScriptAsync(next.Script);
        }
        catch (DbException error)
        {
            throw new MigrationFailedException(next.Name, error);
        }

        await step.Session.ExecuteAsync(RecordMigrationSql, new { next.Number, next.Name, AppliedAt = now });
        Log.MigrationApplied(_logger, next.Name);
        return next.Number;
    }
}
