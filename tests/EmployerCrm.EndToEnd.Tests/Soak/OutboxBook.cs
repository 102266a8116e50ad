using System.Globalization;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.EndToEnd.Tests.Soak;

/// <summary>Looks past the program into its outbox, and puts test messages there.</summary>
internal static class OutboxBook
{
    /// <summary>Makes people reachable, each in a conversation of its own, and returns these with the person.</summary>
    public static async Task<IReadOnlyList<(string Person, string Conversation)>> ReachAsync(string database, string serviceUrl, CancellationToken cancellationToken)
    {
        await using var connection = await StoredFacts.OpenAsync(database, cancellationToken);
        var people = await StoredFacts.LinesAsync(database, "select id from specialists where left_on is null", cancellationToken);
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
        await using var connection = await StoredFacts.OpenAsync(database, cancellationToken);
        await using var transaction = connection.BeginTransaction();
        for (var number = first; number < first + (people.Count * each); number++)
        {
            await RunAsync(
                connection,
                "insert into outbox (id, channel, kind, recipient_id, idempotency_key, created_at, not_before, expires_at, state, attempts, version) values ($id, 'Teams', 'probe', $person, $key, $now, $now, $end, 'Waiting', 0, 1)",
                cancellationToken,
                ("$id", $"00000000-0000-7000-8000-{number:D12}"), ("$person", people[number % people.Count]), ("$key", $"probe:{number}"), ("$now", Now()),
                ("$end", TimeProvider.System.GetUtcNow().AddDays(1).ToString(StoredFacts.Instant, CultureInfo.InvariantCulture)));
        }

        await transaction.CommitAsync(cancellationToken);
        return people.Count * each;
    }

    /// <summary>How many rows each person has in each state.</summary>
    public static async Task<IReadOnlyDictionary<(string Person, string State), int>> StatesAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = await StoredFacts.OpenAsync(database, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select recipient_id, state, count(*) from outbox group by recipient_id, state";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var states = new Dictionary<(string, string), int>();
        while (await reader.ReadAsync(cancellationToken))
            states[(reader.GetString(0), reader.GetString(1))] = reader.GetInt32(2);
        return states;
    }

    /// <summary>How many are yet to be sent, or on their way.</summary>
    public static async Task<int> LeftAsync(string database, CancellationToken cancellationToken) =>
        await StatesAsync(database, cancellationToken) is var states ? Sum(states, "Waiting") + Sum(states, "Sending") : 0;

    /// <summary>Every message was sent, or is in doubt and may have been; nobody heard one more than that.</summary>
    /// <returns>How many were sent, and how many are in doubt.</returns>
    public static async Task<(int Sent, int Doubts)> AccountAsync(
        string database, int all, IReadOnlyList<(string Person, string Conversation)> reached, TestConnector connector, CancellationToken cancellationToken)
    {
        var states = await StatesAsync(database, cancellationToken);
        var (sent, doubts) = (Sum(states, "Sent"), Sum(states, "InDoubt"));
        Assert.Equal(all, sent + doubts);
        foreach (var (person, conversation) in reached)
        {
            var delivered = connector.Calls.Count(call => call.Delivered && call.ConversationId == conversation);
            Assert.InRange(delivered, states.GetValueOrDefault((person, "Sent")), states.GetValueOrDefault((person, "Sent")) + states.GetValueOrDefault((person, "InDoubt")));
        }

        return (sent, doubts);
    }

    /// <summary>Everything that was begun and not ended is lost from here on: two minutes are a long time for a test.</summary>
    public static async Task EndLeasesAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = await StoredFacts.OpenAsync(database, cancellationToken);
        await RunAsync(connection, "update outbox set lease_until = $then where lease_until is not null", cancellationToken, ("$then", "2000-01-01 00:00:00.000"));
    }

    private static int Sum(IReadOnlyDictionary<(string Person, string State), int> states, string state) => states.Where(one => one.Key.State == state).Sum(one => one.Value);

    private static string Now() => TimeProvider.System.GetUtcNow().ToString(StoredFacts.Instant, CultureInfo.InvariantCulture);

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken, params (string Name, string Value)[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
