using Microsoft.Data.Sqlite;

namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>Looks past the program into its store.</summary>
internal static class StoredFacts
{
    /// <summary>How SQLite holds an instant.</summary>
    public const string Instant = "yyyy-MM-dd HH:mm:ss.fff";

    private const int Locked = 5;

    /// <summary>The rows of a query, each as one text.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(string database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return lines;
    }

    public static async Task<int> CountAsync(string database, string sql, CancellationToken cancellationToken) =>
        int.Parse((await LinesAsync(database, sql, cancellationToken))[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether some process is in the middle of a write: a frozen one holds up all others until it goes on.</summary>
    public static async Task<bool> IsBeingWrittenAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        connection.DefaultTimeout = 1;
        try
        {
            await using var transaction = connection.BeginTransaction(deferred: false);
            return false;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == Locked)
        {
            return true;
        }
    }

    /// <summary>Cards that were sent two days ago, as many in each conversation as in any other.</summary>
    public static async Task OldCardsAsync(string database, IReadOnlyList<(string Person, string Conversation)> reached, int cards, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        await using var transaction = connection.BeginTransaction();
        for (var number = 0; number < cards; number++)
        {
            var (person, conversation) = reached[number % reached.Count];
            await using var command = connection.CreateCommand();
            command.CommandText = "insert into sent_cards (conversation_id, activity_id, specialist_id, kind, sent_at) values ($conversation, $activity, $person, 'visit', $sent)";
            command.Parameters.AddWithValue("$conversation", conversation);
            command.Parameters.AddWithValue("$activity", $"old-{number}");
            command.Parameters.AddWithValue("$person", person);
            command.Parameters.AddWithValue("$sent", TimeProvider.System.GetUtcNow().AddDays(-2).ToString(Instant, System.Globalization.CultureInfo.InvariantCulture));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public static async Task<SqliteConnection> OpenAsync(string database, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection($"Data Source=\"{database}\";Pooling=False;Default Timeout=30");
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
