using EmployerCrm.Core.Conversations;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Conversations;

/// <summary>What was received, each with its answer; and beside it, in a narrow row of its own, what of that is still to be delivered.</summary>
internal sealed class ReceivedActivities(Session session)
{
    private const string ReceivedSql = """
        select r.activity_key, r.specialist_id, r.received_at, r.answer, coalesce(o.lease_until, r.lease_until) as lease_until,
          coalesce(o.in_doubt_at, r.in_doubt_at) as in_doubt_at, case when o.activity_key is null and r.delivered_at is not null then 1 else 0 end as is_delivered,
          coalesce(o.attempts, r.attempts) as attempts
        from received_activities r
          left join owed_answers o on o.activity_key = r.activity_key
        where r.activity_key = @ActivityKey
        """;

    private const string FromOwed = """
        select o.activity_key, o.specialist_id, o.received_at, r.answer, o.lease_until, o.in_doubt_at, 0 as is_delivered, o.attempts
        from owed_answers o
          inner join received_activities r on r.activity_key = o.activity_key
        """;

    // Marked as delivered for the version before, which knows no other place to look.
    private const string AddReceivedSql = """
        insert into received_activities (activity_key, specialist_id, received_at, answer, lease_until, delivered_at, attempts)
        values (@ActivityKey, @SpecialistId, @ReceivedAt, @Answer, @LeaseUntil, @ReceivedAt, @Attempts)
        """;

    private const string AddOwedSql = """
        insert into owed_answers (activity_key, specialist_id, received_at, lease_until, in_doubt_at, attempts)
        values (@ActivityKey, @SpecialistId, @ReceivedAt, @LeaseUntil, @InDoubtAt, @Attempts)
        """;

    private const string DeliveredSql = "delete from owed_answers where activity_key = @ActivityKey";

    private const string OwedSql = "update owed_answers set lease_until = @LeaseUntil where activity_key = @ActivityKey";

    private const string InDoubtSql = "update owed_answers set in_doubt_at = @At where activity_key = @ActivityKey";

    private const string LeftSql = "update received_activities set answer = @Answer where activity_key = @ActivityKey";

    private const string InDoubtOfSql = $"""
        {FromOwed}
        where o.specialist_id = @SpecialistId and o.in_doubt_at is not null
        order by o.received_at, o.number
        """;

    private const string Claimable = "in_doubt_at is null and received_at > @ReceivedAfter and lease_until <= @Now";

    // The condition stands twice: two nodes may pick the same rows, and only the first to write still meets it.
    private const string ClaimManySql = $"""
        update owed_answers
        set lease = @Lease, lease_until = @LeaseUntil, attempts = attempts + 1
        where activity_key in (
            select activity_key from owed_answers
            where {Claimable}
            order by received_at, number
            {Dialect.Page})
          and {Claimable}
        """;

    private const string ClaimedSql = $"{FromOwed}\nwhere o.lease = @Lease\norder by o.received_at, o.number";

    private const string ClaimOneSql = """
        update owed_answers
        set lease = @Lease, lease_until = @LeaseUntil, attempts = attempts + 1
        where activity_key = @ActivityKey and in_doubt_at is null and lease_until <= @Now
        """;

    // What the version before still owes is marked in its wide row.
    private const string TakeOverSql = """
        update received_activities
        set lease = @Lease, delivered_at = received_at
        where delivered_at is null and (lease_until <= @Now or in_doubt_at is not null)
        """;

    private const string TakenOverSql = """
        insert into owed_answers (activity_key, specialist_id, received_at, lease_until, in_doubt_at, attempts)
        select activity_key, specialist_id, received_at, lease_until, in_doubt_at, attempts
        from received_activities
        where lease = @Lease
        order by received_at
        """;

    private const string ForgetOwedSql = "delete from owed_answers where received_at < @Before";

    private const string ForgetReceivedSql = "delete from received_activities where received_at < @Before";

    public Task<ReceivedActivity?> OfKeyAsync(string activityKey) => session.SingleAsync<ReceivedActivity>(ReceivedSql, new { ActivityKey = activityKey });

    public async Task AddAsync(ReceivedActivity activity)
    {
        await session.ExecuteAsync(AddReceivedSql, activity);
        if (!activity.IsDelivered)
            await session.ExecuteAsync(AddOwedSql, activity);
    }

    public Task DeliveredAsync(string activityKey) => session.ExecuteAsync(DeliveredSql, new { ActivityKey = activityKey });

    public async Task OwedAsync(string activityKey, string answer, DateTimeOffset leaseUntil)
    {
        if (await session.ExecuteAsync(OwedSql, new { ActivityKey = activityKey, LeaseUntil = leaseUntil }) > 0)
            await LeaveAsync(activityKey, answer);
    }

    public async Task InDoubtAsync(string activityKey, string answer, DateTimeOffset at)
    {
        if (await session.ExecuteAsync(InDoubtSql, new { ActivityKey = activityKey, At = at }) > 0)
            await LeaveAsync(activityKey, answer);
    }

    public async Task<IReadOnlyList<ReceivedActivity>> InDoubtOfAsync(Guid specialistId) =>
        await session.QueryAsync<ReceivedActivity>(InDoubtOfSql, new { SpecialistId = specialistId });

    public async Task<IReadOnlyList<ReceivedActivity>> ClaimAsync(DateTimeOffset receivedAfter, DateTimeOffset now, DateTimeOffset leaseUntil, int count)
    {
        await TakeOverAsync(now);
        var lease = session.Ids.New();
        var claimed = await session.ExecuteAsync(
            ClaimManySql, new { Lease = lease, LeaseUntil = leaseUntil, ReceivedAfter = receivedAfter, Now = now, Skip = 0, Take = count });
        return claimed == 0 ? [] : await session.QueryAsync<ReceivedActivity>(ClaimedSql, new { Lease = lease });
    }

    public async Task<bool> ClaimAsync(string activityKey, DateTimeOffset now, DateTimeOffset leaseUntil)
    {
        await TakeOverAsync(now);
        return await session.ExecuteAsync(ClaimOneSql, new { ActivityKey = activityKey, Lease = session.Ids.New(), Now = now, LeaseUntil = leaseUntil }) > 0;
    }

    public async Task<int> ForgetAsync(DateTimeOffset before)
    {
        await session.ExecuteAsync(ForgetOwedSql, new { Before = before });
        return await session.ExecuteAsync(ForgetReceivedSql, new { Before = before });
    }

    private Task LeaveAsync(string activityKey, string answer) => session.ExecuteAsync(LeftSql, new { ActivityKey = activityKey, Answer = answer });

    /// <summary>A node of the version before, or one that was updated, has left answers behind.</summary>
    private async Task TakeOverAsync(DateTimeOffset now)
    {
        var lease = session.Ids.New();
        if (await session.ExecuteAsync(TakeOverSql, new { Lease = lease, Now = now }) > 0)
            await session.ExecuteAsync(TakenOverSql, new { Lease = lease });
    }
}
