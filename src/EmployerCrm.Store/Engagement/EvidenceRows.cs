using EmployerCrm.Core.Engagement;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Engagement;

/// <summary>What is counted for an employer on a day.</summary>
internal sealed class EvidenceRows(Session session)
{
    private const string EvidenceSql = """
        select on_day, visits, other_contacts, decision_makers, needs, openings, placements, sustained_placements
        from employer_evidence
        where employer_id = @EmployerId and on_day >= @Since
        order by on_day
        """;

    private const string CountEvidenceSql = """
        update employer_evidence
        set visits = visits + @Visits, other_contacts = other_contacts + @OtherContacts, decision_makers = decision_makers + @DecisionMakers, needs = needs + @Needs,
          openings = openings + @Openings, placements = placements + @Placements, sustained_placements = sustained_placements + @SustainedPlacements
        where employer_id = @EmployerId and on_day = @OnDay
        """;

    private const string AddEvidenceSql = """
        insert into employer_evidence (employer_id, on_day, visits, other_contacts, decision_makers, needs, openings, placements, sustained_placements)
        values (@EmployerId, @OnDay, @Visits, @OtherContacts, @DecisionMakers, @Needs, @Openings, @Placements, @SustainedPlacements)
        """;

    public async Task<IReadOnlyList<Evidence>> OfAsync(Guid employerId, DateOnly since) =>
        [.. (await session.QueryAsync<StoredEvidence>(EvidenceSql, new { EmployerId = employerId, Since = since })).Select(row => row.Evidence)];

    public Task CountAsync(Guid employerId, Evidence evidence) => session.UpsertAsync(CountEvidenceSql, AddEvidenceSql, StoredEvidence.Of(employerId, evidence));
}

/// <summary>Evidence as its row holds it.</summary>
internal sealed record StoredEvidence
{
    public Guid EmployerId { get; init; }

    public required DateOnly OnDay { get; init; }

    public required int Visits { get; init; }

    public required int OtherContacts { get; init; }

    public required int DecisionMakers { get; init; }

    public required int Needs { get; init; }

    public required int Openings { get; init; }

    public required int Placements { get; init; }

    public required int SustainedPlacements { get; init; }

    public Evidence Evidence => new(OnDay, new EvidenceCounts
    {
        Visits = Visits,
        OtherContacts = OtherContacts,
        DecisionMakers = DecisionMakers,
        Needs = Needs,
        Openings = Openings,
        Placements = Placements,
        SustainedPlacements = SustainedPlacements,
    });

    public static StoredEvidence Of(Guid employerId, Evidence evidence) => new()
    {
        EmployerId = employerId,
        OnDay = evidence.On,
        Visits = evidence.Counts.Visits,
        OtherContacts = evidence.Counts.OtherContacts,
        DecisionMakers = evidence.Counts.DecisionMakers,
        Needs = evidence.Counts.Needs,
        Openings = evidence.Counts.Openings,
        Placements = evidence.Counts.Placements,
        SustainedPlacements = evidence.Counts.SustainedPlacements,
    };
}
