using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>A planned visit that is called off or moved by a line, or by the choice that the line came to.</summary>
internal sealed class PlannedVisitButtons(TurnDesk desk, PlannedVisits planned, VisitEditing editing, NewVisitForms forms) : IButtonGroup
{
    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb == Verbs.FormFor && data.Id("employer") is { } employer)
            return await forms.OpenForAsync(turn, employer, data.Date("on"), cancellationToken);
        if (data.Id("visit") is not { } visit || data.Number("version") is not { } version)
            return null;
        return verb switch
        {
            Verbs.PlanCancelled => await CancelAsync(turn, new CancelVisit { VisitId = visit, ExpectedVersion = version, Because = data.Text("because"), Next = Step(data) }, cancellationToken),
            Verbs.PlanMoved => await MoveAsync(
                turn,
                new MoveVisit { VisitId = visit, ExpectedVersion = version, On = data.Date("on"), At = data.Time("at"), Notes = data.Text("notes"), Next = Step(data) },
                data.Date("other"),
                cancellationToken),
            _ => null,
        };
    }

    public Task<TurnAnswer> CancelAsync(Turn turn, CancelVisit cancel, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<VisitLogged>>(
        turn,
        also => planned.CancelAsync(turn.Actor, cancel with { Guard = turn.Guard }, also, cancellationToken),
        async (session, outcome) => outcome.Value is { } off ? await ShownAsync(session, turn, off, null) : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    /// <summary>To the day and time said; where only that it was put off was said, the form asks for them.</summary>
    /// <param name="other">The other day that the words can mean.</param>
    public Task<TurnAnswer> MoveAsync(Turn turn, MoveVisit move, DateOnly? other, CancellationToken cancellationToken) => move is { On: null, At: null }
        ? desk.AnswerAsync<Outcome<VisitLogged>>(
            turn,
            also => editing.ShowAsync(turn.Actor, move.VisitId, also, cancellationToken),
            outcome => outcome.Value is { } shown
                ? TurnAnswer.Put(PlannedVisitParts.MoveForm(shown.View, shown.View.Visit.On, shown.View.Visit.At, null), CardKinds.Visit, move.VisitId)
                    .Showing(PlannedVisitParts.MoveForm(shown.View, shown.View.Visit.On, shown.View.Visit.At, null, move))
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)))
        : desk.AnswerAsync<Outcome<VisitLogged>>(
            turn,
            also => planned.MoveAsync(turn.Actor, move with { Guard = turn.Guard }, also, cancellationToken),
            async (session, outcome) => outcome.Value is { } moved ? await ShownAsync(session, turn, moved, other) : TurnAnswer.PutText(Texts.OfPlan(outcome.Refusal!)));

    private static PromisedStep? Step(ButtonData data) => data.Text("next") is { } title ? new PromisedStep(title, data.Date("due")) : null;

    private static async Task<TurnAnswer> ShownAsync(ICrmSession session, Turn turn, VisitLogged changed, DateOnly? other) =>
        TurnAnswer.Put(VisitCard.Build(changed, turn.Today, new OtherDays(other, null)), CardKinds.Visit, changed.View.Visit.Id) with { Replies = await CardsHere.ReplacedAsync(session, turn, changed) };
}
