using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Digest;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Bot.Handlers;

/// <summary>A pressed button: the card it was on shows the new state, also when somebody else came first.</summary>
internal sealed class ButtonHandler(
    TurnDesk desk, LogLine logLine, OpenQuestions questions, DueList dueList, FollowUpActions followUps, Undoing undoing, VisitForms forms,
    NewVisitForms newVisits, OpenLines openLines, EmployerLookUp employers, AdjustmentsLookUp adjustments, AnswersInDoubt inDoubt, FollowUpContactButtons followUpContacts,
    DigestButtons digest, WrapUpButtons wrapUp, IEnumerable<IButtonGroup> groups)
{
    public Task<TurnAnswer> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => FollowAsync(
        turn with { Input = new FilledIn(turn, data, (again, reworded, token) => HandleAsync(again, verb, reworded, token)) }, verb, data, cancellationToken);

    private Task<TurnAnswer> FollowAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => verb switch
    {
        _ when data.Text(CardMarks.Name) is DigestCard.Mark => MarkedAsync(turn, verb, data, digest, cancellationToken),
        _ when data.Text(CardMarks.Name) is WrapUpCard.Mark => MarkedAsync(turn, verb, data, wrapUp, cancellationToken),
        Verbs.Undo when data.Id("step") is { } step => UndoAsync(turn, step, cancellationToken),
        Verbs.EditVisit when data.Id("visit") is { } visit => forms.OpenAsync(turn, visit, cancellationToken),
        Verbs.ShowVisit when data.Id("visit") is { } visit => forms.CloseAsync(turn, visit, cancellationToken),
        Verbs.OtherVisitDay when data.Id("visit") is { } visit && data.Number("version") is { } version && data.Date("day") is { } day =>
            forms.MoveAsync(turn, visit, version, day, null, cancellationToken),
        Verbs.OtherDueDay when data.Id("visit") is { } visit && data.Number("version") is { } version && data.Date("day") is { } day =>
            forms.MoveAsync(turn, visit, version, null, day, cancellationToken),
        Verbs.SaveVisit when data.Id("visit") is { } visit && data.Number("version") is { } version => forms.SaveAsync(turn, visit, version, data, cancellationToken),
        Verbs.Done when data.Id("id") is { } id => DoneAsync(turn, id, Page(data), cancellationToken),
        Verbs.AskSnooze when data.Id("id") is { } id => ShowDueAsync(turn, Page(data), id, null, cancellationToken),
        Verbs.Snooze when data.Id("id") is { } id => SnoozeAsync(turn, id, data.Date("until"), Page(data), cancellationToken),
        Verbs.ShowDue => ShowDueAsync(turn, Page(data), null, null, cancellationToken),
        Verbs.UndoDue when data.Id("step") is { } step => UndoDueAsync(turn, step, Page(data), cancellationToken),
        Verbs.ChooseEmployer when data.Id("draft") is { } draft && data.Id("employer") is { } employer =>
            logLine.AnsweredAsync(turn, draft, answers => answers with { EmployerId = employer, NewEmployer = null }, cancellationToken),
        Verbs.NewEmployer when data.Id("draft") is { } draft && data.Text("name") is { } name && !string.IsNullOrWhiteSpace(name) =>
            logLine.AnsweredAsync(turn, draft, answers => answers with { EmployerId = null, NewEmployer = name.Trim() }, cancellationToken),
        Verbs.NewEmployer => SayAsync(turn, Texts.Get("ErrorNameNeeded"), cancellationToken),
        Verbs.AnswerDate when data.Id("draft") is { } draft && data.Date("on") is { } on =>
            logLine.AnsweredAsync(turn, draft, answers => answers with { On = on }, cancellationToken),
        Verbs.AnswerDate => SayAsync(turn, Texts.Get("ErrorDateNeeded"), cancellationToken),
        Verbs.AnswerClient when data.Id("draft") is { } draft && data.Text("client") is { } client =>
            logLine.AnsweredAsync(turn, draft, answers => answers with { Client = client }, cancellationToken),
        Verbs.ShowEmployer when data.Id("employer") is { } employer => employers.ChosenAsync(turn, employer, cancellationToken),
        Verbs.ShowAdjustments when data.Text("client") is not null || data.Id("employer") is not null =>
            adjustments.ChosenAsync(turn, data.Text("client"), data.Id("employer"), cancellationToken),
        Verbs.AnswerNextDate when data.Id("draft") is { } draft && data.Date("on") is { } on =>
            logLine.AnsweredAsync(turn, draft, answers => answers with { NextDue = on }, cancellationToken),
        Verbs.AnswerNextDate => SayAsync(turn, Texts.Get("ErrorDateNeeded"), cancellationToken),
        Verbs.AnswerContact when data.Id("draft") is { } draft && data.Id("contact") is { } contact =>
            logLine.AnsweredAsync(turn, draft, answers => answers with { ContactId = contact, ContactIsNew = false }, cancellationToken),
        Verbs.NewContact when data.Id("draft") is { } draft =>
            logLine.AnsweredAsync(turn, draft, answers => answers with { ContactId = null, ContactIsNew = true }, cancellationToken),
        Verbs.AnswerPlanned when data.Id("draft") is { } draft && data.Id("visit") is { } visit =>
            logLine.AnsweredAsync(turn, draft, answers => answers with { PlannedVisitId = visit }, cancellationToken),
        Verbs.AnswerAgain when data.Id("draft") is { } draft => logLine.AnsweredAsync(turn, draft, answers => answers with { Again = true }, cancellationToken),
        Verbs.ContinueDraft when data.Id("draft") is { } draft => openLines.ContinueAsync(turn, draft, cancellationToken),
        Verbs.ForgetDraft when data.Id("draft") is { } draft => openLines.ForgetAsync(turn, draft, data.Number("from") ?? 0, cancellationToken),
        Verbs.ShowDrafts => openLines.TurnToAsync(turn, data.Number("from") ?? 0, cancellationToken),
        Verbs.OpenForm when data.Id("draft") is { } draft => newVisits.OpenAsync(turn, draft, cancellationToken),
        Verbs.SaveForm when data.Id("id") is { } id => newVisits.SaveAsync(turn, id, data, cancellationToken),
        Verbs.CloseForm => newVisits.CloseAsync(turn, data.Id("draft"), cancellationToken),
        Verbs.ChangeVisit when data.Id("draft") is { } draft && data.Id("visit") is { } visit => forms.OpenChangeAsync(turn, visit, draft, cancellationToken),
        Verbs.LeaveVisit => forms.LeaveAsync(turn, data.Id("draft"), cancellationToken),
        Verbs.ShowAgain => inDoubt.ShowAsync(turn, cancellationToken),
        Verbs.DropDraft when data.Id("draft") is { } draft => DropAsync(turn, draft, cancellationToken),
        _ => OfGroupsAsync(turn, verb, data, cancellationToken),
    };

    /// <summary>A button of a card that stays: it comes before what the same verb does on other cards.</summary>
    private async Task<TurnAnswer> MarkedAsync(Turn turn, string? verb, ButtonData data, IButtonGroup card, CancellationToken cancellationToken) =>
        await card.HandleAsync(turn, verb, data, cancellationToken) ?? await SayAsync(turn, Texts.Get("ActionUnknown"), cancellationToken);

    private async Task<TurnAnswer> OfGroupsAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        foreach (var group in groups)
        {
            if (await group.HandleAsync(turn, verb, data, cancellationToken) is { } answer)
                return answer;
        }

        return await SayAsync(turn, Texts.Get("ActionUnknown"), cancellationToken);
    }

    private static DuePage Page(ButtonData data) => new(data.Name<DueScope>("scope") ?? DueScope.All, data.Number("from") ?? 0, InPlace: true);

    private Task<TurnAnswer> SayAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        desk.AnswerAsync(turn, TurnAnswer.PutText(text), cancellationToken);

    private Task<TurnAnswer> UndoAsync(Turn turn, Guid step, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<Undone>>(
        turn,
        also => undoing.UndoAsync(turn.Actor, step, null, also, cancellationToken),
        async (session, outcome) => outcome.Value is { } undone
            ? TurnAnswer.Put(UndoneCards.InPlace(undone, turn.Today), UndoneCards.KindOf(undone), undone.SubjectId) with { Replies = await UndoneCards.ReplacedAsync(session, undone, turn) }
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private async Task<TurnAnswer> DoneAsync(Turn turn, Guid id, DuePage page, CancellationToken cancellationToken)
    {
        var offer = await followUpContacts.OfferAsync(turn, id, cancellationToken);
        return await desk.AnswerAsync<Outcome<FollowUpChanged>>(
            turn,
            also => followUps.DoneAsync(turn.Actor, id, page, also, cancellationToken),
            outcome => outcome.Value is { } changed
                ? TurnAnswer.Put(DueCard.Build(changed.List, DueReceipt.Done(changed, turn.Person.Id, offer)), CardKinds.Due)
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
    }

    private Task<TurnAnswer> SnoozeAsync(Turn turn, Guid id, DateOnly? until, DuePage page, CancellationToken cancellationToken) => until is not { } day
        ? ShowDueAsync(turn, page, id, Texts.Get("ErrorDateNeeded"), cancellationToken)
        : desk.AnswerAsync<Outcome<FollowUpChanged>>(
            turn,
            also => followUps.SnoozeAsync(turn.Actor, id, day, page, also, cancellationToken),
            outcome => outcome.Value is { } changed
                ? TurnAnswer.Put(DueCard.Build(changed.List, DueReceipt.Snoozed(changed, turn.Person.Id)), CardKinds.Due)
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private Task<TurnAnswer> ShowDueAsync(Turn turn, DuePage page, Guid? snoozing, string? problem, CancellationToken cancellationToken) =>
        desk.AnswerAsync<Outcome<DueListShown>>(
            turn,
            also => dueList.ShowAsync(turn.Actor, page, also, cancellationToken),
            outcome => outcome.Value is { } list
                ? TurnAnswer.Put(DueCard.Build(list, null, snoozing, problem), CardKinds.Due)
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private Task<TurnAnswer> UndoDueAsync(Turn turn, Guid step, DuePage page, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<Undone>>(
        turn,
        also => undoing.UndoAsync(turn.Actor, step, page, also, cancellationToken),
        outcome => outcome.Value is { } undone
            ? TurnAnswer.Put(DueCard.Build(undone.List!, DueReceipt.Undone(undone.Title ?? "", undone.EmployerName)), CardKinds.Due)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private Task<TurnAnswer> DropAsync(Turn turn, Guid draft, CancellationToken cancellationToken) => desk.AnswerAsync<bool>(
        turn,
        also => questions.DropAsync(turn.Actor, draft, also, cancellationToken),
        dropped => dropped
            ? TurnAnswer.Put(TalkCards.Receipt(Texts.Get("ForgetLine"), Texts.Get("LineForgotten")), CardKinds.Talk)
            : TurnAnswer.PutText(Texts.Get("DraftGone")));
}
