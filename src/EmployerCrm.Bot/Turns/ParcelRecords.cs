using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Bot.Turns;

/// <summary>Writes down what became of answers. An answer that is out must be marked even if nobody waits for it any more: nothing here is called off.</summary>
internal sealed class ParcelRecords(ICrmStore store, LondonClock clock, AnswerMetrics metrics, ILogger<ParcelRecords> logger)
{
    /// <summary>Times are stored to the millisecond.</summary>
    private static readonly TimeSpan StoredPrecision = TimeSpan.FromMilliseconds(2);

    public Task SaveAsync(Parcel parcel, ParcelOutcome outcome)
    {
        var now = clock.Now;
        if (outcome.DeadReason is { } reason)
            logger.ConversationDead(reason);
        Count(outcome);
        // A power cut may take a mark, and the answer is sent again. That one is owed or in doubt must stay.
        return outcome.IsOut
            ? store.MarkAsync(session => SaveAsync(session, parcel, outcome, now), CancellationToken.None)
            : store.WriteAsync(session => SaveAsync(session, parcel, outcome, now), CancellationToken.None);
    }

    private static async Task<bool> SaveAsync(ICrmSession session, Parcel parcel, ParcelOutcome outcome, DateTimeOffset now)
    {
        if (outcome.DeadReason is not null)
            await BuryAsync(session, parcel, outcome.DeadReason, now);
        else if (outcome.Owed.Count > 0)
            await session.Conversations.OwedAsync(parcel.ActivityKey, Left(parcel, outcome.Owed, outcome.InDoubt), outcome.NotBefore ?? now);
        else if (outcome.InDoubt.Count > 0)
            await DoubtAsync(session, parcel.ActivityKey, parcel.Answer with { Replies = outcome.InDoubt, InDoubt = [] }, now);
        else
            await session.Conversations.DeliveredAsync(parcel.ActivityKey);
        foreach (var (reply, activityId) in outcome.Cards)
        {
            await session.Conversations.SaveAsync(new SentCard
            {
                ConversationId = parcel.TurnContext.Activity.Conversation!.Id!, ActivityId = activityId, SpecialistId = parcel.SpecialistId,
                Kind = reply.Kind!, SubjectId = reply.SubjectId, SentAt = now,
            });
        }

        return true;
    }

    /// <summary>
    /// Whether an answer that was claimed is still to be sent by this claim. Between the claim and its place in the line, the delivery before may have
    /// ended: then the answer is out, in doubt, or owed until later.
    /// </summary>
    public Task<bool> IsStillOwedAsync(Parcel parcel) => store.ReadAsync(
        async session => await session.Conversations.ReceivedAsync(parcel.ActivityKey) is { IsDelivered: false, InDoubtAt: null } row
            && row.LeaseUntil <= parcel.LeaseUntil + StoredPrecision,
        CancellationToken.None);

    /// <summary>Whether an answer is still to be sent, by whichever process.</summary>
    public Task<bool> IsOwedAsync(string activityKey, CancellationToken cancellationToken) => store.ReadAsync(
        async session => await session.Conversations.ReceivedAsync(activityKey) is { IsDelivered: false, InDoubtAt: null }, cancellationToken);

    /// <summary>Puts answers back, each whole, to be sent from <paramref name="notBefore"/>.</summary>
    public Task OwedAsync(IReadOnlyCollection<Parcel> parcels, DateTimeOffset notBefore) => store.WriteAsync(
        async session =>
        {
            foreach (var parcel in parcels)
                await session.Conversations.OwedAsync(parcel.ActivityKey, Left(parcel, parcel.Answer.Replies, parcel.Answer.InDoubt), notBefore);
            return true;
        },
        CancellationToken.None);

    /// <summary>Too much time has passed to send this unasked: the person is asked at their next message.</summary>
    public Task OutOfDateAsync(ReceivedActivity activity)
    {
        var (answer, now) = (TurnAnswer.Of(activity.Answer), clock.Now);
        return store.WriteAsync(
            async session =>
            {
                await DoubtAsync(session, activity.ActivityKey, answer with { Replies = [.. answer.InDoubt, .. answer.Replies], InDoubt = [] }, now);
                return true;
            },
            CancellationToken.None);
    }

    private void Count(ParcelOutcome outcome)
    {
        if (outcome.DeadReason is not null)
            metrics.GivenUp();
        else if (outcome.Owed.Count > 0)
            metrics.Owed();
        else if (outcome.InDoubt.Count > 0)
            metrics.InDoubt();
        else
            metrics.Delivered();
    }

    private static string Left(Parcel parcel, IReadOnlyList<Reply> owed, IReadOnlyList<Reply> inDoubt) =>
        (parcel.Answer with { Replies = owed, InDoubt = inDoubt }).ToJson();

    private static async Task DoubtAsync(ICrmSession session, string activityKey, TurnAnswer answer, DateTimeOffset now)
    {
        await session.Conversations.InDoubtAsync(activityKey, answer.ToJson(), now);
        if (answer.Reference is { ChannelId: { } channelId, Conversation.Id: { } conversationId })
            await session.Conversations.DoubtAsync(channelId, conversationId, now);
    }

    private static async Task BuryAsync(ICrmSession session, Parcel parcel, string reason, DateTimeOffset now)
    {
        await session.Conversations.DeliveredAsync(parcel.ActivityKey);
        if (parcel.Answer.Reference is { ChannelId: { } channelId, Conversation.Id: { } conversationId }
            && await session.Conversations.ConversationAsync(channelId, conversationId) is { } stored && stored.SpecialistId == parcel.SpecialistId)
        {
            await session.Conversations.SaveAsync(stored with { State = ReferenceState.Dead, DeadReason = reason, UpdatedAt = now });
        }
    }
}
