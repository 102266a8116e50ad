using System.Net;
using EmployerCrm.BotFramework;
using EmployerCrm.Core.Calendar;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Bot.Turns;

/// <summary>Sends the replies of one answer, in order, and says what became of each. No failure of the connector is thrown.</summary>
internal sealed class ParcelSending(ReaderLanguages languages, LondonClock clock, TimeProvider time, ILogger<ParcelSending> logger)
{
    /// <summary>One answer takes no longer than this in one go, the last call's own time limit included; <see cref="TurnDesk.Lease"/> is longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    /// <summary>No call is begun after this time.</summary>
    public static readonly TimeSpan TryFor = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    public async Task<ParcelOutcome> SendAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(TryFor, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, cancellationToken);
        var replies = parcel.Answer.Replies.SelectMany(reply => reply.InParts()).ToList();
        List<Reply> inDoubt = [.. parcel.Answer.InDoubt];
        List<SentReply> cards = [];
        for (var index = 0; index < replies.Count; index++)
        {
            var reply = replies[index];
            try
            {
                if (await SendAsync(parcel.TurnContext, reply, either.Token) is { } id && reply.Kind is not null)
                    cards.Add(new SentReply(reply, id));
            }
            catch (ConversationUnreachableException exception)
            {
                return new ParcelOutcome([], [], cards, DeadReason: Reason(403, exception));
            }
            catch (ConversationNotFoundException exception)
            {
                return new ParcelOutcome([], [], cards, DeadReason: Reason(404, exception));
            }
            catch (ConnectorException exception) when (exception is ActivityTooLargeException || exception.StatusCode is HttpStatusCode.BadRequest)
            {
                // The same again would be refused again. A sentence gets through, or nothing does.
                logger.AnswerRefused((int?)exception.StatusCode, exception.ErrorCode);
                using var reader = ReaderLanguage.Speak(await languages.OfAsync(parcel.SpecialistId, cancellationToken));
                var instead = Texts.Get(exception is ActivityTooLargeException ? "AnswerTooLarge" : "AnswerNotShown");
                if (reply.Text != instead)
                    replies[index--] = new Reply(instead, null);
            }
            catch (ConnectorException exception) when (exception is ConnectorTimeoutException || exception.StatusCode is HttpStatusCode.InternalServerError)
            {
                logger.AnswerInDoubt(exception.GetType().Name, (int?)exception.StatusCode);
                inDoubt.Add(reply);
            }
            catch (ConnectorException exception)
            {
                logger.AnswerOwed(exception.GetType().Name, (int?)exception.StatusCode);
                var pause = (exception as ConnectorUnavailableException)?.RetryAfter is { } wait && wait > Pause(parcel.Attempts) ? wait : Pause(parcel.Attempts);
                return new ParcelOutcome(replies[index..], inDoubt, cards, clock.Now + pause);
            }
            catch (OperationCanceledException)
            {
                logger.AnswerOwed(nameof(OperationCanceledException), null);
                return new ParcelOutcome(replies[index..], inDoubt, cards, clock.Now + (cancellationToken.IsCancellationRequested ? TimeSpan.Zero : Pause(parcel.Attempts)));
            }
        }

        return new ParcelOutcome([], inDoubt, cards);
    }

    private static string Reason(int status, ConnectorException exception) => exception.ErrorCode is { } code ? $"{status} {code}" : $"{status}";

    private static TimeSpan Pause(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, Math.Clamp(attempts - 1, 0, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    private async Task<string?> SendAsync(ITurnContext turnContext, Reply reply, CancellationToken cancellationToken)
    {
        if (reply.Replaces is null)
            return (await turnContext.SendActivityAsync(reply.ToActivity(), cancellationToken)).Id;
        try
        {
            return (await turnContext.UpdateActivityAsync(reply.ToActivity(), cancellationToken)).Id ?? reply.Replaces;
        }
        catch (ConversationNotFoundException exception) when (exception.ErrorCode != "ConversationNotFound")
        {
            // A message that can no longer be replaced (deleted, too old) is not worth failing the answer for.
            logger.CardNotReplaced();
            return null;
        }
    }
}
