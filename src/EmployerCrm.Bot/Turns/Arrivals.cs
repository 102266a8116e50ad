using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.People;
using Microsoft.Extensions.Options;

namespace EmployerCrm.Bot.Turns;

/// <summary>An activity that arrived: who sent it, and whether it was answered before.</summary>
/// <param name="Person">Null when the sender is unknown here.</param>
/// <param name="Earlier">The stored answer when this is a redelivery.</param>
internal sealed record Arrival(Specialist? Person, ReceivedActivity? Earlier, Turn? Turn);

/// <summary>
/// Looks up what a turn needs to know, in one read, once it is written down what became of the answers before it; from then on the turn is in the
/// language of who wrote.
/// </summary>
internal sealed class Arrivals(ICrmStore store, LondonClock clock, ReaderLanguages languages, AnswerDelivery delivery, IOptions<BotOptions> options)
{
    public async Task<Arrival> OfAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var objectId = activity.From?.AadObjectId;
        if (string.IsNullOrEmpty(objectId))
            return new Arrival(null, null, null);
        var key = turnContext.TurnKey.Digest();
        var receivedAt = clock.Now;
        await delivery.WrittenDownAsync(activity, cancellationToken);
        return await store.ReadAsync(
            async session =>
            {
                if (await session.People.SpecialistWithObjectIdAsync(objectId) is not { } person)
                    return new Arrival(null, null, null);
                languages.Change(await session.Settings.OfAsync(person.Id));
                var earlier = await session.Conversations.ReceivedAsync(key);
                var conversation = await session.Conversations.ConversationAsync(activity.ChannelId!, activity.Conversation!.Id!);
                var hasOpenLines = await session.Conversations.HasDraftsAsync(person.Id, receivedAt);
                return new Arrival(person, earlier, TurnOf(activity, key, person, receivedAt, conversation) with { HasOpenLines = hasOpenLines });
            },
            cancellationToken);
    }

    private Turn TurnOf(Activity activity, string key, Specialist person, DateTimeOffset receivedAt, StoredConversation? conversation) => new(
        key, person, Actor.For(person, Via.Chat), activity.GetConversationReference(), receivedAt,
        ((activity.LocalTimestamp ?? activity.Timestamp) is { } said ? options.Value.TypedAt(said) : receivedAt).ToUniversalTime(),
        activity.ReplyToId, activity.Type == ActivityTypes.Invoke, conversation);
}
