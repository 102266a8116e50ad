using EmployerCrm.Store.Sql;
using EmployerCrm.Store.Sqlite;
using EmployerCrm.Store.Tests.Support;
using SQLitePCL;

namespace EmployerCrm.Store.Tests.Statements;

/// <summary>On SQLite a statement is planned once for each connection, and read the same way each time.</summary>
public sealed class KeptPlanTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    /// <summary>SQLITE_STMTSTATUS_REPREPARE.</summary>
    private const int PlannedAgain = 5;

    private const string PagedSql = $"select name from teams order by name {Dialect.Page}";

    private const string ComputedSql = "select max(left_on) as left_on, max(weekly_target) as weekly_target from specialists where name <> @Name";

    [Fact]
    public async Task A_statement_whose_page_is_a_parameter_is_not_planned_again()
    {
        using var link = SqliteLink.ForReading(SqliteLink.Prepare(database.ConnectionString));
        link.Connection.Handle!.enable_sqlite3_next_stmt(true);
        var session = SessionOn(link);
        for (var page = 0; page < 5; page++)
            await session.QueryAsync<string>(PagedSql, new { Skip = page, Take = page + 1 });
        var planned = raw.sqlite3_stmt_status(raw.sqlite3_next_stmt(link.Connection.Handle, null), PlannedAgain, 0);
        Assert.Equal(0, planned);
    }

    [Fact]
    public async Task A_computed_value_that_was_null_at_first_is_read_when_it_is_not()
    {
        using var link = SqliteLink.ForReading(SqliteLink.Prepare(database.ConnectionString));
        var before = Assert.Single(await SessionOn(link).QueryAsync<ComputedRow>(ComputedSql, new { Name = "" }));
        Assert.Equal((null, null), (before.LeftOn, before.WeeklyTarget));
        await Rows.StoredAsync(database.Store, database.Ids);
        var after = Assert.Single(await SessionOn(link).QueryAsync<ComputedRow>(ComputedSql, new { Name = "" }));
        Assert.Equal((null, 6), (after.LeftOn, after.WeeklyTarget));
    }

    private Session SessionOn(SqliteLink link) => new(
        new SessionContext(link.Connection, null, Dialects.Sqlite, link.Commands, database.Ids, null, ReadOnly: true, new(new(), mayKeep: false)), TestContext.Current.CancellationToken);

    private sealed record ComputedRow
    {
        public DateOnly? LeftOn { get; init; }

        public int? WeeklyTarget { get; init; }
    }
}
