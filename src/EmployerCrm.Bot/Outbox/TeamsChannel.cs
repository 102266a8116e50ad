using System.Text.Json;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Outbox;

/// <summary>Messages to people of the service in their own chat with the bot.</summary>
internal sealed class TeamsChannel(ICrmStore store, LondonClock clock, IEnumerable<IProactiveCard> cards, ProactiveSending sending, ReaderLanguages languages) : IOutboxChannel
{
    private readonly Dictionary<string, IProactiveCard> _cards = cards.ToDictionary(card => card.Kind, StringComparer.Ordinal);

    public OutboxChannel Channel => OutboxChannel.Teams;

    public async Task<Delivery> DeliverAsync(OutboxRow row, BeginSend begin, CancellationToken cancellationToken)
    {
        if (!_cards.TryGetValue(row.Kind, out var card))
            return new Delivery.Refused(OutboxReasons.UnknownKind);
        var (person, conversation, settings) = await store.ReadAsync(
            async session => (
                await session.People.SpecialistAsync(row.RecipientId), await session.Conversations.PersonalOfAsync(row.RecipientId), await session.Settings.OfAsync(row.RecipientId)),
            cancellationToken);
        if (person is null || person.HasLeft(clock.Today))
            return new Delivery.Nothing(OutboxReasons.PersonLeft);
        // They were a specialist or lead when the row was made.
        if (person.Role == Role.Admin && !card.MayGoToAdmins)
            return new Delivery.Nothing(OutboxReasons.NowAdmin);
        if (conversation is null)
            return new Delivery.Refused(OutboxReasons.NotReachable);
        using var reader = languages.SpeakTo(settings);
        return await card.RenderAsync(row, person, cancellationToken) is { } message
            ? await SendAsync(person, conversation, message, begin, cancellationToken)
            : new Delivery.Nothing();
    }

    private async Task<Delivery> SendAsync(
        Specialist person, StoredConversation conversation, ProactiveMessage message, BeginSend begin, CancellationToken cancellationToken)
    {
        var reference = JsonSerializer.Deserialize(conversation.Reference, BotJson.Default.ConversationReference)!;
        if (!await begin(cancellationToken))
            return new Delivery.NotOurs();
        var (delivery, activityId) = await sending.SendAsync(reference, message.Reply, cancellationToken);
        var now = clock.Now;
        return delivery switch
        {
            Delivery.Sent => delivery with { Also = session => SentAsync(session, person, conversation, message, activityId, now) },
            Delivery.InDoubt => delivery with { Also = session => session.Conversations.DoubtAsync(conversation.ChannelId, conversation.ConversationId, now) },
            Delivery.Refused { Reason: var reason } when ProactiveSending.IsDead(reason) => delivery with { Also = session => BuryAsync(session, conversation, reason, now) },
            _ => delivery,
        };
    }

    private static async Task SentAsync(
        ICrmSession session, Specialist person, StoredConversation conversation, ProactiveMessage message, string? activityId, DateTimeOffset now)
    {
        if (activityId is not null && message.Reply.Kind is { } kind)
            await session.Conversations.SaveAsync(new SentCard
            {
                ConversationId = conversation.ConversationId, ActivityId = activityId, SpecialistId = person.Id, Kind = kind, SubjectId = message.Reply.SubjectId, SentAt = now,
            });
        if (message.WhenSent is { } save)
            await save(session);
    }

    /// <summary>Nothing more goes there until the person writes or installs again; a word of theirs since then counts more.</summary>
    private static async Task BuryAsync(ICrmSession session, StoredConversation seen, string reason, DateTimeOffset now)
    {
        if (await session.Conversations.ConversationAsync(seen.ChannelId, seen.ConversationId) is { State: ReferenceState.Live } stored && stored.UpdatedAt == seen.UpdatedAt)
            await session.Conversations.SaveAsync(stored with { State = ReferenceState.Dead, DeadReason = reason, UpdatedAt = now });
    }
}
