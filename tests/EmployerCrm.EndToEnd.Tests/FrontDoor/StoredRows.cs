using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>Looks past the program into its file: how many rows each table has.</summary>
internal static class StoredRows
{
    public static async Task<IReadOnlyDictionary<string, int>> CountAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source=\"{database}\";Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        var tables = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "select name from sqlite_master where type = 'table' and name not like 'sqlite%'";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                tables.Add(reader.GetString(0));
            }
        }

        await using var count = connection.CreateCommand();
        count.CommandText = string.Join(" union all ", tables.Select(table => $"select '{table}', count(*) from {table}"));
        var rows = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await using var counted = await count.ExecuteReaderAsync(cancellationToken);
        while (await counted.ReadAsync(cancellationToken))
        {
            rows[counted.GetString(0)] = Convert.ToInt32(counted.GetValue(1), CultureInfo.InvariantCulture);
        }

        return rows;
    }
}
