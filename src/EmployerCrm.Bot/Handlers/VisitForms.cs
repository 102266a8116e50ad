using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>The Edit form of a visit, in place of its card.</summary>
internal sealed class VisitForms(TurnDesk desk, VisitEditing editing, OpenQuestions questions, LineReadings readings)
{
    public Task<TurnAnswer> OpenAsync(Turn turn, Guid visitId, CancellationToken cancellationToken) => ShowAsync(
        turn, visitId, shown => VisitForm.Build(visitId, shown.View.Visit.Version, shown.View.Employer.Name, VisitFormValues.Of(shown.View), null), cancellationToken);

    /// <summary>The form with what the edited line says; what it does not say stays as recorded.</summary>
    public async Task<TurnAnswer> OpenChangeAsync(Turn turn, Guid visitId, Guid draftId, CancellationToken cancellationToken)
    {
        if (await questions.DraftAsync(turn.Actor, draftId, cancellationToken) is not { } draft)
            return await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Get("DraftGone")), cancellationToken);
        var reading = await readings.OfAsync(turn.Actor, draft, cancellationToken);
        return await ShowAsync(turn, visitId, shown => Change(shown.View, reading, draftId), cancellationToken);
    }

    /// <summary>The visit stays as it is, whatever became of the message.</summary>
    public Task<TurnAnswer> LeaveAsync(Turn turn, Guid? draftId, CancellationToken cancellationToken)
    {
        var left = TurnAnswer.Put(TalkCards.Receipt(Texts.Get("VisitLeft"), Texts.Get("VisitLeft")), CardKinds.Talk);
        return draftId is { } draft
            ? desk.AnswerAsync<bool>(turn, also => questions.DropAsync(turn.Actor, draft, also, cancellationToken), _ => left)
            : desk.AnswerAsync(turn, left, cancellationToken);
    }

    public Task<TurnAnswer> CloseAsync(Turn turn, Guid visitId, CancellationToken cancellationToken) =>
        ShowAsync(turn, visitId, shown => VisitCard.Build(shown, turn.Today), cancellationToken);

    /// <summary>Saves what was typed; what cannot be saved stays in the form with the reason above it.</summary>
    public async Task<TurnAnswer> SaveAsync(Turn turn, Guid visitId, int version, ButtonData data, CancellationToken cancellationToken)
    {
        var values = new VisitFormValues(
            data.Name<Channel>(VisitForm.Channel), data.Date(VisitForm.On), data.Time(VisitForm.At), data.Text(VisitForm.Contact), data.Text(VisitForm.Notes),
            data.Text(VisitForm.Next), data.Date(VisitForm.NextDue));
        if (values.Channel is not { } channel)
            return await ReopenAsync(turn, visitId, version, values, Texts.Get("ErrorChannelNeeded"), data.Id("draft"), cancellationToken);
        if (values.On is not { } on)
            return await ReopenAsync(turn, visitId, version, values, Texts.Get("ErrorDateNeeded"), data.Id("draft"), cancellationToken);
        if (string.IsNullOrWhiteSpace(values.Next) && values.NextDue is not null)
            return await ReopenAsync(turn, visitId, version, values, Texts.Get("RefusalTitleMissing"), data.Id("draft"), cancellationToken);

        return await ChangeAsync(turn, visitId, version, values, channel, on, data.Id("draft"), cancellationToken);
    }

    /// <summary>The other day that the typed words can mean, of the visit or of its next step; all else stays.</summary>
    public async Task<TurnAnswer> MoveAsync(Turn turn, Guid visitId, int version, DateOnly? on, DateOnly? due, CancellationToken cancellationToken)
    {
        if ((await editing.ShowAsync(turn.Actor, visitId, null, cancellationToken)).Value is not { } shown)
            return await CloseAsync(turn, visitId, cancellationToken);
        var recorded = VisitFormValues.Of(shown.View);
        var values = recorded with { NextDue = due ?? recorded.NextDue };
        return await ChangeAsync(turn, visitId, version, values, shown.View.Visit.Channel, on ?? shown.View.Visit.On, null, cancellationToken);
    }

    private async Task<TurnAnswer> ChangeAsync(
        Turn turn, Guid visitId, int version, VisitFormValues values, Channel channel, DateOnly on, Guid? draftId, CancellationToken cancellationToken)
    {
        var change = new ChangeVisit
        {
            VisitId = visitId, ExpectedVersion = version, DraftId = draftId, Channel = channel, On = on, At = values.At, ContactName = values.Contact, Notes = values.Notes,
            Next = string.IsNullOrWhiteSpace(values.Next) ? null : new PromisedStep(values.Next, values.NextDue),
            Guard = turn.Guard ?? await AnsweredAsync(turn, draftId, cancellationToken),
        };
        return await desk.AnswerAsync<Outcome<VisitLogged>>(
            turn,
            also => editing.ChangeAsync(turn.Actor, change, also, cancellationToken),
            async (session, outcome) => outcome switch
            {
                { Value: { } saved } => TurnAnswer.Put(VisitCard.Build(saved, turn.Today), CardKinds.Visit, visitId) with { Replies = await CardsHere.ReplacedAsync(session, turn, saved) },
                { Refusal: { Reason: RefusalReason.NotFound } gone } => Gone(gone, visitId),
                { Refusal: { } refusal } when await session.Visits.VisitAsync(visitId) is { } visit && await session.Employers.EmployerAsync(visit.EmployerId) is { } employer =>
                    TurnAnswer.Put(VisitForm.Build(visitId, version, employer.Name, values, Texts.Of(refusal), draftId), CardKinds.Visit, visitId),
                _ => TurnAnswer.PutText(Texts.Of(outcome.Refusal!)),
            });
    }

    /// <summary>What the author of an edited line said to the guard when it was kept.</summary>
    private async Task<GuardDecision?> AnsweredAsync(Turn turn, Guid? draftId, CancellationToken cancellationToken) =>
        draftId is { } id && await questions.DraftAsync(turn.Actor, id, cancellationToken) is { Question: QuestionNames.Change } draft ? LineAnswers.Of(draft.Answers).Guard?.ToDecision() : null;

    private Task<TurnAnswer> ReopenAsync(Turn turn, Guid visitId, int version, VisitFormValues values, string problem, Guid? draftId, CancellationToken cancellationToken) =>
        ShowAsync(turn, visitId, shown => VisitForm.Build(visitId, version, shown.View.Employer.Name, values, problem, draftId), cancellationToken);

    private Task<TurnAnswer> ShowAsync(
        Turn turn, Guid visitId, Func<VisitLogged, JsonObject> card, CancellationToken cancellationToken) =>
        desk.AnswerAsync<Outcome<VisitLogged>>(
            turn,
            also => editing.ShowAsync(turn.Actor, visitId, also, cancellationToken),
            outcome => outcome switch
            {
                { Value: { } shown } => TurnAnswer.Put(card(shown), CardKinds.Visit, visitId),
                { Refusal: { Reason: RefusalReason.NotFound } gone } => Gone(gone, visitId),
                _ => TurnAnswer.PutText(Texts.Of(outcome.Refusal!)),
            });

    private static JsonObject Change(VisitView view, LineReading reading, Guid draftId)
    {
        var recorded = VisitFormValues.Of(view);
        var values = reading.Intent is Intent.LogVisit or Intent.PlanVisit ? VisitFormValues.Of(reading).Or(recorded) : recorded;
        var elsewhere = (reading.EmployerId is { } employer && employer != view.Employer.Id) || reading.NewEmployer is not null
            || (reading.Client is { } client && client != view.ClientReference);
        return VisitForm.Build(view.Visit.Id, view.Visit.Version, view.Employer.Name, values, elsewhere ? Texts.Get("ChangeElsewhere") : null, draftId);
    }

    private static TurnAnswer Gone(Refusal refusal, Guid visitId) =>
        TurnAnswer.Put(TalkCards.Receipt(Texts.Get("UndoneTitle"), Texts.Of(refusal)), CardKinds.Visit, visitId);
}
