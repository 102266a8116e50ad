using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.Bot.Tests.Year;

/// <summary>Something owed, as the table says.</summary>
internal sealed record OwedRow(Guid Id, Guid OwnerId, Guid? ClientId, Guid? EmployerId, string Kind, DateOnly DueOn, bool HasHour, string? StepKey)
{
    /// <summary>What somebody outside was promised or counts on, and what has its hour, does not wait for whoever is away.</summary>
    public bool IsUrgent => HasHour || Kind is "Promise" or "ClientContact" or "EmployerCheckIn";
}

internal sealed record PlanRow(Guid Id, Guid SpecialistId, DateOnly On, TimeOnly? At, DateTimeOffset LoggedAt);

internal sealed record SentRow(string Kind, Guid RecipientId, Guid? SubjectId, DateOnly? ForDay, string Key);

/// <summary>What lies on the disk, read without the store.</summary>
internal sealed class YearRows(string database) : IDisposable
{
    private readonly SqliteConnection _connection = Open(database);

    public List<OwedRow> Owed() => Read(
        "select id, owner_id, client_id, employer_id, kind, due_on, due_at, step_key from follow_ups where state = 'Open' and due_on is not null",
        row => new OwedRow(Id(row, 0), Id(row, 1), MaybeId(row, 2), MaybeId(row, 3), row.GetString(4), Day(row, 5), !row.IsDBNull(6), row.IsDBNull(7) ? null : row.GetString(7)));

    public List<PlanRow> Plans() => Read(
        "select id, specialist_id, visited_on, visited_at, logged_at from visits where state = 'Planned'",
        row => new PlanRow(
            Id(row, 0), Id(row, 1), Day(row, 2), row.IsDBNull(3) ? null : TimeOnly.ParseExact(row.GetString(3), "HH:mm:ss", CultureInfo.InvariantCulture),
            DateTimeOffset.ParseExact(row.GetString(4), "yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)));

    public List<SentRow> SentAt(DateTimeOffset at) => Read(
        "select kind, recipient_id, subject_id, for_day, idempotency_key from outbox where state = 'Sent' and ended_at = $at",
        row => new SentRow(row.GetString(0), Id(row, 1), MaybeId(row, 2), row.IsDBNull(3) ? null : Day(row, 3), row.GetString(4)),
        ("$at", at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)));

    /// <summary>What the numbers of the person's last list mean.</summary>
    public HashSet<Guid> Numbers(Guid person) => [.. Read("select item_ids from shown_lists where specialist_id = $person", row => row.GetString(0), ("$person", Text(person)))
        .SelectMany(ids => ids.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(Guid.Parse)];

    public List<string> States() => Read("select state || ' ' || kind || ' ' || count(*) from outbox group by state, kind order by 1", row => row.GetString(0));

    public List<string> Jobs() => Read("select job || ' ' || state || ' ' || count(*) from job_runs group by job, state order by 1", row => row.GetString(0));

    public void Dispose() => _connection.Dispose();

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> make, params (string Name, string Value)[] values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(make(reader));
        return rows;
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        return connection;
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private static Guid Id(SqliteDataReader row, int column) => Guid.Parse(row.GetString(column));

    private static Guid? MaybeId(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Id(row, column);

    private static DateOnly Day(SqliteDataReader row, int column) => DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
