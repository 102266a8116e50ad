using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>"Not yet, plan it": asks for the day, and the logged visit becomes a planned one.</summary>
internal sealed class NotYetButtons(TurnDesk desk, PlanInstead planInstead, VisitEditing editing) : IButtonGroup
{
    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb is not (Verbs.NotYet or Verbs.PlanInstead) || data.Id("visit") is not { } visit || data.Number("version") is not { } version)
            return null;
        var (on, at) = (data.Date(PlannedVisitParts.On), data.Time(PlannedVisitParts.At));
        if (verb == Verbs.NotYet)
            return await FormAsync(turn, visit, null, null, null, cancellationToken);
        if (on is not { } day)
            return await FormAsync(turn, visit, null, at, Texts.Get("ErrorDateNeeded"), cancellationToken);
        if (VisitRules.CheckDay(VisitState.Planned, day, turn.Today) is { } refusal)
            return await FormAsync(turn, visit, on, at, Texts.OfPlan(refusal), cancellationToken);
        return await desk.AnswerAsync<Outcome<VisitLogged>>(
            turn,
            also => planInstead.PlanAsync(turn.Actor, new PlanVisitInstead { VisitId = visit, ExpectedVersion = version, On = day, At = at }, also, cancellationToken),
            async (session, outcome) => outcome.Value is { } planned
                ? TurnAnswer.Put(VisitCard.Build(planned, turn.Today), CardKinds.Visit, visit) with { Replies = await CardsHere.ReplacedAsync(session, turn, planned) }
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
    }

    private Task<TurnAnswer> FormAsync(Turn turn, Guid visit, DateOnly? on, TimeOnly? at, string? problem, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<VisitLogged>>(
        turn,
        also => editing.ShowAsync(turn.Actor, visit, also, cancellationToken),
        outcome => outcome.Value is { } shown
            ? TurnAnswer.Put(NotYetCards.Form(shown.View, on ?? turn.Today.AddDays(1), at ?? shown.View.Visit.At, problem), CardKinds.Visit, visit)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
}
