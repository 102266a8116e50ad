using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.EndToEnd.Tests.Soak;

/// <summary>Looks past the program into its outbox, and puts test messages there.</summary>
internal static class OutboxBook
{
    private const string Instant = "yyyy-MM-dd HH:mm:ss.fff";

    /// <summary>Makes people reachable, each in a conversation of its own, and returns these with the person.</summary>
    public static async Task<IReadOnlyList<(string Person, string Conversation)>> ReachAsync(string database, string serviceUrl, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        var people = await TextsAsync(connection, "select id from specialists where left_on is null", cancellationToken);
        var reached = people.Select((person, index) => (person, Conversation: $"a:outbox-{index}")).ToList();
        foreach (var (person, conversation) in reached)
        {
            await RunAsync(
                connection,
                "insert into conversations (channel_id, conversation_id, specialist_id, is_personal, reference, state, updated_at) values ('msteams', $conversation, $person, 1, $reference, 'Live', $now)",
                cancellationToken,
                ("$conversation", conversation), ("$person", person), ("$now", Now()),
                ("$reference", $$$"""{"channelId":"msteams","serviceUrl":"{{{serviceUrl}}}","conversation":{"id":"{{{conversation}}}"},"bot":{"id":"28:bot"},"user":{"id":"29:{{{conversation}}}"}}"""));
        }

        return reached;
    }

    /// <summary>Adds so many test messages for each person, due now, and returns how many there are.</summary>
    /// <param name="first">The number of the first: no two may have the same.</param>
    public static async Task<int> FillAsync(string database, IReadOnlyList<string> people, int each, CancellationToken cancellationToken, int first = 0)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        await using var transaction = connection.BeginTransaction();
        for (var number = first; number < first + (people.Count * each); number++)
        {
            await RunAsync(
                connection,
                "insert into outbox (id, channel, kind, recipient_id, idempotency_key, created_at, not_before, expires_at, state, attempts, version) values ($id, 'Teams', 'probe', $person, $key, $now, $now, $end, 'Waiting', 0, 1)",
                cancellationToken,
                ("$id", $"00000000-0000-7000-8000-{number:D12}"), ("$person", people[number % people.Count]), ("$key", $"probe:{number}"), ("$now", Now()),
                ("$end", TimeProvider.System.GetUtcNow().AddDays(1).ToString(Instant, CultureInfo.InvariantCulture)));
        }

        await transaction.CommitAsync(cancellationToken);
        return people.Count * each;
    }

    /// <summary>How many rows each person has in each state.</summary>
    public static async Task<IReadOnlyDictionary<(string Person, string State), int>> StatesAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select recipient_id, state, count(*) from outbox group by recipient_id, state";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var states = new Dictionary<(string, string), int>();
        while (await reader.ReadAsync(cancellationToken))
            states[(reader.GetString(0), reader.GetString(1))] = reader.GetInt32(2);
        return states;
    }

    /// <summary>Everything that was begun and not ended is lost from here on: two minutes are a long time for a test.</summary>
    public static async Task EndLeasesAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(database, cancellationToken);
        await RunAsync(connection, "update outbox set lease_until = $then where lease_until is not null", cancellationToken, ("$then", "2000-01-01 00:00:00.000"));
    }

    private static string Now() => TimeProvider.System.GetUtcNow().ToString(Instant, CultureInfo.InvariantCulture);

    private static async Task<SqliteConnection> OpenAsync(string database, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection($"Data Source=\"{database}\";Pooling=False;Default Timeout=30");
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<List<string>> TextsAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(reader.GetString(0));
        return texts;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken, params (string Name, string Value)[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
