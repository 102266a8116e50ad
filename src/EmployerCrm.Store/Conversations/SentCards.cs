using EmployerCrm.Core.Conversations;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Conversations;

internal sealed class SentCards(Session session)
{
    private const string CardsOfSql = """
        select conversation_id, activity_id, specialist_id, kind, subject_id, sent_at
        from sent_cards
        where subject_id = @SubjectId
        order by sent_at desc
        """;

    private const string ReplaceCardSql = """
        update sent_cards
        set specialist_id = @SpecialistId, kind = @Kind, subject_id = @SubjectId, sent_at = @SentAt, receipt_lease = null, receipt_lease_until = null, receipt_at = null
        where conversation_id = @ConversationId and activity_id = @ActivityId
        """;

    private const string AddCardSql = """
        insert into sent_cards (conversation_id, activity_id, specialist_id, kind, subject_id, sent_at)
        values (@ConversationId, @ActivityId, @SpecialistId, @Kind, @SubjectId, @SentAt)
        """;

    private const string Old = "receipt_at is null and sent_at < @SentBefore and kind <> @Except and (receipt_lease_until is null or receipt_lease_until <= @Now)";

    // The condition stands twice: two nodes may pick the same cards, and only the first to write still meets it.
    private const string ClaimOldSql = $"""
        update sent_cards
        set receipt_lease = @Lease, receipt_lease_until = @LeaseUntil
        where activity_id in (
            select activity_id from sent_cards
            where {Old} and exists (select 1 from conversations c where c.conversation_id = sent_cards.conversation_id and c.specialist_id = sent_cards.specialist_id and c.state = 'Live')
            order by sent_at
            {Dialect.Page})
          and {Old}
        """;

    private const string ClaimedSql = """
        select s.conversation_id, s.activity_id, s.specialist_id, s.kind, s.sent_at, c.reference
        from sent_cards s
          join conversations c on c.conversation_id = s.conversation_id and c.specialist_id = s.specialist_id and c.state = 'Live'
        where s.receipt_lease = @Lease and s.receipt_at is null
        order by s.sent_at
        """;

    private const string MineSql = "select count(*) from sent_cards where conversation_id = @ConversationId and activity_id = @ActivityId and receipt_lease = @Lease and receipt_at is null";

    private const string PutAwaySql = """
        update sent_cards
        set receipt_at = @At, receipt_lease = null, receipt_lease_until = null
        where conversation_id = @ConversationId and activity_id = @ActivityId and receipt_lease = @Lease
        """;

    private const string ForgetCardsSql = "delete from sent_cards where sent_at < @Before";

    public async Task<IReadOnlyList<SentCard>> OfSubjectAsync(Guid subjectId) => await session.QueryAsync<SentCard>(CardsOfSql, new { SubjectId = subjectId });

    public Task SaveAsync(SentCard card) => session.InsertOrUpdateAsync(AddCardSql, ReplaceCardSql, card);

    public async Task<IReadOnlyList<OldCard>> ClaimOldAsync(
        DateTimeOffset sentBefore, string except, DateTimeOffset now, Guid lease, DateTimeOffset leaseUntil, int count)
    {
        var claimed = await session.ExecuteAsync(
            ClaimOldSql, new { SentBefore = sentBefore, Except = except, Now = now, Lease = lease, LeaseUntil = leaseUntil, Skip = 0, Take = count });
        return claimed == 0 ? [] : await session.QueryAsync<OldCard>(ClaimedSql, new { Lease = lease });
    }

    public async Task<bool> IsMineAsync(string conversationId, string activityId, Guid lease) =>
        await session.CountAsync(MineSql, new { ConversationId = conversationId, ActivityId = activityId, Lease = lease }) > 0;

    public async Task<bool> PutAwayAsync(string conversationId, string activityId, Guid lease, DateTimeOffset at) =>
        await session.ExecuteAsync(PutAwaySql, new { ConversationId = conversationId, ActivityId = activityId, Lease = lease, At = at }) > 0;

    public Task<int> ForgetAsync(DateTimeOffset before) => session.ExecuteAsync(ForgetCardsSql, new { Before = before });
}
