using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Cards.Employers;
using EmployerCrm.Bot.Reading.Orders;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers.Employers;

/// <summary>"openings", closing one, and saving the one that a note tells of.</summary>
internal sealed class OpeningLines(TurnDesk desk, Openings openings, VisitEditing visits) : IButtonGroup
{
    public Task<TurnAnswer> ListAsync(Turn turn, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<OpeningsShown>>(
        turn,
        also => openings.LiveAsync(turn.Actor, also, cancellationToken),
        outcome => outcome.Value is { } shown ? TurnAnswer.Show(OpeningCards.List(shown), CardKinds.Opening) : TurnAnswer.Say(Texts.Of(outcome.Refusal!)));

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => verb switch
    {
        Verbs.ShowOpenings => await desk.AnswerAsync<Outcome<OpeningsShown>>(
            turn,
            also => openings.LiveAsync(turn.Actor, also, cancellationToken),
            outcome => outcome.Value is { } shown ? TurnAnswer.Put(OpeningCards.List(shown, data.Number("from") ?? 0), CardKinds.Opening) : TurnAnswer.PutText(Texts.Of(outcome.Refusal!))),
        Verbs.CloseOpening when data.Id("opening") is { } id && data.Number("version") is { } version => await CloseAsync(turn, id, version, cancellationToken),
        Verbs.SaveOpening when data.Id("visit") is { } visit => await SaveAsync(turn, visit, cancellationToken),
        _ => null,
    };

    private Task<TurnAnswer> CloseAsync(Turn turn, Guid id, int version, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<OpeningSaved>>(
        turn,
        also => openings.CloseAsync(turn.Actor, id, version, also, cancellationToken),
        outcome => outcome.Value is { } closed ? TurnAnswer.Put(OpeningCards.Closed(closed), CardKinds.Opening, id) : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    /// <summary>The button names the visit only: what the opening is stands in its note.</summary>
    private async Task<TurnAnswer> SaveAsync(Turn turn, Guid visitId, CancellationToken cancellationToken)
    {
        var shown = await visits.ShowAsync(turn.Actor, visitId, null, cancellationToken);
        if (shown.Value is not { } logged || OpeningInNote.In(logged.View.Visit.Notes, turn.Today) is not { } found)
            return await desk.AnswerAsync(turn, TurnAnswer.PutText(shown.Refusal is { } refusal ? Texts.Of(refusal) : Texts.Get("RefusalNotFound")), cancellationToken);
        var visit = logged.View.Visit;
        var record = new RecordOpening { EmployerId = visit.EmployerId, Job = found.Job, From = found.From, SaidById = visit.ContactId, Guard = turn.Guard };
        return await desk.AnswerAsync<Outcome<OpeningSaved>>(
            turn,
            also => openings.RecordAsync(turn.Actor, record, also, cancellationToken),
            outcome => outcome.Value is { } saved
                ? TurnAnswer.Put(VisitCard.Build(logged, turn.Today, besides: new VisitBesides([]) { SavedOpening = saved.Opening }), CardKinds.Visit, visitId)
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
    }
}
