using EmployerCrm.Core.Engagement;
using EmployerCrm.Store.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Engagement;

internal sealed class EngagementRecords(Session session) : IEngagementRecords
{
    private const string HoldSql = "update employer_summaries set level = level where employer_id = @EmployerId";

    private const string StandingSql = """
        select employer_id, level, computed_level, review_on, set_level, set_until
        from employer_summaries
        where employer_id = @EmployerId
        """;

    private const string SaveStandingSql = """
        update employer_summaries
        set level = @Level, computed_level = @ComputedLevel, review_on = @ReviewOn, set_level = @SetLevel, set_until = @SetUntil
        where employer_id = @EmployerId
        """;

    private const string DueSql = $"""
        select employer_id
        from employer_summaries
        where review_on is not null and review_on <= @Today
        order by review_on
        {Dialect.Page}
        """;

    private const string ContactsSql = $"""
        select v.id as visit_id, s.name as specialist_name, v.channel, v.visited_on as [On], v.reached, v.purpose
        from visits v
          inner join specialists s on s.id = v.specialist_id
        where v.employer_id = @EmployerId and v.visited_on >= @Since and v.state = 'Held'
        order by v.visited_on desc, v.logged_at desc
        {Dialect.Page}
        """;

    private const string JobsSql = """
        select p.id as placement_id, c.reference as client_reference, p.starts_on, p.ends_on
        from placements p
          inner join clients c on c.id = p.client_id
        where p.employer_id = @EmployerId and p.team_id = @TeamId
        order by p.starts_on desc, p.recorded_at desc
        """;

    private readonly EvidenceRows _evidence = new(session);
    private readonly LevelRows _levels = new(session);

    public async Task<EmployerStanding?> HoldAsync(Guid employerId)
    {
        await session.HoldAsync(HoldSql, new { EmployerId = employerId });
        if (await StandingAsync(employerId) is { } standing)
            return standing;
        // A version that knew no such row had added the employer.
        if (await new EmployerRecords(session).EmployerAsync(employerId) is { } employer)
            await new EmployerSummaryRows(session).ChangeAsync(employer);
        return await StandingAsync(employerId);
    }

    public Task CountAsync(Guid employerId, Evidence evidence) => _evidence.CountAsync(employerId, evidence);

    public Task<IReadOnlyList<Evidence>> EvidenceAsync(Guid employerId, DateOnly since) => _evidence.OfAsync(employerId, since);

    public Task<EmployerStanding?> StandingAsync(Guid employerId) => session.SingleAsync<EmployerStanding>(StandingSql, new { EmployerId = employerId });

    public Task SaveAsync(EmployerStanding standing) => session.ExecuteAsync(SaveStandingSql, standing);

    public Task AddAsync(LevelChange change) => _levels.AddAsync(change);

    public Task<IReadOnlyList<LevelChange>> ChangesAsync(Guid employerId, int most) => _levels.OfAsync(employerId, most);

    public Task<LevelOverride?> OverrideAsync(Guid employerId) => _levels.OverrideAsync(employerId);

    public Task AddAsync(LevelOverride set) => _levels.AddAsync(set);

    public Task<bool> SaveAsync(LevelOverride set, int expectedVersion) => _levels.SaveAsync(set, expectedVersion);

    public async Task<IReadOnlyList<Guid>> DueAsync(DateOnly today, int most) => await session.QueryAsync<Guid>(DueSql, new { Today = today, Skip = 0, Take = most });

    public async Task<IReadOnlyList<ContactFact>> ContactsAsync(Guid employerId, DateOnly since, int most) =>
        await session.QueryAsync<ContactFact>(ContactsSql, new { EmployerId = employerId, Since = since, Skip = 0, Take = most });

    public async Task<IReadOnlyList<JobFact>> JobsAsync(Guid employerId, Guid teamId) =>
        await session.QueryAsync<JobFact>(JobsSql, new { EmployerId = employerId, TeamId = teamId });
}
