using EmployerCrm.Core.Outbox;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Outbox;

/// <summary>Who sends a row, and what became of it. Each step is one statement that says under which condition it holds.</summary>
internal sealed class OutboxClaims(Session session)
{
    private const int LostAtOnce = 100;

    private const string Claimable = "channel = @Channel and state = 'Waiting' and not_before <= @Now and expires_at > @Now and (lease_until is null or lease_until <= @Now or lease_until > @Ahead)";

    private const string DueSql = $"select id from outbox where {Claimable} order by not_before {Dialect.Page}";

    // The condition stands twice: two nodes may pick the same rows, and only the first to write still meets it.
    private const string ClaimSql = $"""
        update outbox
        set lease = @Lease, lease_until = @LeaseUntil, attempts = attempts + 1
        where id in (
            select id from outbox
            where {Claimable}
            order by not_before
            {Dialect.Page})
          and {Claimable}
        """;

    private const string ClaimedSql = $"select {OutboxRecords.Columns} from outbox where lease = @Lease and state = 'Waiting' order by not_before";

    private const string BeginSql = """
        update outbox
        set state = 'Sending', lease_until = @LeaseUntil
        where id = @Id and lease = @Lease and state = 'Waiting' and expires_at > @Now
          and not exists (select 1 from outbox_stops s where s.channel = outbox.channel)
        """;

    private const string EndSql = """
        update outbox
        set state = @State, reason = @Reason, ended_at = @At, lease = @KeptLease, lease_until = null, version = version + 1
        where id = @Id and lease = @Lease and state in ('Waiting', 'Sending', 'InDoubt')
        """;

    private const string LaterSql = """
        update outbox
        set state = 'Waiting', not_before = @NotBefore, reason = @Reason, ended_at = null, lease = null, lease_until = null
        where id = @Id and lease = @Lease and state in ('Waiting', 'Sending', 'InDoubt')
        """;

    private const string ReleaseSql = "update outbox set lease = null, lease_until = null, attempts = attempts - 1 where lease = @Lease and state = 'Waiting'";

    private const string ReleaseOneSql =
        "update outbox set lease = null, lease_until = null, attempts = attempts - 1 where id = @Id and lease = @Lease and state = 'Waiting'";

    private const string Lost = "state = 'Sending' and (lease_until <= @Now or lease_until > @Ahead)";

    private const string AnyLostSql = $"select id from outbox where {Lost} order by lease_until {Dialect.Page}";

    private const string LostSql = $"""
        select {OutboxRecords.Columns}
        from outbox
        where {Lost}
        order by lease_until
        {Dialect.Page}
        """;

    // The lease stays: a node that comes back may still say how it ended.
    private const string LoseSql = """
        update outbox
        set state = 'InDoubt', reason = @Reason, ended_at = @Now, lease_until = null, version = version + 1
        where id = @Id and state = 'Sending' and lease = @Lease
        """;

    private const string OldestDueSql = $"""
        select not_before
        from outbox
        where channel = @Channel and state = 'Waiting' and not_before <= @Now and expires_at > @Now
        order by not_before
        {Dialect.Page}
        """;

    // Its own time was written over when it was put off; it is not much later than that of the row.
    private const string OldestPutOffSql = $"""
        select created_at
        from outbox
        where channel = @Channel and state = 'Waiting' and not_before > @Now and expires_at > @Now and reason is not null
        order by created_at
        {Dialect.Page}
        """;

    public async Task<IReadOnlyList<OutboxRow>> ClaimAsync(OutboxChannel channel, DateTimeOffset now, Guid lease, DateTimeOffset leaseUntil, int count)
    {
        var claimed = await session.ExecuteAsync(ClaimSql, new { Channel = channel, Now = now, Ahead = Ahead(now), Lease = lease, LeaseUntil = leaseUntil, Skip = 0, Take = count });
        return claimed == 0 ? [] : await session.QueryAsync<OutboxRow>(ClaimedSql, new { Lease = lease });
    }

    public async Task<bool> BeginAsync(Guid id, Guid lease, DateTimeOffset now, DateTimeOffset leaseUntil) =>
        await session.ExecuteAsync(BeginSql, new { Id = id, Lease = lease, Now = now, LeaseUntil = leaseUntil }) > 0;

    public async Task<bool> EndAsync(Guid id, Guid lease, OutboxState state, string? reason, DateTimeOffset at)
    {
        Guid? kept = state is OutboxState.Cancelled or OutboxState.InDoubt ? lease : null;
        return await session.ExecuteAsync(EndSql, new { Id = id, Lease = lease, State = state, Reason = reason, At = at, KeptLease = kept }) > 0;
    }

    public async Task<bool> LaterAsync(Guid id, Guid lease, DateTimeOffset notBefore, string reason) =>
        await session.ExecuteAsync(LaterSql, new { Id = id, Lease = lease, NotBefore = notBefore, Reason = reason }) > 0;

    public Task<int> ReleaseAsync(Guid lease) => session.ExecuteAsync(ReleaseSql, new { Lease = lease });

    public async Task<bool> ReleaseOneAsync(Guid id, Guid lease) => await session.ExecuteAsync(ReleaseOneSql, new { Id = id, Lease = lease }) > 0;

    public async Task<bool> IsAnyDueAsync(OutboxChannel channel, DateTimeOffset now) =>
        (await session.QueryAsync<Guid>(DueSql, new { Channel = channel, Now = now, Ahead = Ahead(now), Skip = 0, Take = 1 })).Count > 0;

    public async Task<bool> IsAnyLostAsync(DateTimeOffset now) => (await session.QueryAsync<Guid>(AnyLostSql, new { Now = now, Ahead = Ahead(now), Skip = 0, Take = 1 })).Count > 0;

    public async Task<IReadOnlyList<OutboxRow>> LoseAsync(DateTimeOffset now)
    {
        var lost = new List<OutboxRow>();
        foreach (var row in await session.QueryAsync<OutboxRow>(LostSql, new { Now = now, Ahead = Ahead(now), Skip = 0, Take = LostAtOnce }))
        {
            if (await session.ExecuteAsync(LoseSql, new { row.Id, row.Lease, Now = now, Reason = OutboxReasons.NodeLost }) > 0)
                lost.Add(row);
        }

        return lost;
    }

    public async Task<DateTimeOffset?> OldestDueAsync(OutboxChannel channel, DateTimeOffset now)
    {
        var first = new { Channel = channel, Now = now, Skip = 0, Take = 1 };
        List<DateTimeOffset> oldest = [.. await session.QueryAsync<DateTimeOffset>(OldestDueSql, first), .. await session.QueryAsync<DateTimeOffset>(OldestPutOffSql, first)];
        return oldest.Count == 0 ? null : oldest.Min();
    }

    private static DateTimeOffset Ahead(DateTimeOffset now) => now + OutboxOptions.FarAhead;
}
