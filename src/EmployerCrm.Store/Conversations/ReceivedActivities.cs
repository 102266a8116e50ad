using EmployerCrm.Core.Conversations;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Conversations;

internal sealed class ReceivedActivities(Session session)
{
    private const string Columns = "activity_key, specialist_id, received_at, answer, lease_until, delivered_at, in_doubt_at, attempts";

    private const string ReceivedSql = $"select {Columns} from received_activities where activity_key = @ActivityKey";

    private const string AddReceivedSql = """
        insert into received_activities (activity_key, specialist_id, received_at, answer, lease_until, delivered_at, attempts)
        values (@ActivityKey, @SpecialistId, @ReceivedAt, @Answer, @LeaseUntil, @DeliveredAt, @Attempts)
        """;

    private const string DeliveredSql = "update received_activities set delivered_at = @At where activity_key = @ActivityKey";

    private const string OwedSql = """
        update received_activities
        set answer = @Answer, lease_until = @LeaseUntil
        where activity_key = @ActivityKey and delivered_at is null
        """;

    private const string InDoubtSql = """
        update received_activities
        set answer = @Answer, in_doubt_at = @At
        where activity_key = @ActivityKey and delivered_at is null
        """;

    private const string InDoubtOfSql = $"""
        select {Columns}
        from received_activities
        where specialist_id = @SpecialistId and in_doubt_at is not null and delivered_at is null
        order by received_at
        """;

    private const string Claimable = "delivered_at is null and in_doubt_at is null and received_at > @ReceivedAfter and lease_until <= @Now";

    // The condition stands twice: two nodes may pick the same rows, and only the first to write still meets it.
    private const string ClaimManySql = $"""
        update received_activities
        set lease = @Lease, lease_until = @LeaseUntil, attempts = attempts + 1
        where activity_key in (
            select activity_key from received_activities
            where {Claimable}
            order by received_at
            {Dialect.Page})
          and {Claimable}
        """;

    private const string ClaimedSql = $"select {Columns} from received_activities where lease = @Lease order by received_at";

    private const string ClaimOneSql = """
        update received_activities
        set lease = @Lease, lease_until = @LeaseUntil, attempts = attempts + 1
        where activity_key = @ActivityKey and delivered_at is null and in_doubt_at is null and lease_until <= @Now
        """;

    private const string ForgetReceivedSql = "delete from received_activities where received_at < @Before";

    public Task<ReceivedActivity?> OfKeyAsync(string activityKey) => session.SingleAsync<ReceivedActivity>(ReceivedSql, new { ActivityKey = activityKey });

    public Task AddAsync(ReceivedActivity activity) => session.ExecuteAsync(AddReceivedSql, activity);

    public Task DeliveredAsync(string activityKey, DateTimeOffset at) => session.ExecuteAsync(DeliveredSql, new { ActivityKey = activityKey, At = at });

    public Task OwedAsync(string activityKey, string answer, DateTimeOffset leaseUntil) =>
        session.ExecuteAsync(OwedSql, new { ActivityKey = activityKey, Answer = answer, LeaseUntil = leaseUntil });

    public Task InDoubtAsync(string activityKey, string answer, DateTimeOffset at) =>
        session.ExecuteAsync(InDoubtSql, new { ActivityKey = activityKey, Answer = answer, At = at });

    public async Task<IReadOnlyList<ReceivedActivity>> InDoubtOfAsync(Guid specialistId) =>
        await session.QueryAsync<ReceivedActivity>(InDoubtOfSql, new { SpecialistId = specialistId });

    public async Task<IReadOnlyList<ReceivedActivity>> ClaimAsync(DateTimeOffset receivedAfter, DateTimeOffset now, DateTimeOffset leaseUntil, int count)
    {
        var lease = session.Ids.New();
        var claimed = await session.ExecuteAsync(
            ClaimManySql, new { Lease = lease, LeaseUntil = leaseUntil, ReceivedAfter = receivedAfter, Now = now, Skip = 0, Take = count });
        return claimed == 0 ? [] : await session.QueryAsync<ReceivedActivity>(ClaimedSql, new { Lease = lease });
    }

    public async Task<bool> ClaimAsync(string activityKey, DateTimeOffset now, DateTimeOffset leaseUntil) => await session.ExecuteAsync(
        ClaimOneSql, new { ActivityKey = activityKey, Lease = session.Ids.New(), Now = now, LeaseUntil = leaseUntil }) > 0;

    public Task<int> ForgetAsync(DateTimeOffset before) => session.ExecuteAsync(ForgetReceivedSql, new { Before = before });
}
