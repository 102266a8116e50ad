namespace EmployerCrm.Core.Conversations;

public interface IConversationRecords
{
    Task<ReceivedActivity?> ReceivedAsync(string activityKey);

    /// <summary>Stores the activity with its answer.</summary>
    /// <exception cref="DuplicateKeyException">The activity has been answered already.</exception>
    Task AddAsync(ReceivedActivity activity);

    /// <summary>Marks an answer as delivered.</summary>
    Task DeliveredAsync(string activityKey);

    /// <summary>Keeps what is left to deliver of an answer, for the node that takes it after <paramref name="leaseUntil"/>.</summary>
    Task OwedAsync(string activityKey, string answer, DateTimeOffset leaseUntil);

    /// <summary>Nobody knows whether this part of an answer arrived: it is taken by no claim.</summary>
    Task InDoubtAsync(string activityKey, string answer, DateTimeOffset at);

    /// <summary>The person's answers in doubt, oldest first.</summary>
    Task<IReadOnlyList<ReceivedActivity>> InDoubtOfAsync(Guid specialistId);

    /// <summary>Remembers with the conversation that an answer in it is in doubt.</summary>
    Task DoubtAsync(string channelId, string conversationId, DateTimeOffset at);

    /// <summary>The person has been told of it; a doubt that came up since stays.</summary>
    Task DoubtToldAsync(string channelId, string conversationId, DateTimeOffset at);

    /// <summary>
    /// Takes up to <paramref name="count"/> undelivered answers whose lease is over and that were received after <paramref name="receivedAfter"/>, oldest
    /// first and none that is in doubt: each gets the new lease and one more attempt. No two callers get the same answer.
    /// </summary>
    Task<IReadOnlyList<ReceivedActivity>> ClaimUndeliveredAsync(DateTimeOffset receivedAfter, DateTimeOffset now, DateTimeOffset leaseUntil, int count);

    /// <summary>Takes one undelivered answer whose lease is over; false when it is delivered, in doubt or another node's.</summary>
    Task<bool> ClaimAsync(string activityKey, DateTimeOffset now, DateTimeOffset leaseUntil);

    /// <summary>Forgets received activities, drafts and sent cards older than these instants; returns how many rows went.</summary>
    Task<int> ForgetAsync(DateTimeOffset receivedBefore, DateTimeOffset draftsExpiredBefore, DateTimeOffset cardsSentBefore);

    Task<StoredConversation?> ConversationAsync(string channelId, string conversationId);

    /// <summary>Where the person can be written to; null when nowhere. Of several chats the one they used last.</summary>
    Task<StoredConversation?> PersonalOfAsync(Guid specialistId);

    /// <summary>Inserts or replaces the conversation by channel and id; whether an answer is in doubt stays as it is.</summary>
    Task SaveAsync(StoredConversation conversation);

    /// <summary>
    /// Specialists and leads of a team (of all when null), still here on <paramref name="today"/>, whose own chat with the bot does not exist or has ended:
    /// by team and name, one row for each conversation that ended.
    /// </summary>
    Task<IReadOnlyList<UnreachablePerson>> UnreachableAsync(Guid? teamId, DateOnly today);

    Task<Draft?> DraftAsync(Guid id);

    /// <summary>The author's drafts that have not expired, newest first.</summary>
    Task<IReadOnlyList<Draft>> DraftsOfAsync(Guid specialistId, DateTimeOffset now);

    /// <summary>Whether the author has a draft that has not expired.</summary>
    Task<bool> HasDraftsAsync(Guid specialistId, DateTimeOffset now);

    Task AddAsync(Draft draft);

    Task<bool> SaveAsync(Draft draft, int expectedVersion);

    Task RemoveDraftAsync(Guid id);

    Task<ShownList?> ShownListAsync(Guid specialistId);

    /// <summary>Inserts or replaces the person's list.</summary>
    Task SaveAsync(ShownList list);

    /// <summary>Remembers a sent card, replacing what was remembered of the same message.</summary>
    Task SaveAsync(SentCard card);

    /// <summary>
    /// Takes up to <paramref name="count"/> cards that were last changed before <paramref name="sentBefore"/>, are of another kind than
    /// <paramref name="except"/> and have not become a receipt, in conversations that can be reached; the oldest first. No two callers get the same card.
    /// </summary>
    Task<IReadOnlyList<OldCard>> ClaimOldCardsAsync(DateTimeOffset sentBefore, string except, DateTimeOffset now, Guid lease, DateTimeOffset leaseUntil, int count);

    /// <summary>Whether the card is still the caller's to put away: nobody has acted on it since.</summary>
    Task<bool> IsOldCardAsync(string conversationId, string activityId, Guid lease);

    /// <summary>The card has become a receipt, or never will.</summary>
    Task<bool> PutAwayAsync(string conversationId, string activityId, Guid lease, DateTimeOffset at);

    /// <summary>Cards that show this subject, newest first.</summary>
    Task<IReadOnlyList<SentCard>> CardsOfAsync(Guid subjectId);
}
