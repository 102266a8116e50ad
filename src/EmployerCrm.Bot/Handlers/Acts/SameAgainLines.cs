using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>"same again": the last contact of this week once more, today or on the day said, perhaps elsewhere.</summary>
internal sealed class SameAgainLines(TurnDesk desk, ChoiceQuestions choices, LastVisit lastVisit, VisitLog visits, ICrmStore store) : IButtonGroup
{
    public async Task<TurnAnswer> TypedAsync(Turn turn, SameAgain again, CancellationToken cancellationToken)
    {
        if (await lastVisit.OfThisWeekAsync(turn.Actor, cancellationToken) is not { } last)
            return await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("NothingToRepeat")), cancellationToken);
        if (again.Employers.Count > 1)
        {
            var question = new ChoiceQuestion(Texts.Get("WhichEmployer"), Texts.Get("WhichEmployerSeveral"), [.. again.Employers.Select(employer => ChoiceData.To(
                EmployerChoiceCard.Label(employer.Name, employer.Town), Verbs.SameAgain,
                ("employer", employer.Id), ("last", last.Visit.Id), ("on", again.On ?? turn.Today), ("at", again.At), ("notes", again.Told?.Notes), ("next", again.Told?.Next?.Title), ("due", again.Told?.Next?.Due)))]);
            return await choices.AskAsync(turn, question, cancellationToken);
        }

        var elsewhere = again.Employers is [var only] && only.Id != last.Visit.EmployerId ? only.Id : (Guid?)null;
        var visit = await RepeatedAsync(last.Visit, elsewhere, again.On ?? turn.Today, again.At, cancellationToken);
        if (again.Told is { } told)
        {
            visit = visit with
            {
                Notes = told.Notes, Stated = told.Said, Next = told.Next is { } next ? new PromisedStep(next.Title, next.Due) : null,
                ContactId = told.ContactId ?? (told.NewContact is null ? visit.ContactId : null), ContactName = told.NewContact, ClientReference = told.Client ?? visit.ClientReference,
            };
        }

        return await LogAsync(turn, visit, cancellationToken);
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb != Verbs.SameAgain || data.Id("employer") is not { } employer || data.Id("last") is not { } lastId || data.Date("on") is not { } on)
            return null;
        if (await store.ReadAsync(session => session.Visits.VisitAsync(lastId), cancellationToken) is not { } last || last.SpecialistId != turn.Person.Id)
            return await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Get("RefusalNotFound")), cancellationToken);
        var visit = await RepeatedAsync(last, employer == last.EmployerId ? null : employer, on, data.Time("at"), cancellationToken);
        return await LogAsync(
            turn, visit with { Notes = data.Text("notes"), Next = data.Text("next") is { } next ? new PromisedStep(next, data.Date("due")) : null }, cancellationToken);
    }

    /// <summary>Elsewhere there are other people; the rest is the same.</summary>
    private async Task<LogVisit> RepeatedAsync(Visit last, Guid? elsewhere, DateOnly on, TimeOnly? at, CancellationToken cancellationToken)
    {
        var client = last.ClientId is { } id ? await store.ReadAsync(session => session.Clients.ClientAsync(id), cancellationToken) : null;
        return new LogVisit
        {
            EmployerId = elsewhere ?? last.EmployerId, ContactId = elsewhere is null ? last.ContactId : null, ClientReference = client?.Reference, Channel = last.Channel, On = on, At = at,
        };
    }

    private Task<TurnAnswer> LogAsync(Turn turn, LogVisit visit, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<VisitLogged>>(
        turn,
        also => visits.LogAsync(turn.Actor, visit with { Guard = turn.Guard }, also, cancellationToken),
        outcome => outcome.Value is { } logged
            ? TurnAnswer.Put(VisitCard.Build(logged, turn.Today), CardKinds.Visit, logged.View.Visit.Id)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
}
