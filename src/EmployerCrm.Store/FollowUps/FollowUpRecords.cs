using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.FollowUps;

internal sealed class FollowUpRecords(Session session) : IFollowUpRecords
{
    private const string Columns = """
        id, employer_id, visit_id, client_id, owner_id, team_id, title, due_on, state, done_at, done_by_id, created_at, version, due_at,
          kind, placement_id, step_key, anchored_on, occurrence, opens_on, in_person, snoozed_times, done_through_id
        """;

    private const string SummaryColumns = """
        f.id, f.employer_id, f.team_id, e.name as employer_name, f.title, f.due_on, f.due_at, f.state, f.done_at, f.done_by_id, s.name as done_by_name, f.version,
          f.kind, f.in_person, f.snoozed_times, f.owner_id, o.name as owner_name, c.reference as client_reference, c.id as client_id
        from follow_ups f
          inner join specialists o on o.id = f.owner_id
          left join employers e on e.id = f.employer_id
          left join specialists s on s.id = f.done_by_id
          left join clients c on c.id = f.client_id and f.kind in ('ClientContact', 'EmployerCheckIn', 'CareTeamUpdate', 'PermissionRevisit')
        """;

    private const string FollowUpSql = $"select {Columns} from follow_ups where id = @Id";

    private const string SummariesSql = $"""
        select {SummaryColumns}
        where f.id in @Ids
        """;

    private const string OpenOfOwnerSql = $"""
        select {SummaryColumns}
        where f.owner_id = @OwnerId and f.state = 'Open'
        order by case when f.due_on is null then 1 else 0 end, f.due_on, case when f.due_at is null then 1 else 0 end, f.due_at, f.created_at
        """;

    private const string DueOfOwnerSql = $"""
        select {SummaryColumns}
        where f.owner_id = @OwnerId and f.state = 'Open' and f.due_on <= @UpTo
        order by f.due_on, case when f.due_at is null then 1 else 0 end, f.due_at, f.created_at
        """;

    private const string CountDueOfOwnerSql = "select count(*) from follow_ups where owner_id = @OwnerId and state = 'Open' and due_on <= @UpTo";

    private const string OpenOfClientSql = $"""
        select {SummaryColumns}
        where f.client_id = @ClientId and f.state = 'Open'
        order by case when f.due_on is null then 1 else 0 end, f.due_on, case when f.due_at is null then 1 else 0 end, f.due_at, f.created_at
        """;

    private const string OfVisitSql = $"select {Columns} from follow_ups where visit_id = @VisitId and state = 'Open' order by created_at";

    private const string OfPlacementSql = $"select {Columns} from follow_ups where placement_id = @PlacementId order by due_on, opens_on, created_at";

    private const string OpenStepsOfClientSql = $"""
        select {Columns}
        from follow_ups
        where client_id = @ClientId and state = 'Open' and kind in ('ClientContact', 'EmployerCheckIn', 'CareTeamUpdate', 'PermissionRevisit')
        order by due_on, opens_on, created_at
        """;

    private const string DoneThroughSql = $"select {Columns} from follow_ups where done_through_id = @ContactId order by due_on, opens_on, created_at";

    private const string NextContactsSql = """
        select soonest.client_id, soonest.title, soonest.due_on, soonest.opens_on, soonest.in_person
        from (
          select f.client_id, f.title, f.due_on, f.opens_on, f.in_person, row_number() over (partition by f.client_id order by f.due_on, f.opens_on, f.created_at) as place
          from clients c inner join follow_ups f on f.client_id = c.id
          where c.team_id = @TeamId and (@OwnerId is null or c.owner_id = @OwnerId) and c.status <> 'Closed'
            and f.state = 'Open' and f.kind = 'ClientContact' and f.due_on is not null) soonest
        where soonest.place = 1
        """;

    private const string OpenRowsOfOwnerSql = $"select {Columns} from follow_ups where owner_id = @OwnerId and state = 'Open' order by created_at";

    private const string DueOfTeamSql = $"""
        select {SummaryColumns}
        where f.team_id = @TeamId and f.state = 'Open' and f.due_on <= @UpTo
        order by f.due_on, case when f.due_at is null then 1 else 0 end, f.due_at, f.created_at
        """;

    private const string OpenOfTeamSql = $"""
        select {SummaryColumns}
        where f.team_id = @TeamId and f.state = 'Open'
        order by case when f.due_on is null then 1 else 0 end, f.due_on, case when f.due_at is null then 1 else 0 end, f.due_at, f.created_at
        """;

    private const string CommentsSql = "select id, follow_up_id, specialist_id, text, written_at from follow_up_comments where follow_up_id = @FollowUpId order by written_at";

    private const string AddCommentSql = """
        insert into follow_up_comments (id, follow_up_id, specialist_id, text, written_at)
        values (@Id, @FollowUpId, @SpecialistId, @Text, @WrittenAt)
        """;

    private const string AddFollowUpSql = """
        insert into follow_ups (id, employer_id, visit_id, client_id, owner_id, team_id, title, due_on, state, done_at, done_by_id, created_at, version, due_at,
          kind, placement_id, step_key, anchored_on, occurrence, opens_on, in_person, snoozed_times, done_through_id)
        values (@Id, @EmployerId, @VisitId, @ClientId, @OwnerId, @TeamId, @Title, @DueOn, @State, @DoneAt, @DoneById, @CreatedAt, @Version, @DueAt,
          @Kind, @PlacementId, @StepKey, @AnchoredOn, @Occurrence, @OpensOn, @InPerson, @SnoozedTimes, @DoneThroughId)
        """;

    private const string SaveFollowUpSql = """
        update follow_ups
        set employer_id = @EmployerId, visit_id = @VisitId, client_id = @ClientId, owner_id = @OwnerId, team_id = @TeamId, title = @Title, due_on = @DueOn, due_at = @DueAt,
          state = @State, done_at = @DoneAt, done_by_id = @DoneById, created_at = @CreatedAt, version = @Version, kind = @Kind, placement_id = @PlacementId, step_key = @StepKey, anchored_on = @AnchoredOn, occurrence = @Occurrence,
          opens_on = @OpensOn, in_person = @InPerson, snoozed_times = @SnoozedTimes, done_through_id = @DoneThroughId
        where id = @Id and version = @ExpectedVersion
        """;

    private const string RemoveFollowUpSql = "delete from follow_ups where id = @Id and version = @Version";

    public Task<FollowUp?> FollowUpAsync(Guid id) => session.SingleAsync<FollowUp>(FollowUpSql, new { Id = id });

    public async Task<IReadOnlyList<FollowUpSummary>> SummariesAsync(IReadOnlyCollection<Guid> ids) =>
        await session.QueryInChunksAsync<FollowUpSummary, Guid>(SummariesSql, ids, chunk => new { Ids = chunk });

    public async Task<IReadOnlyList<FollowUpSummary>> OpenOfOwnerAsync(Guid ownerId, DateOnly? upTo) => upTo is { } last
        ? await session.QueryAsync<FollowUpSummary>(DueOfOwnerSql, new { OwnerId = ownerId, UpTo = last })
        : await session.QueryAsync<FollowUpSummary>(OpenOfOwnerSql, new { OwnerId = ownerId });

    public Task<int> CountOpenOfOwnerAsync(Guid ownerId, DateOnly upTo) =>
        session.CountAsync(CountDueOfOwnerSql, new { OwnerId = ownerId, UpTo = upTo });

    public async Task<IReadOnlyList<FollowUp>> OfVisitAsync(Guid visitId) => await session.QueryAsync<FollowUp>(OfVisitSql, new { VisitId = visitId });

    public async Task<IReadOnlyList<FollowUpSummary>> OpenOfClientAsync(Guid clientId) =>
        await session.QueryAsync<FollowUpSummary>(OpenOfClientSql, new { ClientId = clientId });

    public async Task<IReadOnlyList<FollowUp>> OfPlacementAsync(Guid placementId) =>
        await session.QueryAsync<FollowUp>(OfPlacementSql, new { PlacementId = placementId });

    public async Task<IReadOnlyList<FollowUp>> OpenStepsOfClientAsync(Guid clientId) =>
        await session.QueryAsync<FollowUp>(OpenStepsOfClientSql, new { ClientId = clientId });

    public async Task<IReadOnlyList<FollowUp>> DoneThroughAsync(Guid contactId) =>
        await session.QueryAsync<FollowUp>(DoneThroughSql, new { ContactId = contactId });

    public async Task<IReadOnlyList<NextContact>> NextContactsAsync(Guid teamId, Guid? ownerId) =>
        await session.QueryAsync<NextContact>(NextContactsSql, new { TeamId = teamId, OwnerId = ownerId });

    public async Task<IReadOnlyList<FollowUp>> OpenRowsOfOwnerAsync(Guid ownerId) =>
        await session.QueryAsync<FollowUp>(OpenRowsOfOwnerSql, new { OwnerId = ownerId });

    public async Task<IReadOnlyList<FollowUpSummary>> DueOfTeamAsync(Guid teamId, DateOnly upTo) =>
        await session.QueryAsync<FollowUpSummary>(DueOfTeamSql, new { TeamId = teamId, UpTo = upTo });

    public async Task<IReadOnlyList<FollowUpSummary>> OpenOfTeamAsync(Guid teamId) => await session.QueryAsync<FollowUpSummary>(OpenOfTeamSql, new { TeamId = teamId });

    public async Task<IReadOnlyList<FollowUpComment>> CommentsAsync(Guid followUpId) =>
        await session.QueryAsync<FollowUpComment>(CommentsSql, new { FollowUpId = followUpId });

    public Task AddAsync(FollowUpComment comment) => session.ExecuteAsync(AddCommentSql, comment);

    public Task AddAsync(FollowUp followUp) => session.ExecuteAsync(AddFollowUpSql, followUp);

    public async Task<bool> SaveAsync(FollowUp followUp, int expectedVersion) => await session.ExecuteAsync(
        SaveFollowUpSql,
        new
        {
            followUp.Id,
            followUp.EmployerId,
            followUp.VisitId,
            followUp.ClientId,
            followUp.OwnerId,
            followUp.TeamId,
            followUp.Title,
            followUp.DueOn,
            followUp.DueAt,
            followUp.State,
            followUp.DoneAt,
            followUp.DoneById,
            followUp.CreatedAt,
            followUp.Version,
            followUp.Kind,
            followUp.PlacementId,
            followUp.StepKey,
            followUp.AnchoredOn,
            followUp.Occurrence,
            followUp.OpensOn,
            followUp.InPerson,
            followUp.SnoozedTimes,
            followUp.DoneThroughId,
            ExpectedVersion = expectedVersion,
        }) > 0;

    public async Task<bool> RemoveAsync(Guid id, int expectedVersion) =>
        await session.ExecuteAsync(RemoveFollowUpSql, new { Id = id, Version = expectedVersion }) > 0;
}
