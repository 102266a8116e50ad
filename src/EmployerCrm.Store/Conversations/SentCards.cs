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
        set specialist_id = @SpecialistId, kind = @Kind, subject_id = @SubjectId, sent_at = @SentAt
        where conversation_id = @ConversationId and activity_id = @ActivityId
        """;

    private const string AddCardSql = """
        insert into sent_cards (conversation_id, activity_id, specialist_id, kind, subject_id, sent_at)
        values (@ConversationId, @ActivityId, @SpecialistId, @Kind, @SubjectId, @SentAt)
        """;

    private const string ForgetCardsSql = "delete from sent_cards where sent_at < @Before";

    public async Task<IReadOnlyList<SentCard>> OfSubjectAsync(Guid subjectId) => await session.QueryAsync<SentCard>(CardsOfSql, new { SubjectId = subjectId });

    public Task SaveAsync(SentCard card) => session.InsertOrUpdateAsync(AddCardSql, ReplaceCardSql, card);

    public Task<int> ForgetAsync(DateTimeOffset before) => session.ExecuteAsync(ForgetCardsSql, new { Before = before });
}
