using System.Text.Json;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;

namespace EmployerCrm.Bot.Turns;

/// <summary>Answers each activity once: the answer is stored in the transaction of the use case that it answers.</summary>
internal sealed class TurnDesk(ICrmStore store, LondonClock clock, GuardQuestions guards)
{
    /// <summary>How long the process that wrote an answer has to deliver it before another may; longer than one answer is tried for.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ReferenceKept = TimeSpan.FromDays(1);

    /// <summary>Runs the use case and stores what <paramref name="render"/> makes of its outcome with it.</summary>
    public Task<TurnAnswer> AnswerAsync<TOutcome>(
        Turn turn, Func<Alongside<TOutcome>, Task<TOutcome>> useCase, Func<TOutcome, TurnAnswer> render) =>
        AnswerAsync(turn, useCase, (_, outcome) => Task.FromResult(render(outcome)));

    /// <summary>As above, for an answer that needs a look at the store.</summary>
    public async Task<TurnAnswer> AnswerAsync<TOutcome>(
        Turn turn, Func<Alongside<TOutcome>, Task<TOutcome>> useCase, Func<ICrmSession, TOutcome, Task<TurnAnswer>> render)
    {
        TurnAnswer? answer = null;
        var leaseUntil = clock.Now + Lease;
        var guardId = guards.NewId();
        await useCase(async (session, outcome) =>
        {
            answer = Addressed(turn, guards.Of(guardId, turn, outcome) ?? await render(session, outcome));
            await SaveAsync(session, turn, answer, leaseUntil);
        });
        return answer ?? throw new InvalidOperationException("The use case did not store what was given to it.");
    }

    /// <summary>Stores an answer that needs no use case.</summary>
    public async Task<TurnAnswer> AnswerAsync(Turn turn, TurnAnswer answer, CancellationToken cancellationToken)
    {
        var addressed = Addressed(turn, answer);
        var leaseUntil = clock.Now + Lease;
        return await store.WriteAsync(
            async session =>
            {
                await SaveAsync(session, turn, addressed, leaseUntil);
                return addressed;
            },
            cancellationToken);
    }

    /// <summary>The stored conversation as this turn leaves it; null when nothing needs saving.</summary>
    public static StoredConversation? Refreshed(Turn turn, DateTimeOffset? welcomedAt = null)
    {
        var stored = turn.Conversation;
        var fresh = stored is { State: ReferenceState.Live } && stored.UpdatedAt > turn.ReceivedAt - ReferenceKept && stored.SpecialistId == turn.Person.Id
            && JsonSerializer.Deserialize(stored.Reference, BotJson.Default.ConversationReference) is { } known && IsSamePlace(known, turn.Reference);
        if (fresh && (welcomedAt is null || stored!.WelcomedAt is not null))
            return null;
        return new StoredConversation
        {
            ChannelId = turn.Reference.ChannelId!, ConversationId = turn.Reference.Conversation!.Id!, SpecialistId = turn.Person.Id,
            Reference = JsonSerializer.Serialize(turn.Reference, BotJson.Default.ConversationReference),
            IsPersonal = turn.Reference.Conversation.ConversationType is null or ConversationTypes.Personal,
            State = ReferenceState.Live, WelcomedAt = stored?.WelcomedAt ?? welcomedAt, UpdatedAt = turn.ReceivedAt,
        };
    }

    private static bool IsSamePlace(ConversationReference known, ConversationReference now) =>
        known.ServiceUrl == now.ServiceUrl && known.Conversation?.TenantId == now.Conversation?.TenantId && known.Conversation?.Id == now.Conversation?.Id;

    private static async Task SaveAsync(ICrmSession session, Turn turn, TurnAnswer answer, DateTimeOffset leaseUntil)
    {
        await session.Conversations.AddAsync(new ReceivedActivity
        {
            ActivityKey = turn.Key, SpecialistId = turn.Person.Id, ReceivedAt = turn.ReceivedAt, Answer = answer.ToJson(),
            LeaseUntil = leaseUntil, IsDelivered = answer.Replies.Count == 0, Attempts = 1,
        });
        if (turn.Answers is { } question && answer.Replies.Append(answer.InPlace).Any(reply => reply is { Card: not null, Kind: not (CardKinds.Talk or CardKinds.Guard) }))
            await session.Conversations.RemoveDraftAsync(question);
        if (Refreshed(turn) is { } conversation)
            await session.Conversations.SaveAsync(conversation);
        if (DoubtToTell(turn) is { } doubt)
            await session.Conversations.DoubtToldAsync(turn.Reference.ChannelId!, turn.Reference.Conversation!.Id!, doubt);
        if (answer.InPlace is { Kind: { } kind } inPlace && turn.Pressed is { } message)
        {
            await session.Conversations.SaveAsync(new SentCard
            {
                ConversationId = turn.Reference.Conversation!.Id!, ActivityId = message, SpecialistId = turn.Person.Id, Kind = kind,
                SubjectId = inPlace.SubjectId, SentAt = turn.ReceivedAt,
            });
        }
    }

    /// <summary>Since when an answer to this person is in doubt, if now is the time to say so: at their next message, not inside a card.</summary>
    private static DateTimeOffset? DoubtToTell(Turn turn) =>
        !turn.IsInvoke && turn.Conversation is { InDoubtAt: { } at } conversation && conversation.SpecialistId == turn.Person.Id ? at : null;

    /// <summary>A button that came as a message (Action.Submit) has no HTTP response to answer in: its card is replaced through the connector.</summary>
    private static TurnAnswer Addressed(Turn turn, TurnAnswer answer)
    {
        if (turn.IsAgain && answer.InPlace is null && answer.Replies is [{ Replaces: null } first, ..])
            answer = answer with { InPlace = first, Replies = [.. answer.Replies.Skip(1)] };
        if (answer.InPlace is { } inPlace && !turn.IsInvoke)
        {
            var reply = inPlace.Card is null || turn.Pressed is null ? inPlace : inPlace with { Replaces = turn.Pressed };
            answer = answer with { InPlace = null, Replies = [reply, .. answer.Replies] };
        }

        if (answer.Replies.Any(reply => reply.Card is not null))
            answer = answer with { Replies = [.. answer.Replies, .. turn.Besides] };
        if (DoubtToTell(turn) is not null)
            answer = answer with { Replies = [new Reply(null, DoubtCard.Build(), CardKinds.Talk), .. answer.Replies] };
        if (turn.Remark is { } remark)
            answer = answer with { Replies = [.. answer.Replies, new Reply(remark, null)] };
        if (turn.Stays is { } stays)
            answer = answer with { InPlace = stays };
        return answer with { Reference = answer.Replies.Count == 0 ? null : turn.Reference };
    }
}
