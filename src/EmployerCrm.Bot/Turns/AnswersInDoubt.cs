using EmployerCrm.Bot.Cards;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Bot.Turns;

/// <summary>Answers of which nobody knows whether they arrived, shown again because the person asked.</summary>
internal sealed class AnswersInDoubt(TurnDesk desk, ICrmStore store, LondonClock clock)
{
    public Task<TurnAnswer> ShowAsync(Turn turn, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return desk.AnswerAsync<InDoubt>(
            turn,
            also => store.WriteAsync(session => TakeAsync(session, turn, now), also, cancellationToken),
            found => TurnAnswer.Put(DoubtCard.Receipt(found.Answers.Count > 0 || found.Messages > 0), CardKinds.Talk) with { Replies = [.. found.Answers.SelectMany(answer => answer.Replies)] });
    }

    /// <summary>Those of this conversation. They are settled by being stored again as the answer to the button.</summary>
    private static async Task<InDoubt> TakeAsync(ICrmSession session, Turn turn, DateTimeOffset now)
    {
        var taken = new List<TurnAnswer>();
        foreach (var activity in await session.Conversations.InDoubtOfAsync(turn.Person.Id))
        {
            var answer = TurnAnswer.Of(activity.Answer);
            if (answer.Reference?.Conversation?.Id != turn.Reference.Conversation?.Id)
                continue;
            await session.Conversations.DeliveredAsync(activity.ActivityKey);
            taken.Add(answer);
        }

        // What was sent unasked is made anew and follows in a moment.
        return new InDoubt(taken, await session.Outbox.AskAgainAsync(turn.Person.Id, now));
    }

    private sealed record InDoubt(IReadOnlyList<TurnAnswer> Answers, int Messages);
}
