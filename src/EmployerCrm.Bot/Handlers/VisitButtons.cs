using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>The chips of a visit's card, and what becomes of a planned visit. The card shows the visit as it is afterwards.</summary>
internal sealed class VisitButtons(TurnDesk desk, FactChanges facts, NextSteps nextSteps, PlannedVisits planned, VisitEditing editing) : IButtonGroup
{
    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (data.Id("visit") is not { } visit || data.Number("version") is not { } version)
            return null;
        return verb switch
        {
            Verbs.SetFact when FactOf(data) is { } stated =>
                await ChangeAsync(turn, visit, also => facts.SetAsync(turn.Actor, new SetFacts { VisitId = visit, ExpectedVersion = version, Stated = stated }, also, cancellationToken)),
            Verbs.AddNextStep when StepOf(data, turn.Today) is { } step => await ChangeAsync(
                turn, visit, also => nextSteps.AddAsync(turn.Actor, new AddNextStep { VisitId = visit, ExpectedVersion = version, Step = step.Promised, IsThankYou = step.IsThankYou, Guard = turn.Guard }, also, cancellationToken)),
            Verbs.VisitHappened => await ChangeAsync(turn, visit, also => planned.HappenedAsync(turn.Actor, Happened(visit, version, data, turn), also, cancellationToken)),
            Verbs.VisitCancelled =>
                await ChangeAsync(turn, visit, also => planned.CancelAsync(turn.Actor, new CancelVisit { VisitId = visit, ExpectedVersion = version }, also, cancellationToken)),
            Verbs.AskMove => await AskMoveAsync(turn, new MoveVisit { VisitId = visit, ExpectedVersion = version }, null, null, cancellationToken),
            Verbs.MoveVisit => await MoveAsync(turn, visit, version, data, cancellationToken),
            _ => null,
        };
    }

    /// <summary>The one shape of a button that changes a visit: the use case, then every card of it as it is now.</summary>
    private Task<TurnAnswer> ChangeAsync(Turn turn, Guid visit, Func<Alongside<Outcome<VisitLogged>>, Task<Outcome<VisitLogged>>> useCase) =>
        desk.AnswerAsync(turn, useCase, (session, outcome) => AfterAsync(session, turn, visit, outcome));

    /// <summary>A day that cannot be is told in the form, with what was typed.</summary>
    private async Task<TurnAnswer> MoveAsync(Turn turn, Guid visit, int version, ButtonData data, CancellationToken cancellationToken)
    {
        var (on, at) = (data.Date(PlannedVisitParts.On), data.Time(PlannedVisitParts.At));
        var told = new MoveVisit
        {
            VisitId = visit, ExpectedVersion = version, On = on, At = at, Notes = data.Text(VisitForm.Notes), Guard = turn.Guard,
            Next = data.Text(VisitForm.Next) is { } title && !string.IsNullOrWhiteSpace(title) ? new PromisedStep(title, data.Date(VisitForm.NextDue)) : null,
        };
        if (on is null)
            return await AskMoveAsync(turn, told, at, Texts.Get("ErrorDateNeeded"), cancellationToken);
        if (VisitRules.CheckDay(VisitState.Planned, on.Value, turn.Today) is { } refusal)
            return await AskMoveAsync(turn, told, at, Texts.OfPlan(refusal), cancellationToken);
        return await ChangeAsync(turn, visit, also => planned.MoveAsync(turn.Actor, told, also, cancellationToken));
    }

    private Task<TurnAnswer> AskMoveAsync(Turn turn, MoveVisit told, TimeOnly? at, string? problem, CancellationToken cancellationToken) =>
        desk.AnswerAsync<Outcome<VisitLogged>>(
            turn,
            also => editing.ShowAsync(turn.Actor, told.VisitId, also, cancellationToken),
            outcome => outcome.Value switch
            {
                { View: { Visit.State: VisitState.Planned } view } =>
                    TurnAnswer.Put(PlannedVisitParts.MoveForm(view, told.On ?? view.Visit.On, at ?? view.Visit.At, problem), CardKinds.Visit, told.VisitId)
                        .Showing(PlannedVisitParts.MoveForm(view, told.On ?? view.Visit.On, at ?? view.Visit.At, problem, told)),
                { } shown => TurnAnswer.Put(VisitCard.Build(shown, turn.Today), CardKinds.Visit, told.VisitId),
                null => TurnAnswer.PutText(Texts.Of(outcome.Refusal!)),
            });

    private static async Task<TurnAnswer> AfterAsync(ICrmSession session, Turn turn, Guid visitId, Outcome<VisitLogged> outcome) => outcome.Value is { } changed
        ? TurnAnswer.Put(VisitCard.Build(changed, turn.Today), CardKinds.Visit, visitId) with { Replies = await CardsHere.ReplacedAsync(session, turn, changed) }
        : TurnAnswer.PutText(Texts.Of(outcome.Refusal!));

    /// <summary>A visit that was planned for a later day and has happened was held today.</summary>
    internal static VisitHappened Happened(Guid visit, int version, ButtonData data, Turn turn) => new()
    {
        VisitId = visit, ExpectedVersion = version, Notes = data.Text(PlannedVisitParts.Note), On = data.Date("planned") is { } day && day > turn.Today ? turn.Today : null,
        Stated = data.Name<Reached>(PlannedVisitParts.Reached) is { } reached ? new StatedFacts { Reached = reached } : StatedFacts.Nothing,
        Guard = turn.Guard,
    };

    private static StatedFacts? FactOf(ButtonData data) => data.Text("fact") switch
    {
        FactChips.Reached when data.Name<Reached>("value") is { } reached => new StatedFacts { Reached = reached },
        FactChips.Purpose when data.Name<Purpose>("value") is { } purpose => new StatedFacts { Purpose = purpose },
        FactChips.ClientPresent when bool.TryParse(data.Text("value"), out var present) => new StatedFacts { ClientPresent = present },
        FactChips.MatchesPreferences when bool.TryParse(data.Text("value"), out var matches) => new StatedFacts { MatchesPreferences = matches },
        _ => null,
    };

    private static Chosen? StepOf(ButtonData data, DateOnly today) => data.Text("step") switch
    {
        NextStepChips.ThankYou => new Chosen(new PromisedStep(Texts.Get("TitleThankYou"), null)) { IsThankYou = true },
        NextStepChips.VisitAgain => new Chosen(new PromisedStep(Texts.Get("TitleVisitAgain"), NextSteps.VisitAgainDue(today))),
        NextStepChips.None => new Chosen(null),
        _ => null,
    };

    private sealed record Chosen(PromisedStep? Promised)
    {
        public bool IsThankYou { get; init; }
    }
}
