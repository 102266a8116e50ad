using System.Collections.Concurrent;
using EmployerCrm.Bot.Cards;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;

namespace EmployerCrm.Bot.Turns;

/// <summary>
/// Installs and removals. An install arrives twice, as installationUpdate and as conversationUpdate; the person is welcomed once, and in the personal
/// chat only.
/// </summary>
internal sealed class Installations(Arrivals arrivals, ICrmStore store, LondonClock clock, AnswerDelivery delivery)
{
    private const int MostStrangersKept = 1000;
    private readonly ConcurrentDictionary<string, bool> _strangersTold = new(StringComparer.Ordinal);

    public async Task ChangedAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (activity.Action?.StartsWith("remove", StringComparison.Ordinal) == true)
        {
            await RemovedAsync(activity, cancellationToken);
            return;
        }

        var botAdded = activity.Type == ActivityTypes.InstallationUpdate || activity.MembersAdded?.Any(member => member.Id == activity.Recipient?.Id) == true;
        if (!botAdded || activity.Conversation?.ConversationType is not (null or ConversationTypes.Personal))
            return;

        var arrival = await arrivals.OfAsync(turnContext, cancellationToken);
        if (arrival.Turn is not { } turn)
            await TellStrangerAsync(turnContext, cancellationToken);
        else if (arrival.Earlier is null)
            await WelcomeAsync(turnContext, turn, cancellationToken);
    }

    private async Task WelcomeAsync(ITurnContext turnContext, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Person.HasLeft(turn.Today))
            return;
        if (turn.Conversation?.WelcomedAt is not null)
        {
            await ReviveAsync(turn, cancellationToken);
            return;
        }

        var card = TalkCards.Welcome(turn.Person.Name.Split(' ')[0]);
        var answer = TurnAnswer.Show(card, CardKinds.Talk) with { Reference = turn.Reference };
        var conversation = TurnDesk.Refreshed(turn, welcomedAt: turn.ReceivedAt)!;
        if (!await TakeAsync(turn, answer, conversation, cancellationToken))
            return;
        await delivery.DeliverAsync(turnContext, turn.Key, turn.Person.Id, answer, cancellationToken);
    }

    /// <summary>False when another node took the same delivery meanwhile, and welcomes.</summary>
    private async Task<bool> TakeAsync(Turn turn, TurnAnswer answer, StoredConversation conversation, CancellationToken cancellationToken)
    {
        try
        {
            return await store.WriteAsync(
                async session =>
                {
                    await session.Conversations.AddAsync(new ReceivedActivity
                    {
                        ActivityKey = turn.Key, SpecialistId = turn.Person.Id, ReceivedAt = turn.ReceivedAt, Answer = answer.ToJson(),
                        LeaseUntil = turn.ReceivedAt + TurnDesk.Lease, Attempts = 1,
                    });
                    await session.Conversations.SaveAsync(conversation);
                    return true;
                },
                cancellationToken);
        }
        catch (DuplicateKeyException)
        {
            return false;
        }
    }

    /// <summary>A conversation that was given up can be written to again once the app is installed again.</summary>
    private async Task ReviveAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (TurnDesk.Refreshed(turn) is not { } conversation)
            return;
        await store.WriteAsync(
            async session =>
            {
                await session.Conversations.SaveAsync(conversation);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Nothing of a stranger is stored, so that they were told is remembered in memory only.</summary>
    private async Task TellStrangerAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (_strangersTold.Count > MostStrangersKept)
            _strangersTold.Clear();
        if (_strangersTold.TryAdd(turnContext.Activity.Conversation!.Id!, true))
            await turnContext.SendActivityAsync(Texts.AccessNeeded(turnContext.Activity.From?.AadObjectId), cancellationToken);
    }

    private async Task RemovedAsync(Activity activity, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await store.WriteAsync(
            async session =>
            {
                if (await session.Conversations.ConversationAsync(activity.ChannelId!, activity.Conversation!.Id!) is { } stored)
                {
                    await session.Conversations.SaveAsync(
                        stored with { State = ReferenceState.Dead, DeadReason = "removed", WelcomedAt = null, UpdatedAt = now });
                }

                return true;
            },
            cancellationToken);
    }
}
