using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>Looks past the program into its file.</summary>
internal static class StoredVisits
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Less than the two minutes after which an answer that was dropped is brought again, so that such a one is noticed.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);

    public static Task<int> CountAsync(string database, CancellationToken cancellationToken) => CountAsync(database, "select count(*) from visits", cancellationToken);

    /// <summary>
    /// Waits until every answer is out and written down. The host sends what it owes in the background, in its own time: who counts rows or calls before
    /// that counts what an earlier turn left. Fails when one is owed for longer than <see cref="LongestWait"/>.
    /// </summary>
    public static async Task SettledAsync(string database, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (await CountAsync(database, "select count(*) from owed_answers", cancellationToken) is > 0 and var owed)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < LongestWait, $"{owed} answers are still owed.");
            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    /// <summary>The object ids of everybody who logs visits.</summary>
    public static async Task<IReadOnlyList<string>> SpecialistsAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source=\"{database}\";Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select object_id from specialists where left_on is null and role <> 'Admin' order by name";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var people = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            people.Add(reader.GetString(0));
        return people;
    }

    private static async Task<int> CountAsync(string database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source=\"{database}\";Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
