using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Handlers;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Digest;

/// <summary>The buttons of a week's wrap-up. The card stays, as it is then; what its box tells is read like a message of several lines and answered below.</summary>
internal sealed class WrapUpButtons(
    TurnDesk desk, WrapUps wrapUps, PlannedVisits planned, FactChanges facts, ClientContacts contacts, Undoing undoing, BesideCards beside, LineHandler lines) : IButtonGroup
{
    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        var marked = data.Text(CardMarks.Name) == WrapUpCard.Mark;
        var view = new WrapUpView(turn.Reference.User?.Id, WrapUpValues.Of(data));
        return verb switch
        {
            Verbs.ShowWrapUp => await ShowAsync(turn, view, cancellationToken),
            Verbs.VisitHappened when marked && data.Id("visit") is { } visit && data.Number("version") is { } version => await ChangeAsync(
                turn, view, also => planned.HappenedAsync(turn.Actor, VisitButtons.Happened(visit, version, data, turn), also, cancellationToken)),
            Verbs.ConfirmFacts when data.Id("visit") is { } visit && data.Number("version") is { } version && Fields(data) is var fields and not VisitFields.None => await ChangeAsync(
                turn, view, also => facts.SetAsync(turn.Actor, new SetFacts { VisitId = visit, ExpectedVersion = version, Confirmed = fields }, also, cancellationToken)),
            Verbs.RecordClientContact when marked => await RecordAsync(turn, view, cancellationToken),
            Verbs.UndoBeside when data.Id("step") is { } step => await UndoAsync(turn, step, view, cancellationToken),
            Verbs.SendLines => await SendAsync(turn, view, cancellationToken),
            Verbs.LogBeside when marked => await beside.FormAsync(turn, data.Id("employer"), session => InPlaceAsync(session, turn, view), cancellationToken),
            Verbs.ShowBeside when marked && data.Id("visit") is { } visit => await beside.VisitAsync(turn, visit, session => InPlaceAsync(session, turn, view), cancellationToken),
            _ => null,
        };
    }

    private static VisitFields Fields(ButtonData data) => (data.Name<VisitFields>("fields") ?? VisitFields.None) & (VisitFields.Reached | VisitFields.Purpose);

    private Task<TurnAnswer> ShowAsync(Turn turn, WrapUpView view, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<WrapUpContents>>(
        turn, also => wrapUps.ShowAsync(turn.Actor, also, cancellationToken), outcome => Put(outcome, view));

    private Task<TurnAnswer> ChangeAsync(Turn turn, WrapUpView view, Func<Alongside<Outcome<VisitLogged>>, Task<Outcome<VisitLogged>>> useCase) => desk.AnswerAsync(
        turn,
        useCase,
        async (session, outcome) => outcome.Value is { } changed
            ? await InPlaceAsync(session, turn, view with { Receipt = $"{Texts.Headline(changed.View.Visit)}: {changed.View.Employer.Name}", UndoId = changed.UndoId == Guid.Empty ? null : changed.UndoId })
                with { Replies = await CardsHere.ReplacedAsync(session, turn, changed) }
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private async Task<TurnAnswer> RecordAsync(Turn turn, WrapUpView view, CancellationToken cancellationToken)
    {
        var ticked = view.Values.Ticked;
        if (ticked.Count == 0)
            return await ShowAsync(turn, view with { Problem = Texts.Get("WrapUpNoneTicked") }, cancellationToken);
        var record = new RecordClientContacts { References = ticked, On = view.Values.On ?? turn.Today, Way = view.Values.Way ?? Channel.InPerson };
        return await desk.AnswerAsync<Outcome<ClientContactsRecorded>>(
            turn,
            also => contacts.RecordAsync(turn.Actor, record, also, cancellationToken),
            (session, outcome) => InPlaceAsync(session, turn, outcome.Value is { } recorded
                ? view with
                {
                    Values = view.Values with { Clients = null }, UndoId = recorded.UndoId,
                    Receipt = $"{Texts.Get("ClientContactRecorded")}: {string.Join(", ", recorded.Contacts.Select(contact => contact.Reference))}",
                }
                : view with { Problem = Texts.Of(outcome.Refusal!) }));
    }

    private Task<TurnAnswer> UndoAsync(Turn turn, Guid step, WrapUpView view, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<Undone>>(
        turn,
        also => undoing.UndoAsync(turn.Actor, step, null, also, cancellationToken),
        async (session, outcome) => outcome.Value is { } undone
            ? await InPlaceAsync(session, turn, view with { Receipt = UndoneCards.Sentence(undone, turn.Today) }) with { Replies = await UndoneCards.ReplacedAsync(session, undone, turn) }
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    /// <summary>The lines as if they had been typed: their answers are messages, the card stays with an empty box.</summary>
    private async Task<TurnAnswer> SendAsync(Turn turn, WrapUpView view, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(view.Values.Lines))
            return await ShowAsync(turn, view with { Problem = Texts.Get("WrapUpNoLines") }, cancellationToken);
        var shown = await wrapUps.ShowAsync(turn.Actor, null, cancellationToken);
        if (shown.Value is not { } contents)
            return await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Of(shown.Refusal!)), cancellationToken);
        var emptied = view with { Values = view.Values with { Lines = null }, Receipt = Texts.Get("WrapUpSent") };
        var stays = turn.IsInvoke ? new Reply(null, WrapUpCard.Build(contents, emptied), CardKinds.WrapUp) : null;
        return await lines.HandleAsync(turn with { IsInvoke = false, Pressed = null, Stays = stays, Input = null }, view.Values.Lines.Trim(), cancellationToken);
    }

    private async Task<TurnAnswer> InPlaceAsync(ICrmSession session, Turn turn, WrapUpView view) => Put(await wrapUps.NowAsync(session, turn.Actor, turn.ReceivedAt), view);

    /// <summary>The stored card holds no line that was not sent.</summary>
    private static TurnAnswer Put(Outcome<WrapUpContents> outcome, WrapUpView view) => outcome.Value is { } contents
        ? TurnAnswer.Put(WrapUpCard.Build(contents, view with { Values = view.Values with { Lines = null } }), CardKinds.WrapUp).Showing(WrapUpCard.Build(contents, view))
        : TurnAnswer.PutText(Texts.Of(outcome.Refusal!));
}
