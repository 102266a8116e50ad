using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Bot.Handlers;

/// <summary>The answer to the guard: what was found is taken out, kept as not about a person, or written anew. Then the same words go the way they came.</summary>
internal sealed class GuardButtons(TurnDesk desk, GuardQuestions guards, VisitForms forms) : IButtonGroup
{
    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb is not (Verbs.GuardRemove or Verbs.GuardKeep or Verbs.GuardEdit or Verbs.GuardSave or Verbs.GuardLeave) || data.Id("held") is not { } id)
            return null;
        if (guards.Find(turn, id) is not { } asked)
            return await SayAsync(turn, "GuardGone", cancellationToken);
        return verb switch
        {
            Verbs.GuardEdit => await EditAsync(turn, id, asked, cancellationToken),
            Verbs.GuardLeave => await LeaveAsync(turn, id, asked, cancellationToken),
            Verbs.GuardKeep => await GoOnAsync(turn, id, asked, asked.Input, GuardChoice.Kept, cancellationToken),
            Verbs.GuardRemove => await GoOnAsync(turn, id, asked, guards.Without(asked), GuardChoice.Removed, cancellationToken),
            _ => await GoOnAsync(turn, id, asked, asked.Input.With(asked.Found, (name, _) => data.Text(GuardCard.Prefix + name) ?? ""), GuardChoice.Edited, cancellationToken),
        };
    }

    /// <summary>An answer that is only a sentence leaves the question open: nothing of the words has been stored, and they are not lost.</summary>
    private async Task<TurnAnswer> GoOnAsync(Turn turn, Guid id, HeldInput asked, TurnInput input, GuardChoice choice, CancellationToken cancellationToken)
    {
        var answer = await input.ActAsync(turn, asked.Found.Decided(choice), cancellationToken);
        if (answer.Replies.Append(answer.InPlace).Any(reply => reply?.Card is not null))
            guards.Drop(id);
        return answer;
    }

    /// <summary>The words to be changed. What is stored of the card leaves them out.</summary>
    private Task<TurnAnswer> EditAsync(Turn turn, Guid id, HeldInput asked, CancellationToken cancellationToken)
    {
        var pieces = asked.Input.Pieces(asked.Found);
        var stored = GuardCard.Edit(id, [.. pieces.Select(piece => (piece.Name, ""))]);
        return desk.AnswerAsync(turn, TurnAnswer.Put(stored, CardKinds.Guard).Showing(GuardCard.Edit(id, pieces)), cancellationToken);
    }

    /// <summary>What was recorded before stays as it is and is shown again.</summary>
    private Task<TurnAnswer> LeaveAsync(Turn turn, Guid id, HeldInput asked, CancellationToken cancellationToken)
    {
        guards.Drop(id);
        return asked.Input is FilledIn { Data: { } data } && data.Id("visit") is { } visit ? forms.CloseAsync(turn, visit, cancellationToken) : SayAsync(turn, "NothingSaved", cancellationToken);
    }

    private Task<TurnAnswer> SayAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        desk.AnswerAsync(turn, TurnAnswer.Put(TalkCards.Receipt(Texts.Get("GuardTitle"), Texts.Get(text)), CardKinds.Talk), cancellationToken);
}
