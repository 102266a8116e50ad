using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Sql;
using EmployerCrm.Store.Visits;

namespace EmployerCrm.Store.Digest;

internal sealed class DigestRecords(Session session) : IDigestRecords
{
    private const string ReachableSql = """
        select s.id, s.team_id, s.role, t.nation, min(c.welcomed_at) as welcomed_at
        from specialists s
          inner join teams t on t.id = s.team_id
          inner join conversations c on c.specialist_id = s.id and c.is_personal = 1 and c.state = 'Live'
        where s.role <> 'Admin' and (s.left_on is null or s.left_on > @Today)
        group by s.id, s.team_id, s.role, t.nation
        """;

    private const string ToldSql = "select recipient_id from outbox where kind = @Kind and for_day = @ForDay";

    private const string PlanColumns = """
        v.id as visit_id, v.specialist_id, v.team_id, v.employer_id, v.client_id, v.visited_on as [On], v.visited_at as [At], v.logged_at
        from visits v
          inner join specialists s on s.id = v.specialist_id
        where v.state = 'Planned' and (s.left_on is null or s.left_on > @Day)
        """;

    private const string PlannedAtTimesSql = $"""
        select {PlanColumns} and v.visited_on = @Day and v.visited_at >= @First and v.visited_at <= @Last
        order by v.visited_at, v.logged_at
        """;

    // What was cancelled before anybody took it up is there to be told again.
    private const string PlannedNotToldSql = $"""
        select {PlanColumns} and v.visited_on >= @First and v.visited_on <= @Day
          and not exists (select 1 from outbox o where o.subject_id = v.id and o.kind = @Kind and o.for_day = v.visited_on
            and (o.state <> 'Cancelled' or o.lease is not null))
        order by v.visited_on, v.visited_at, v.logged_at
        """;

    private const string ToConfirmSql = $"""
        select {VisitRow.Columns}
        from visits
        where specialist_id = @SpecialistId and visited_on >= @First and visited_on <= @Last and state = 'Held' and channel = 'InPerson'
          and (reached_assumed = 1 or purpose_assumed = 1)
        order by visited_on, logged_at
        """;

    // The job seekers as ClientStanding counts them, at the end of the week.
    private const string TeamWeekSql = """
        select s.id as specialist_id, s.name, s.weekly_target, coalesce(w.counted, 0) as counted, coalesce(w.decision_makers, 0) as decision_makers,
          coalesce(w.to_confirm, 0) as to_confirm, coalesce(w.decision_makers_to_confirm, 0) as decision_makers_to_confirm, coalesce(w.all_contacts, 0) as [All],
          (select count(*)
           from clients c
           where c.owner_id = s.id
             and (c.status = 'JobSearch'
               or (c.status = 'InWork' and exists (select 1 from placements b where b.client_id = c.id and b.starts_on <= @Day)))
             and not exists (select 1 from placements p where p.client_id = c.id and p.starts_on <= @Day and (p.ends_on is null or p.ends_on > @Day))) as job_seekers
        from specialists s
          left join weekly_counts w on w.specialist_id = s.id and w.week_start = @WeekStart
        where s.team_id = @TeamId and s.role <> 'Admin' and (s.left_on is null or s.left_on > @Today)
        order by s.name
        """;

    private const string CountDueOfTeamSql = "select count(*) from follow_ups where team_id = @TeamId and state = 'Open' and due_on <= @UpTo";

    private const string QuietFrom = """
        from employers e
          inner join employer_summaries s on s.employer_id = e.id
        where e.team_id = @TeamId and s.archived = 0 and s.do_not_approach = 0 and s.last_on < @Since and s.last_on > @Never
        """;

    private const string CountQuietSql = $"select count(*) {QuietFrom}";

    private const string QuietNamesSql = $"select e.name {QuietFrom} order by s.level desc, s.last_on {Dialect.Page}";

    public async Task<IReadOnlyList<ReachablePerson>> ReachableAsync(DateOnly today) => await session.QueryAsync<ReachablePerson>(ReachableSql, new { Today = today });

    public async Task<IReadOnlyList<Guid>> ToldAsync(string kind, DateOnly forDay) => await session.QueryAsync<Guid>(ToldSql, new { Kind = kind, ForDay = forDay });

    public async Task<IReadOnlyList<PlanAhead>> PlannedAtTimesAsync(DateOnly day, TimeOnly from, TimeOnly until) =>
        await session.QueryAsync<PlanAhead>(PlannedAtTimesSql, new { Day = day, First = from, Last = until });

    public async Task<IReadOnlyList<PlanAhead>> PlannedNotToldAsync(DateOnly first, DateOnly last, string kind) =>
        await session.QueryAsync<PlanAhead>(PlannedNotToldSql, new { First = first, Day = last, Kind = kind });

    public async Task<IReadOnlyList<Visit>> ToConfirmAsync(Guid specialistId, DateOnly weekStart) =>
        (await session.QueryAsync<VisitRow>(ToConfirmSql, new { SpecialistId = specialistId, First = weekStart, Last = weekStart.AddDays(6) })).ConvertAll(row => row.ToVisit());

    public async Task<IReadOnlyList<TeamMemberWeek>> TeamWeekAsync(Guid teamId, DateOnly weekStart, DateOnly today) =>
        await session.QueryAsync<TeamMemberWeek>(TeamWeekSql, new { TeamId = teamId, WeekStart = weekStart, Day = weekStart.AddDays(6), Today = today });

    public Task<int> CountDueOfTeamAsync(Guid teamId, DateOnly upTo) =>
        session.CountAsync(CountDueOfTeamSql, new { TeamId = teamId, UpTo = upTo });

    public async Task<(int Count, IReadOnlyList<string> Names)> QuietOfTeamAsync(Guid teamId, DateOnly since, int most)
    {
        var count = await session.CountAsync(CountQuietSql, new { TeamId = teamId, Since = since, Never = DateOnly.MinValue });
        return (count, await session.QueryAsync<string>(QuietNamesSql, new { TeamId = teamId, Since = since, Never = DateOnly.MinValue, Skip = 0, Take = most }));
    }
}
