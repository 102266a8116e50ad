using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Employers;
using EmployerCrm.Store.Engagement;

namespace EmployerCrm.Store.Rebuild;

/// <summary>What is counted as evidence, compared with the contacts, jobs, openings and needs that are recorded.</summary>
internal sealed class EvidenceRebuild(CrmSession session, EngagementOptions options)
{
    private const string HeldSql = """
        select employer_id, visited_on as [On], channel, reached, purpose, count(*) as contacts
        from visits
        where employer_id in @Ids and state = 'Held'
        group by employer_id, visited_on, channel, reached, purpose
        """;

    private const string JobsSql = "select employer_id, starts_on, ends_on from placements where employer_id in @Ids";

    private const string OpeningsSql = "select employer_id, recorded_at from openings where employer_id in @Ids";

    private const string StoredSql = """
        select employer_id, on_day, visits, other_contacts, decision_makers, needs, openings, placements, sustained_placements
        from employer_evidence
        where employer_id in @Ids
        """;

    public async Task<IReadOnlyList<string>> RunAsync(Guid[] employerIds)
    {
        var ids = new { Ids = employerIds };
        var stored = (await session.Sql.QueryAsync<StoredEvidence>(StoredSql, ids)).ToLookup(row => row.EmployerId, row => row.Evidence);
        var contacts = (await session.Sql.QueryAsync<HeldRow>(HeldSql, ids)).ToLookup(row => row.EmployerId);
        var jobs = (await session.Sql.QueryAsync<JobRow>(JobsSql, ids)).ToLookup(row => row.EmployerId);
        var openings = (await session.Sql.QueryAsync<OpeningRow>(OpeningsSql, ids)).ToLookup(row => row.EmployerId);
        var differences = new List<string>();
        foreach (var employer in (await new EmployerRows(session.Sql).OfAsync(employerIds)).Values)
        {
            var right = contacts[employer.Id].SelectMany(row => row.Evidence)
                .Concat(jobs[employer.Id].SelectMany(row => Evidence.Of(new JobSpan(row.StartsOn, row.EndsOn), options)))
                .Concat(openings[employer.Id].SelectMany(row => Evidence.OfOpening(DateOnly.FromDateTime(LondonClock.ToLocal(row.RecordedAt)))))
                .Concat(Evidence.Of(employer));
            if (Evidence.Difference(stored[employer.Id], right) is not { Count: > 0 } missing)
                continue;
            differences.Add($"evidence about employer {employer.Id} on {missing.Count} days was counted again");
            foreach (var day in missing)
                await session.Engagement.CountAsync(employer.Id, day);
        }

        return differences;
    }

    private sealed record HeldRow
    {
        public required Guid EmployerId { get; init; }

        public required DateOnly On { get; init; }

        public required Channel Channel { get; init; }

        public required Reached Reached { get; init; }

        public required Purpose Purpose { get; init; }

        public required int Contacts { get; init; }

        public IEnumerable<Evidence> Evidence =>
            Enumerable.Repeat(0, Contacts).SelectMany(_ => Core.Engagement.Evidence.Of(On, Channel, Reached, Purpose));
    }

    private sealed record JobRow
    {
        public required Guid EmployerId { get; init; }

        public required DateOnly StartsOn { get; init; }

        public DateOnly? EndsOn { get; init; }
    }

    private sealed record OpeningRow
    {
        public required Guid EmployerId { get; init; }

        public required DateTimeOffset RecordedAt { get; init; }
    }
}
