using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Handlers;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Bot.Digest;

/// <summary>The buttons of the digest: what they do is what they do in any due list, and the digest comes back as it is then.</summary>
internal sealed class DigestButtons(
    TurnDesk desk, Digests digests, FollowUpActions followUps, FollowUpContactButtons followUpContacts, Undoing undoing, BesideCards beside) : IButtonGroup
{
    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        var marked = data.Text(CardMarks.Name) == DigestCard.Mark;
        var view = new DigestView(turn.Reference.User?.Id) { From = data.Number("from") };
        return verb switch
        {
            Verbs.ShowDigest => await ShowAsync(turn, view, cancellationToken),
            Verbs.Done when marked && data.Id("id") is { } id => await DoneAsync(turn, id, view, cancellationToken),
            Verbs.AskSnooze when marked && data.Id("id") is { } id => await ShowAsync(turn, view with { Snoozing = id }, cancellationToken),
            Verbs.Snooze when marked && data.Id("id") is { } id => await SnoozeAsync(turn, id, data.Date(SnoozeChoices.Until), view, cancellationToken),
            Verbs.UndoDue when marked && data.Id("step") is { } step => await UndoAsync(turn, step, view, cancellationToken),
            Verbs.LogFollowUp when marked && data.Id("followUp") is { } followUp && data.Id("visit") is { } visit => await followUpContacts.LogAsync(
                turn, followUp, visit,
                async (session, logged) => await InPlaceAsync(session, turn, view) with { Replies = [new Reply(null, VisitCard.Build(logged, turn.Today), CardKinds.Visit, visit)] },
                cancellationToken),
            Verbs.LogBeside when marked => await beside.FormAsync(turn, data.Id("employer"), session => InPlaceAsync(session, turn, view), cancellationToken),
            Verbs.ShowBeside when marked && data.Id("visit") is { } visit => await beside.VisitAsync(turn, visit, session => InPlaceAsync(session, turn, view), cancellationToken),
            _ => null,
        };
    }

    private Task<TurnAnswer> ShowAsync(Turn turn, DigestView view, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<DigestShown>>(
        turn,
        also => digests.ShowAsync(turn.Actor, also, cancellationToken),
        outcome => Put(outcome, view));

    private async Task<TurnAnswer> DoneAsync(Turn turn, Guid id, DigestView view, CancellationToken cancellationToken)
    {
        var offer = await followUpContacts.OfferAsync(turn, id, cancellationToken);
        return await desk.AnswerAsync<Outcome<FollowUpChanged>>(
            turn,
            also => followUps.DoneAsync(turn.Actor, id, DueScope.Today, also, cancellationToken),
            (session, outcome) => AfterAsync(session, turn, outcome, view, changed => DueReceipt.Done(changed, turn.Person.Id, offer)));
    }

    private Task<TurnAnswer> SnoozeAsync(Turn turn, Guid id, DateOnly? until, DigestView view, CancellationToken cancellationToken) => until is not { } day
        ? ShowAsync(turn, view with { Snoozing = id, Problem = Texts.Get("ErrorDateNeeded") }, cancellationToken)
        : desk.AnswerAsync<Outcome<FollowUpChanged>>(
            turn,
            also => followUps.SnoozeAsync(turn.Actor, id, day, DueScope.Today, also, cancellationToken),
            (session, outcome) => AfterAsync(session, turn, outcome, view, changed => DueReceipt.Snoozed(changed, turn.Person.Id)));

    private Task<TurnAnswer> UndoAsync(Turn turn, Guid step, DigestView view, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<Undone>>(
        turn,
        also => undoing.UndoAsync(turn.Actor, step, null, also, cancellationToken),
        (session, outcome) => AfterAsync(session, turn, outcome, view, undone => DueReceipt.Undone(undone.Title ?? "", undone.EmployerName)));

    private async Task<TurnAnswer> AfterAsync<T>(ICrmSession session, Turn turn, Outcome<T> outcome, DigestView view, Func<T, DueReceipt> receipt)
        where T : class =>
        outcome.Value is { } done ? await InPlaceAsync(session, turn, view with { Receipt = receipt(done) }) : TurnAnswer.PutText(Texts.Of(outcome.Refusal!));

    private async Task<TurnAnswer> InPlaceAsync(ICrmSession session, Turn turn, DigestView view) => Put(await digests.NowAsync(session, turn.Actor, turn.ReceivedAt), view);

    private static TurnAnswer Put(Outcome<DigestShown> outcome, DigestView view) => outcome.Value is { } shown
        ? TurnAnswer.Put(DigestCard.Build(shown.Contents, view), CardKinds.Digest)
        : TurnAnswer.PutText(Texts.Of(outcome.Refusal!));
}
