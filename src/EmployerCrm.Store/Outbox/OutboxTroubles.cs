using EmployerCrm.Core.Outbox;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Outbox;

/// <summary>What admins see, and what they and the persons concerned may do about it.</summary>
internal sealed class OutboxTroubles(Session session)
{
    private const string CountsSql = """
        select channel, kind, state, count(*) as number, min(not_before) as oldest
        from outbox
        where state in ('Waiting', 'Sending') or (state in ('Sent', 'Dead', 'Cancelled', 'Expired', 'InDoubt') and ended_at >= @Since)
        group by channel, kind, state
        order by channel, kind, state
        """;

    private const string CausesSql = "select reason, count(*) as number from outbox where state = 'Waiting' and reason is not null group by reason order by reason";

    private const string CountEndedSql = "select count(*) from outbox where state = @State and ended_at >= @Since";

    private const string PageSql = $"""
        select o.id, o.channel, o.kind, o.state, s.name as recipient_name, o.reason, o.attempts, o.not_before, o.expires_at, o.ended_at, o.version
        from outbox o
          join specialists s on s.id = o.recipient_id
        where o.state in ('Dead', 'InDoubt')
        order by o.ended_at desc
        {Dialect.Page}
        """;

    private const string AskAgainSql = """
        update outbox
        set state = 'Waiting', reason = @Reason, not_before = @Now, ended_at = null, lease = null, version = version + 1
        where recipient_id = @RecipientId and state = 'InDoubt' and expires_at > @Now
        """;

    private const string RetrySql = """
        update outbox
        set state = 'Waiting', reason = @Reason, not_before = @Now, ended_at = null, lease = null, version = version + 1
        where id = @Id and version = @ExpectedVersion and state in ('Dead', 'InDoubt') and expires_at > @Now
        """;

    // With a lease, so that the same is not added again: see OutboxAdding.
    private const string DropSql = """
        update outbox
        set state = 'Cancelled', reason = @Reason, version = version + 1, lease = id, ended_at = @Now
        where id = @Id and version = @ExpectedVersion and state in ('Dead', 'InDoubt')
        """;

    public async Task<IReadOnlyList<OutboxCount>> CountsAsync(DateTimeOffset endedSince) => await session.QueryAsync<OutboxCount>(CountsSql, new { Since = endedSince });

    public async Task<IReadOnlyList<OutboxCause>> CausesAsync() => await session.QueryAsync<OutboxCause>(CausesSql);

    public Task<int> CountEndedAsync(OutboxState state, DateTimeOffset since) =>
        session.CountAsync(CountEndedSql, new { State = state, Since = since });

    public async Task<IReadOnlyList<OutboxTrouble>> PageAsync(int skip, int take) => await session.QueryAsync<OutboxTrouble>(PageSql, new { Skip = skip, Take = take });

    public Task<int> AskAgainAsync(Guid recipientId, DateTimeOffset now) =>
        session.ExecuteAsync(AskAgainSql, new { RecipientId = recipientId, Now = now, Reason = OutboxReasons.AskedAgain });

    public async Task<bool> RetryAsync(Guid id, int expectedVersion, DateTimeOffset now) =>
        await session.ExecuteAsync(RetrySql, new { Id = id, ExpectedVersion = expectedVersion, Now = now, Reason = OutboxReasons.AskedAgain }) > 0;

    public async Task<bool> DropAsync(Guid id, int expectedVersion, DateTimeOffset now) =>
        await session.ExecuteAsync(DropSql, new { Id = id, ExpectedVersion = expectedVersion, Now = now, Reason = OutboxReasons.Dropped }) > 0;
}
