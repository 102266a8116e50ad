using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Tests.Statements;
using EmployerCrm.Store.Tests.Support;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.Store.Tests.Migrations;

public sealed class SchemaTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Both_engines_have_the_same_tables_column_for_column() =>
        Assert.Equal(SqlServerSchema.Read().Columns.OrderBy(column => column.Table, StringComparer.Ordinal), await SqliteColumnsAsync());

    [Fact]
    public void Both_engines_have_the_same_migrations() => Assert.Equal(
        Migration.Embedded(StoreProvider.Sqlite).Select(migration => migration.Name),
        Migration.Embedded(StoreProvider.SqlServer).Select(migration => migration.Name));

    [Fact]
    public void Migrations_are_numbered_in_their_order_and_none_twice()
    {
        var numbers = Migration.Embedded(StoreProvider.Sqlite).Select(migration => migration.Number).ToList();
        Assert.Equal(0, numbers[0]);
        Assert.All(numbers.Zip(numbers.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    private async Task<List<SchemaColumn>> SqliteColumnsAsync()
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            select t.name, c.name, c.type, c."notnull", c.pk
            from pragma_table_list t inner join pragma_table_info(t.name) c
            where t.type = 'table' and t.schema = 'main' and t.name not like 'sqlite%'
            order by t.name, c.cid
            """;
        var columns = new List<SchemaColumn>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            columns.Add(new SchemaColumn(reader.GetString(0), reader.GetString(1), reader.GetString(2) == "INTEGER" ? "whole" : "text", !reader.GetBoolean(3), reader.GetInt32(4) > 0));
        return columns;
    }
}
