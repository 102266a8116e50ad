using System.Collections.Concurrent;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Bot.Turns;

/// <summary>Sends stored answers and marks them as delivered.</summary>
internal sealed class AnswerDelivery(ICrmStore store, LondonClock clock, AnswerMetrics metrics, ILogger<AnswerDelivery> logger)
{
    private readonly ConcurrentDictionary<string, bool> _underWay = new(StringComparer.Ordinal);

    /// <summary>
    /// Sends the replies of an answer that this process holds the lease of. What the connector does not take now stays owed and is tried again later
    /// (<see cref="OwedAnswers"/>); an answer whose conversation is gone is given up.
    /// </summary>
    public async Task DeliverAsync(ITurnContext turnContext, string activityKey, Guid specialistId, TurnAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Replies.Count == 0 || !_underWay.TryAdd(activityKey, true))
            return;
        try
        {
            var cards = await SendAsync(turnContext, specialistId, answer, cancellationToken);
            metrics.Delivered();
            // The answer is out: that it was must be written down even if the caller has hung up meanwhile.
            await store.WriteAsync(
                async session =>
                {
                    await session.Conversations.DeliveredAsync(activityKey, clock.Now);
                    foreach (var card in cards)
                        await session.Conversations.SaveAsync(card);
                    return true;
                },
                CancellationToken.None);
        }
        catch (ConversationUnreachableException exception)
        {
            await GiveUpAsync(activityKey, answer, specialistId, exception.ErrorCode ?? "403");
        }
        catch (ConversationNotFoundException exception)
        {
            await GiveUpAsync(activityKey, answer, specialistId, exception.ErrorCode ?? "404");
        }
        catch (ConnectorException exception)
        {
            logger.AnswerOwed(exception.GetType().Name, (int?)exception.StatusCode);
            metrics.Owed();
        }
        finally
        {
            _underWay.TryRemove(activityKey, out _);
        }
    }

    private async Task<List<SentCard>> SendAsync(ITurnContext turnContext, Guid specialistId, TurnAnswer answer, CancellationToken cancellationToken)
    {
        var cards = new List<SentCard>();
        foreach (var reply in answer.Replies)
        {
            var id = reply.Replaces is null
                ? (await turnContext.SendActivityAsync(reply.ToActivity(), cancellationToken)).Id
                : await ReplaceAsync(turnContext, reply, cancellationToken);
            if (id is not null && reply.Kind is { } kind)
            {
                cards.Add(new SentCard
                {
                    ConversationId = turnContext.Activity.Conversation!.Id!, ActivityId = id, SpecialistId = specialistId, Kind = kind,
                    SubjectId = reply.SubjectId, SentAt = clock.Now,
                });
            }
        }

        return cards;
    }

    /// <summary>A message that can no longer be replaced (deleted, too old) is not worth failing the answer for.</summary>
    private async Task<string?> ReplaceAsync(ITurnContext turnContext, Reply reply, CancellationToken cancellationToken)
    {
        try
        {
            return (await turnContext.UpdateActivityAsync(reply.ToActivity(), cancellationToken)).Id ?? reply.Replaces;
        }
        catch (ConversationNotFoundException)
        {
            logger.CardNotReplaced();
            return null;
        }
    }

    private async Task GiveUpAsync(string activityKey, TurnAnswer answer, Guid specialistId, string reason)
    {
        logger.ConversationDead(reason);
        metrics.GivenUp();
        var now = clock.Now;
        await store.WriteAsync(
            async session =>
            {
                await session.Conversations.DeliveredAsync(activityKey, now);
                if (answer.Reference is { ChannelId: { } channelId, Conversation.Id: { } conversationId }
                    && await session.Conversations.ConversationAsync(channelId, conversationId) is { } stored && stored.SpecialistId == specialistId)
                {
                    await session.Conversations.SaveAsync(stored with { State = ReferenceState.Dead, DeadReason = reason, UpdatedAt = now });
                }

                return true;
            },
            CancellationToken.None);
    }
}
