using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>The Edit form of a visit, in place of its card.</summary>
internal sealed class VisitForms(TurnDesk desk, VisitEditing editing)
{
    public Task<TurnAnswer> OpenAsync(Turn turn, Guid visitId, CancellationToken cancellationToken) => ShowAsync(
        turn, visitId, shown => VisitForm.Build(visitId, shown.View.Visit.Version, shown.View.Employer.Name, VisitFormValues.Of(shown.View), null), cancellationToken);

    public Task<TurnAnswer> CloseAsync(Turn turn, Guid visitId, CancellationToken cancellationToken) =>
        ShowAsync(turn, visitId, shown => VisitCard.Build(shown, turn.Today), cancellationToken);

    /// <summary>Saves what was typed; what cannot be saved stays in the form with the reason above it.</summary>
    public Task<TurnAnswer> SaveAsync(Turn turn, Guid visitId, int version, ButtonData data, CancellationToken cancellationToken)
    {
        var values = new VisitFormValues(
            data.Name<Channel>(VisitForm.Channel), data.Date(VisitForm.On), data.Time(VisitForm.At), data.Text(VisitForm.Contact), data.Text(VisitForm.Notes),
            data.Text(VisitForm.Next), data.Date(VisitForm.NextDue));
        if (values.Channel is not { } channel)
            return ReopenAsync(turn, visitId, version, values, Texts.Get("ErrorChannelNeeded"), cancellationToken);
        if (values.On is not { } on)
            return ReopenAsync(turn, visitId, version, values, Texts.Get("ErrorDateNeeded"), cancellationToken);
        if (string.IsNullOrWhiteSpace(values.Next) && values.NextDue is not null)
            return ReopenAsync(turn, visitId, version, values, Texts.Get("RefusalTitleMissing"), cancellationToken);

        var change = new ChangeVisit
        {
            VisitId = visitId, ExpectedVersion = version, Channel = channel, On = on, At = values.At, ContactName = values.Contact, Notes = values.Notes,
            Next = string.IsNullOrWhiteSpace(values.Next) ? null : new PromisedStep(values.Next, values.NextDue),
        };
        return desk.AnswerAsync<Outcome<VisitLogged>>(
            turn,
            also => editing.ChangeAsync(turn.Actor, change, also, cancellationToken),
            async (session, outcome) => outcome switch
            {
                { Value: { } saved } => TurnAnswer.Put(VisitCard.Build(saved, turn.Today), CardKinds.Visit, visitId),
                { Refusal: { Reason: RefusalReason.NotFound } gone } => Gone(gone, visitId),
                { Refusal: { } refusal } when await session.Visits.VisitAsync(visitId) is { } visit && await session.Employers.EmployerAsync(visit.EmployerId) is { } employer =>
                    TurnAnswer.Put(VisitForm.Build(visitId, version, employer.Name, values, Texts.Of(refusal)), CardKinds.Visit, visitId),
                _ => TurnAnswer.PutText(Texts.Of(outcome.Refusal!)),
            });
    }

    private Task<TurnAnswer> ReopenAsync(Turn turn, Guid visitId, int version, VisitFormValues values, string problem, CancellationToken cancellationToken) =>
        ShowAsync(turn, visitId, shown => VisitForm.Build(visitId, version, shown.View.Employer.Name, values, problem), cancellationToken);

    private Task<TurnAnswer> ShowAsync(
        Turn turn, Guid visitId, Func<VisitLogged, System.Text.Json.Nodes.JsonObject> card, CancellationToken cancellationToken) =>
        desk.AnswerAsync<Outcome<VisitLogged>>(
            turn,
            also => editing.ShowAsync(turn.Actor, visitId, also, cancellationToken),
            outcome => outcome switch
            {
                { Value: { } shown } => TurnAnswer.Put(card(shown), CardKinds.Visit, visitId),
                { Refusal: { Reason: RefusalReason.NotFound } gone } => Gone(gone, visitId),
                _ => TurnAnswer.PutText(Texts.Of(outcome.Refusal!)),
            });

    private static TurnAnswer Gone(Refusal refusal, Guid visitId) =>
        TurnAnswer.Put(TalkCards.Receipt(Texts.Get("UndoneTitle"), Texts.Of(refusal)), CardKinds.Visit, visitId);
}
