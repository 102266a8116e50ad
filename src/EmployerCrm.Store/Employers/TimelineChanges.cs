using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>Changes of an employer's record and of its people, from the audit: who, what kind, which fields; never a value.</summary>
internal sealed class TimelineChanges(Session session)
{
    private const string PeopleSql = "select id, name from contacts where employer_id = @EmployerId";

    private const string ChangesSql = $"""
        select a.id, a.at, a.action, a.record_id, s.name as [By], s.team_id
        from audit_entries a
          left join specialists s on s.id = a.specialist_id
        where a.record_id = @RecordId and a.at <= @UpTo and a.action not in ('level-set', 'level-set-ended')
        order by a.at desc
        {Dialect.Page}
        """;

    private const string FieldsSql = "select audit_id, field from audit_values where audit_id in @Ids order by field";

    public async Task<IReadOnlyList<TimelineEntry>> OfAsync(Guid employerId, DateTimeOffset upTo, int most)
    {
        var people = (await session.QueryAsync<PersonRow>(PeopleSql, new { EmployerId = employerId })).ToDictionary(person => person.Id, person => person.Name);
        var changes = await session.QueryAsync<ChangeRow>(ChangesSql, new { RecordId = employerId, UpTo = upTo, Skip = 0, Take = most });
        foreach (var person in people.Keys)
            changes.AddRange(await session.QueryAsync<ChangeRow>(ChangesSql, new { RecordId = person, UpTo = upTo, Skip = 0, Take = most }));
        var latest = changes.OrderByDescending(change => change.At).Take(most + people.Count).ToList();
        var fields = (await session.QueryInChunksAsync<FieldRow, Guid>(FieldsSql, [.. latest.Select(change => change.Id)], chunk => new { Ids = chunk }))
            .ToLookup(row => row.AuditId, row => row.Field);
        return
        [
            .. latest.Select(change => new TimelineEntry
            {
                Kind = people.ContainsKey(change.RecordId) ? TimelineKind.ContactChanged : TimelineKind.EmployerChanged,
                On = TimelineRows.DayOf(change.At), At = change.At, RecordId = change.RecordId, By = change.By, TeamId = change.TeamId,
                Text = people.GetValueOrDefault(change.RecordId), Action = change.Action, Fields = [.. fields[change.Id]],
            }),
        ];
    }

    private sealed record PersonRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }

    private sealed record ChangeRow
    {
        public required Guid Id { get; init; }

        public required DateTimeOffset At { get; init; }

        public required string Action { get; init; }

        public required Guid RecordId { get; init; }

        public string? By { get; init; }

        public Guid? TeamId { get; init; }
    }

    private sealed record FieldRow
    {
        public required Guid AuditId { get; init; }

        public required string Field { get; init; }
    }
}
