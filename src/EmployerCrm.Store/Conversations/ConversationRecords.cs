using EmployerCrm.Core.Conversations;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Conversations;

/// <summary>Everything the conversation remembers; each kind of row has its own file.</summary>
internal sealed class ConversationRecords(Session session) : IConversationRecords
{
    private const string ConversationSql = """
        select channel_id, conversation_id, specialist_id, is_personal, reference, state, dead_reason, welcomed_at, in_doubt_at, updated_at
        from conversations
        where channel_id = @ChannelId and conversation_id = @ConversationId
        """;

    private const string PersonalSql = $"""
        select channel_id, conversation_id, specialist_id, is_personal, reference, state, dead_reason, welcomed_at, in_doubt_at, updated_at
        from conversations
        where specialist_id = @SpecialistId and is_personal = 1 and state = 'Live'
        order by updated_at desc
        {Dialect.Page}
        """;

    private const string ReplaceConversationSql = """
        update conversations
        set specialist_id = @SpecialistId, is_personal = @IsPersonal, reference = @Reference, state = @State, dead_reason = @DeadReason, welcomed_at = @WelcomedAt, updated_at = @UpdatedAt
        where channel_id = @ChannelId and conversation_id = @ConversationId
        """;

    private const string AddConversationSql = """
        insert into conversations (channel_id, conversation_id, specialist_id, is_personal, reference, state, dead_reason, welcomed_at, updated_at)
        values (@ChannelId, @ConversationId, @SpecialistId, @IsPersonal, @Reference, @State, @DeadReason, @WelcomedAt, @UpdatedAt)
        """;

    private const string DoubtSql = "update conversations set in_doubt_at = @At where channel_id = @ChannelId and conversation_id = @ConversationId";

    private const string DoubtToldSql = """
        update conversations
        set in_doubt_at = null
        where channel_id = @ChannelId and conversation_id = @ConversationId and in_doubt_at = @At
        """;

    private const string UnreachableFrom = """
        select s.id as specialist_id, s.name, t.name as team_name, c.dead_reason, c.updated_at as since
        from specialists s
          join teams t on t.id = s.team_id
          left join conversations c on c.specialist_id = s.id and c.is_personal = 1
        where s.role <> 'Admin' and (s.left_on is null or s.left_on > @Today)
          and not exists (select 1 from conversations l where l.specialist_id = s.id and l.is_personal = 1 and l.state = 'Live')
        """;

    private const string UnreachableSql = UnreachableFrom + "\norder by t.name, s.name, c.updated_at";

    private const string UnreachableOfTeamSql = UnreachableFrom + "\n  and s.team_id = @TeamId\norder by t.name, s.name, c.updated_at";

    private readonly ReceivedActivities _received = new(session);
    private readonly Drafts _drafts = new(session);
    private readonly ShownLists _lists = new(session);
    private readonly SentCards _cards = new(session);

    public Task<ReceivedActivity?> ReceivedAsync(string activityKey) => _received.OfKeyAsync(activityKey);

    public Task AddAsync(ReceivedActivity activity) => _received.AddAsync(activity);

    public Task DeliveredAsync(string activityKey) => _received.DeliveredAsync(activityKey);

    public Task OwedAsync(string activityKey, string answer, DateTimeOffset leaseUntil) => _received.OwedAsync(activityKey, answer, leaseUntil);

    public Task InDoubtAsync(string activityKey, string answer, DateTimeOffset at) => _received.InDoubtAsync(activityKey, answer, at);

    public Task<IReadOnlyList<ReceivedActivity>> InDoubtOfAsync(Guid specialistId) => _received.InDoubtOfAsync(specialistId);

    public Task DoubtAsync(string channelId, string conversationId, DateTimeOffset at) =>
        session.ExecuteAsync(DoubtSql, new { ChannelId = channelId, ConversationId = conversationId, At = at });

    public Task DoubtToldAsync(string channelId, string conversationId, DateTimeOffset at) =>
        session.ExecuteAsync(DoubtToldSql, new { ChannelId = channelId, ConversationId = conversationId, At = at });

    public Task<IReadOnlyList<ReceivedActivity>> ClaimUndeliveredAsync(DateTimeOffset receivedAfter, DateTimeOffset now, DateTimeOffset leaseUntil, int count) =>
        _received.ClaimAsync(receivedAfter, now, leaseUntil, count);

    public Task<bool> ClaimAsync(string activityKey, DateTimeOffset now, DateTimeOffset leaseUntil) => _received.ClaimAsync(activityKey, now, leaseUntil);

    public async Task<int> ForgetAsync(DateTimeOffset receivedBefore, DateTimeOffset draftsExpiredBefore, DateTimeOffset cardsSentBefore) =>
        await _received.ForgetAsync(receivedBefore) + await _drafts.ForgetAsync(draftsExpiredBefore) + await _cards.ForgetAsync(cardsSentBefore);

    public Task<StoredConversation?> ConversationAsync(string channelId, string conversationId) =>
        session.SingleAsync<StoredConversation>(ConversationSql, new { ChannelId = channelId, ConversationId = conversationId });

    public Task<StoredConversation?> PersonalOfAsync(Guid specialistId) =>
        session.SingleAsync<StoredConversation>(PersonalSql, new { SpecialistId = specialistId, Skip = 0, Take = 1 });

    public Task SaveAsync(StoredConversation conversation) => session.UpsertAsync(ReplaceConversationSql, AddConversationSql, conversation);

    public async Task<IReadOnlyList<UnreachablePerson>> UnreachableAsync(Guid? teamId, DateOnly today) => teamId is { } team
        ? await session.QueryAsync<UnreachablePerson>(UnreachableOfTeamSql, new { TeamId = team, Today = today })
        : await session.QueryAsync<UnreachablePerson>(UnreachableSql, new { Today = today });

    public Task<Draft?> DraftAsync(Guid id) => _drafts.OfIdAsync(id);

    public Task<IReadOnlyList<Draft>> DraftsOfAsync(Guid specialistId, DateTimeOffset now) => _drafts.OfSpecialistAsync(specialistId, now);

    public Task<bool> HasDraftsAsync(Guid specialistId, DateTimeOffset now) => _drafts.AreOfSpecialistAsync(specialistId, now);

    public Task AddAsync(Draft draft) => _drafts.AddAsync(draft);

    public Task<bool> SaveAsync(Draft draft, int expectedVersion) => _drafts.SaveAsync(draft, expectedVersion);

    public Task RemoveDraftAsync(Guid id) => _drafts.RemoveAsync(id);

    public Task<ShownList?> ShownListAsync(Guid specialistId) => _lists.OfAsync(specialistId);

    public Task SaveAsync(ShownList list) => _lists.SaveAsync(list);

    public Task SaveAsync(SentCard card) => _cards.SaveAsync(card);

    public Task<IReadOnlyList<OldCard>> ClaimOldCardsAsync(DateTimeOffset sentBefore, string except, DateTimeOffset now, Guid lease, DateTimeOffset leaseUntil, int count) =>
        _cards.ClaimOldAsync(sentBefore, except, now, lease, leaseUntil, count);

    public Task<bool> IsOldCardAsync(string conversationId, string activityId, Guid lease) => _cards.IsMineAsync(conversationId, activityId, lease);

    public Task<bool> PutAwayAsync(string conversationId, string activityId, Guid lease, DateTimeOffset at) => _cards.PutAwayAsync(conversationId, activityId, lease, at);

    public Task<IReadOnlyList<SentCard>> CardsOfAsync(Guid subjectId) => _cards.OfSubjectAsync(subjectId);
}
