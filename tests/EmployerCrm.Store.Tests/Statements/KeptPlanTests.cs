using System.Reflection;
using System.Text.RegularExpressions;
using EmployerCrm.Store.Sql;
using EmployerCrm.Store.Sqlite;
using EmployerCrm.Store.Tests.Support;
using SQLitePCL;

namespace EmployerCrm.Store.Tests.Statements;

/// <summary>On SQLite a statement is planned once for each connection, and read the same way each time.</summary>
public sealed partial class KeptPlanTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
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

    [Theory]
    [InlineData(typeof(Store.Visits.VisitRecords), "NotesLoggedSinceSql", "SEARCH visits USING INDEX ix_visits_history (employer_id=? AND visited_on=? AND logged_at>?)")]
    [InlineData(typeof(Store.Employers.EmployerRings), "KnownBySql", "SEARCH s USING INDEX ix_specialists_team", "SEARCH a USING PRIMARY KEY (employer_id=? AND specialist_id=?)")]
    public async Task What_every_turn_asks_does_not_grow_with_an_employers_history(Type rows, string statement, params string[] searches)
    {
        var sql = (string)rows.GetField(statement, BindingFlags.Static | BindingFlags.NonPublic)!.GetRawConstantValue()!;
        using var link = SqliteLink.ForReading(SqliteLink.Prepare(database.ConnectionString));
        await using var command = link.Connection.CreateCommand();
        command.CommandText = "explain query plan " + StatementText.For(Dialects.Sqlite, sql, "Ids", 4);
        foreach (var name in ParameterName().Matches(command.CommandText).Select(match => match.Value).Distinct(StringComparer.Ordinal))
            command.Parameters.AddWithValue(name, 1);
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            steps.Add(reader.GetString(3));
        Assert.Equal(searches, steps.FindAll(step => step.StartsWith("SEARCH", StringComparison.Ordinal)).Zip(searches, (step, start) => step[..Math.Min(step.Length, start.Length)]));
    }

    private Session SessionOn(SqliteLink link) => new(
        new SessionContext(link.Connection, null, Dialects.Sqlite, link.Commands, database.Ids, null, ReadOnly: true, new(new(), mayKeep: false)), TestContext.Current.CancellationToken);

    [GeneratedRegex(@"@\w+", RegexOptions.NonBacktracking)]
    private static partial Regex ParameterName();

    private sealed record ComputedRow
    {
        public DateOnly? LeftOn { get; init; }

        public int? WeeklyTarget { get; init; }
    }
}
