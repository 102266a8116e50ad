using System.Reflection;
using System.Text.RegularExpressions;
using EmployerCrm.Store.Employers;
using EmployerCrm.Store.Sql;
using EmployerCrm.Store.Sqlite;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Statements;

/// <summary>On SQLite no page of employers reads through all of them, or sorts more than one page of them.</summary>
public sealed partial class EmployerListPlanTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Theory]
    [InlineData(typeof(EmployerPages), "ByNameSql", "ix_employer_summaries_name")]
    [InlineData(typeof(EmployerPages), "ByNameDownSql", "ix_employer_summaries_name")]
    [InlineData(typeof(EmployerPages), "ByTownSql", "ix_employer_summaries_town")]
    [InlineData(typeof(EmployerPages), "ByLastSql", "ix_employer_summaries_last")]
    [InlineData(typeof(EmployerPages), "OfLevelSql", "ix_employer_summaries_level")]
    [InlineData(typeof(EmployerPages), "OfTownSql", "ix_employer_summaries_town")]
    [InlineData(typeof(EmployerPages), "QuietSql", "ix_employer_summaries_last")]
    [InlineData(typeof(EmployerPages), "CountSql", "ix_employer_summaries_name")]
    public async Task A_page_is_read_from_an_index_in_its_own_order(Type rows, string statement, string index)
    {
        var plan = await PlanAsync(rows, statement);
        Assert.Contains(plan, step => step.StartsWith("SEARCH s USING", StringComparison.Ordinal) && step.Contains($" {index} ", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(EmployerPages), "OfOwnerSql", "SEARCH s USING INDEX ix_employer_summaries_owner")]
    [InlineData(typeof(EmployerPages), "OfDivisionSql", "SEARCH s USING INDEX ix_employer_summaries_division")]
    [InlineData(typeof(EmployerPages), "HoldingSql", "SEARCH k USING PRIMARY KEY (key=?)")]
    [InlineData(typeof(EmployerPages), "ByTownDownSql", "SEARCH s USING INDEX ix_employer_summaries_town")]
    [InlineData(typeof(EmployerPages), "ByLastDownSql", "SEARCH s USING INDEX ix_employer_summaries_last")]
    [InlineData(typeof(EmployerFinder), "OwnHoldersSql", "SEARCH a USING COVERING INDEX ix_employer_activity_specialist")]
    [InlineData(typeof(EmployerFinder), "BothSql", "SEARCH o USING COVERING INDEX ix_employer_keys_employer (employer_id=? AND key>? AND key<?)")]
    [InlineData(typeof(EmployerFactRows), "PlannedSql", "SEARCH v USING INDEX ix_visits_planned_at")]
    [InlineData(typeof(TimelineRows), "VisitsSql", "SEARCH v USING INDEX ix_visits_history")]
    [InlineData(typeof(TimelineRows), "OpeningsSql", "SEARCH o USING INDEX ix_openings_recorded")]
    [InlineData(typeof(TimelineRows), "JobsSql", "SEARCH p USING INDEX ix_placements_history")]
    public async Task What_is_asked_for_is_looked_up_by_an_index(Type rows, string statement, string step)
    {
        var plan = await PlanAsync(rows, statement);
        Assert.Contains(plan, line => line.StartsWith(step, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.StartsWith("SCAN s", StringComparison.Ordinal) || line.StartsWith("SCAN v", StringComparison.Ordinal));
    }

    private async Task<List<string>> PlanAsync(Type rows, string statement)
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
        return steps;
    }

    [GeneratedRegex(@"@\w+", RegexOptions.NonBacktracking)]
    private static partial Regex ParameterName();
}
