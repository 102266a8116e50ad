using Dapper;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.EndToEnd.Tests.Scenes.Week;

/// <summary>The contact that somebody recorded or changed last, as its rows in the file say.</summary>
internal sealed record StoredContact
{
    private const string LastOfThePerson = """
        select e.name as Employer, v.visited_on as "On", substr(v.visited_at, 1, 5) as Time, v.channel as Channel, v.state = 'Planned' as Planned, c.name as Contact,
               v.reached as Reached, v.reached_assumed as ReachedAssumed, v.purpose as Purpose, v.purpose_assumed as PurposeAssumed,
               k.reference as Client, v.client_present as Present, v.notes as Notes, f.title as Next, f.due_on as Due
        from audit_entries a
        join specialists s on s.id = a.specialist_id
        join visits v on v.id = a.record_id
        join employers e on e.id = v.employer_id
        left join contacts c on c.id = v.contact_id
        left join clients k on k.id = v.client_id
        left join follow_ups f on f.visit_id = v.id and f.state = 'Open'
        where s.name like @who || ' %'
        order by a.at desc, a.rowid desc
        limit 1
        """;

    public required string Employer { get; init; }

    /// <summary>yyyy-MM-dd.</summary>
    public required string On { get; init; }

    /// <summary>HH:mm.</summary>
    public string? Time { get; init; }

    public required string Channel { get; init; }

    public required bool Planned { get; init; }

    public string? Contact { get; init; }

    public required string Reached { get; init; }

    public required bool ReachedAssumed { get; init; }

    public required string Purpose { get; init; }

    public required bool PurposeAssumed { get; init; }

    public string? Client { get; init; }

    public required bool Present { get; init; }

    public string? Notes { get; init; }

    public string? Next { get; init; }

    /// <summary>yyyy-MM-dd.</summary>
    public string? Due { get; init; }

    /// <summary>Null when they have recorded nothing.</summary>
    /// <param name="who">The person's first name.</param>
    public static async Task<StoredContact?> LastAsync(string database, string who, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source=\"{database}\";Mode=ReadOnly;Pooling=False");
        return await connection.QuerySingleOrDefaultAsync<StoredContact>(new CommandDefinition(LastOfThePerson, new { who }, cancellationToken: cancellationToken));
    }
}
