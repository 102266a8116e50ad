using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>Looks past the program into its file.</summary>
internal static class StoredVisits
{
    public static async Task<int> CountAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source=\"{database}\";Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from visits";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
