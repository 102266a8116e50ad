using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Visits;

internal sealed class VisitRecords(Session session) : IVisitRecords
{
    private const int MostJustLogged = 20;

    private const string VisitSql = $"""
        select {VisitRow.Columns}
        from visits
        where id = @Id
        """;

    private const string SummaryColumns = """
        v.id, v.employer_id, e.name as employer_name, e.town, c.name as contact_name, k.reference as client_reference,
          v.state, v.channel, v.visited_on as [On], v.visited_at as [At], v.version
        from visits v
          inner join employers e on e.id = v.employer_id
          left join contacts c on c.id = v.contact_id
          left join clients k on k.id = v.client_id
        """;

    private const string TimeOrder = "v.visited_on, case when v.visited_at is null then 1 else 0 end, v.visited_at, v.logged_at";

    private const string OfSpecialistSql = $"""
        select {SummaryColumns}
        where v.specialist_id = @SpecialistId and v.visited_on >= @First and v.visited_on <= @Last and v.state <> 'Cancelled'
        order by {TimeOrder}
        """;

    private const string PlannedAtSql = $"""
        select {SummaryColumns}
        where v.specialist_id = @SpecialistId and v.state = 'Planned' and v.employer_id = @EmployerId
        order by {TimeOrder}
        """;

    private const string PlannedBeforeSql = $"""
        select {SummaryColumns}
        where v.specialist_id = @SpecialistId and v.state = 'Planned' and v.visited_on < @Day
        order by {TimeOrder}
        """;

    private const string HeldOfClientSql = $"""
        select {VisitRow.Columns}
        from visits
        where client_id = @ClientId and state = 'Held' and visited_on >= @First
        order by visited_on, logged_at
        """;

    // In the order of the employer's history, so that it goes by when they were logged, however many of them the day holds. Whose they are stands there too.
    private const string NotesLoggedSinceSql = $"""
        select notes
        from visits
        where employer_id = @EmployerId and visited_on = @VisitedOn and logged_at >= @Since
          and specialist_id = @SpecialistId and channel = @Channel and state = @State
        order by logged_at desc
        {Dialect.Page}
        """;

    // Ordered by what is the same in all of them: paging wants an order, and this one lets both engines stop at the second row.
    private const string ReachedBeforeSql = $"""
        select id
        from visits
        where employer_id = @EmployerId and state = 'Held' and visited_on <= @UpTo and reached <> 'Nobody' and id <> @ExceptId
        order by state
        {Dialect.Page}
        """;

    private const string AddVisitSql = $"""
        insert into visits ({VisitRow.Columns})
        values (@Id, @EmployerId, @SpecialistId, @TeamId, @ContactId, @ClientId, @State, @Channel, @VisitedOn, @VisitedAt, @Notes,
          @Purpose, @PurposeAssumed, @Reached, @ReachedAssumed, @ClientPresent, @ClientPresentAssumed, @ClientSpecific, @ClientSpecificAssumed,
          @MatchesPreferences, @CancelledBecause, @NothingNext, @LoggedAt, @Version)
        """;

    private const string SaveVisitSql = """
        update visits
        set employer_id = @EmployerId, specialist_id = @SpecialistId, team_id = @TeamId, contact_id = @ContactId, client_id = @ClientId,
          state = @State, channel = @Channel, visited_on = @VisitedOn, visited_at = @VisitedAt, notes = @Notes,
          purpose = @Purpose, purpose_assumed = @PurposeAssumed, reached = @Reached, reached_assumed = @ReachedAssumed,
          client_present = @ClientPresent, client_present_assumed = @ClientPresentAssumed,
          client_specific = @ClientSpecific, client_specific_assumed = @ClientSpecificAssumed, matches_preferences = @MatchesPreferences,
          cancelled_because = @CancelledBecause, nothing_next = @NothingNext, logged_at = @LoggedAt, version = @Version
        where id = @Id and version = @ExpectedVersion
        """;

    private const string RemoveVisitSql = "delete from visits where id = @Id and version = @Version";

    public async Task<Visit?> VisitAsync(Guid id) => (await session.SingleAsync<VisitRow>(VisitSql, new { Id = id }))?.ToVisit();

    public async Task<IReadOnlyList<VisitSummary>> OfSpecialistAsync(Guid specialistId, DateOnly from, DateOnly to) =>
        await session.QueryAsync<VisitSummary>(OfSpecialistSql, new { SpecialistId = specialistId, First = from, Last = to });

    public async Task<int> ReachedBeforeAsync(Guid employerId, DateOnly on, Guid exceptVisitId) =>
        (await session.QueryAsync<Guid>(ReachedBeforeSql, new { EmployerId = employerId, UpTo = on, ExceptId = exceptVisitId, Skip = 0, Take = 2 })).Count;

    public async Task<IReadOnlyList<VisitSummary>> PlannedAtAsync(Guid specialistId, Guid employerId) =>
        await session.QueryAsync<VisitSummary>(PlannedAtSql, new { SpecialistId = specialistId, EmployerId = employerId });

    public async Task<IReadOnlyList<VisitSummary>> PlannedBeforeAsync(Guid specialistId, DateOnly day) =>
        await session.QueryAsync<VisitSummary>(PlannedBeforeSql, new { SpecialistId = specialistId, Day = day });

    public async Task<IReadOnlyList<string?>> NotesLoggedSinceAsync(Guid specialistId, SameVisit like, DateTimeOffset since) => await session.QueryAsync<string?>(
        NotesLoggedSinceSql,
        new { SpecialistId = specialistId, like.EmployerId, like.Channel, like.State, VisitedOn = like.On, Since = since, Skip = 0, Take = MostJustLogged });

    public async Task<IReadOnlyList<Visit>> HeldOfClientAsync(Guid clientId, DateOnly from) =>
        [.. (await session.QueryAsync<VisitRow>(HeldOfClientSql, new { ClientId = clientId, First = from })).Select(row => row.ToVisit())];

    public Task<WeekTally> WeekTallyAsync(Guid specialistId, DateOnly weekStart) => new WeeklyCounts(session).OfAsync(specialistId, weekStart);

    public Task CountAsync(Guid specialistId, DateOnly weekStart, WeekTally change) => new WeeklyCounts(session).AddAsync(specialistId, weekStart, change);

    public Task AddAsync(Visit visit) => session.ExecuteAsync(AddVisitSql, VisitRow.Of(visit, expectedVersion: 0));

    public async Task<bool> SaveAsync(Visit visit, int expectedVersion) => await session.ExecuteAsync(SaveVisitSql, VisitRow.Of(visit, expectedVersion)) > 0;

    public async Task<bool> RemoveAsync(Guid id, int expectedVersion) =>
        await session.ExecuteAsync(RemoveVisitSql, new { Id = id, Version = expectedVersion }) > 0;
}
