using System.Reflection;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Statements;

/// <summary>Every statement of the store is run, and each is one that both engines take for the same.</summary>
public sealed class StatementTests
{
    private static readonly ILookup<string, string> ColumnsByTable =
        SqlServerSchema.Read().Columns.ToLookup(column => column.Table, column => column.Name, StringComparer.OrdinalIgnoreCase);

    [Fact]
    public async Task Every_statement_is_run_and_keeps_the_rules_of_both_engines()
    {
        var recorder = new StatementRecorder();
        var database = new SqliteDatabase();
        await using (database)
        await using (var store = await database.OpenAsync(migrate: true, Migration.Embedded, recorder))
        {
            await EveryCall.RunAsync(store, database.Ids);
        }

        Assert.Equal([], StatementsInSource().Where(statement => !recorder.Sources.Contains(statement.Sql)).Select(statement => statement.Name));
        Assert.Equal([], recorder.Sources.Where(sql => StatementsInSource().All(statement => statement.Sql != sql)));
        Assert.Equal([], recorder.TransactSql.SelectMany(sql => StatementRules.Offences(sql, ColumnsByTable).Select(offence => $"{offence}: {sql}")));
    }

    [Theory]
    [InlineData("select id from teams order by id", "order by id")]
    [InlineData("select length(name) from teams", "the function length")]
    [InlineData("select colour from teams", "no migration makes the column colour")]
    [InlineData("select t.colour from teams t inner join employers e on e.team_id = t.id", "no migration makes the column t.colour")]
    [InlineData("select d.colour from (select t.name as label from teams t) d", "no migration makes the column d.colour")]
    [InlineData("select id from squads", "no migration makes the table squads")]
    [InlineData("select top 1 name from teams", "top")]
    [InlineData("update teams set name = @Name output inserted.id where id = @Id", "output")]
    [InlineData("select id from teams with (updlock)", "a lock hint")]
    public void The_rules_see_what_is_against_them(string sql, string offence) =>
        Assert.Contains(offence, StatementRules.Offences(sql, ColumnsByTable));

    [Theory]
    [InlineData("select id from teams limit 1")]
    [InlineData("insert into teams (id) values (@Id) on conflict do nothing")]
    [InlineData("insert into teams (id) values (@Id) returning id")]
    public void What_only_SQLite_knows_does_not_parse(string sql) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => TransactSqlText.Parse(sql));

    /// <summary>By convention a constant whose name ends in Sql is a whole statement.</summary>
    private static IEnumerable<(string Name, string Sql)> StatementsInSource() =>
        from type in typeof(CrmStore).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where field.IsLiteral && field.FieldType == typeof(string) && field.Name.EndsWith("Sql", StringComparison.Ordinal)
        select ($"{type.Name}.{field.Name}", (string)field.GetRawConstantValue()!);
}
