using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Cards.Employers;
using EmployerCrm.Bot.Reading.Orders;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Handlers.Employers;

/// <summary>"new employer Greenacre Bakery, Otley": those that it may be already are shown before it is saved.</summary>
internal sealed class NewEmployerLines(TurnDesk desk, LikelyDoubles doubles, EmployerEditing editing, Ids ids) : IButtonGroup
{
    public Task<TurnAnswer> TypedAsync(Turn turn, NewEmployerOrder order, CancellationToken cancellationToken)
    {
        var typed = TypedEmployer.Of(order.Typed);
        var id = ids.New();
        var values = new NewEmployerValues(typed.Name.Length == 0 ? null : typed.Name, typed.Town, typed.Postcode);
        return values.Name is null
            ? desk.AnswerAsync(turn, TurnAnswer.Show(NewEmployerCards.Form(values, id, null, null), CardKinds.Question), cancellationToken)
            : desk.AnswerAsync<Outcome<DoublesShown>>(
                turn,
                also => doubles.OfAsync(turn.Actor, values.Sought, also, cancellationToken),
                outcome => outcome.Value is { } found
                    ? TurnAnswer.Show(NewEmployerCards.Form(values, id, found, null), CardKinds.Question)
                    : TurnAnswer.Say(Texts.Of(outcome.Refusal!)));
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb != Verbs.AddEmployer || data.Id("id") is not { } id)
            return null;
        var values = new NewEmployerValues(data.Text(NewEmployerCards.Name), data.Text(NewEmployerCards.Town), data.Text(NewEmployerCards.Postcode));
        var found = (await doubles.OfAsync(turn.Actor, values.Sought, null, cancellationToken)).Value;
        if (found is { Doubles.Count: > 0 } && data.Text(NewEmployerCards.Checked) != values.Key)
            return await desk.AnswerAsync(turn, TurnAnswer.Put(NewEmployerCards.Form(values, id, found, null), CardKinds.Question), cancellationToken);
        return await desk.AnswerAsync<Outcome<EmployerSaved>>(
            turn,
            also => editing.AddAsync(turn.Actor, new AddEmployer { Id = id, Details = values.Details }, also, cancellationToken),
            outcome => outcome.Value is { } saved ? TurnAnswer.Put(NewEmployerCards.Saved(saved), CardKinds.Employer, saved.Employer.Id)
                : outcome.Refusal!.Reason == RefusalReason.FieldsWrong ? TurnAnswer.Put(NewEmployerCards.Form(values, id, found, Texts.Of(outcome.Refusal)), CardKinds.Question)
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal)));
    }
}
