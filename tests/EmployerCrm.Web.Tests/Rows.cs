using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.Web.Tests;

/// <summary>Looks into a database file from outside, as another program would.</summary>
internal static class Rows
{
    /// <summary>Every row of every table but the migrator's own, sorted: equal for equal contents.</summary>
    public static IReadOnlyList<string> All(string database)
    {
        using var connection = Open(database);
        var tables = Query(connection, "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'migration%'");
        return [.. tables.SelectMany(table => Query(connection, $"select * from {table}").Select(row => $"{table}: {row}")).Order(StringComparer.Ordinal)];
    }

    public static int Count(string database, string table) => int.Parse(Query(database, $"select count(*) from {table}").Single(), CultureInfo.InvariantCulture);

    public static string Value(string database, string sql) => Query(database, sql)[0];

    public static void Execute(string database, string sql) => Query(database, sql);

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection(database + ";Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<string> Query(string database, string sql)
    {
        using var connection = Open(database);
        return Query(connection, sql);
    }

    private static List<string> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column).ToString())));
        return rows;
    }
}
