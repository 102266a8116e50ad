using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>
/// Messages that were edited or deleted after they had been acted on. The record is not changed behind anybody's back: the change, or Undo, is offered.
/// </summary>
internal sealed class EditedLines(
    ICrmStore store, TurnDesk desk, LogLine logLine, OpenQuestions questions, VisitEditing editing, ClientNameGuard guard, QuestionCardsShown shown, LineHandler lines, JobStartLine jobStarts, GuardQuestions guards, Ids ids)
{
    public async Task<TurnAnswer> ChangedAsync(Turn turn, TurnKey key, string text, CancellationToken cancellationToken)
    {
        turn = turn with { Input = new TypedLine(turn, text, (again, reworded, token) => ChangedAsync(again, key, reworded, token)) };
        var (original, draft, visit) = await OriginalAsync(turn, key, cancellationToken);
        if (original is null)
            return await SayAsync(turn, "EditedTooOld", cancellationToken);
        if (draft is { Question: QuestionNames.Choice })
            return await lines.HandleAsync(turn with { Answers = draft.Id, HasOpenLines = false, Besides = await shown.ReplacedAsync(turn, draft.Id, "ReadAgainBelow", cancellationToken) }, text, cancellationToken);
        if (draft is { Question: not QuestionNames.Change })
            return await AgainAsync(turn, draft, text, cancellationToken);
        if (visit is { } visitId)
            return await OfferAsync(turn, visitId, text, cancellationToken);
        // The words that the guard asked about were never kept: the line counts as it is now.
        if (guards.DropOf(turn, OriginalKey(key)))
            return await lines.HandleAsync(turn, text, cancellationToken);
        if (original.Replies is [{ Kind: CardKinds.Question or CardKinds.Guard }])
            return await SayAsync(turn, "EditedFinished", cancellationToken);
        if (original.Replies is [{ Kind: CardKinds.Visit }, ..])
            return await SayAsync(turn, "EditedUndone", cancellationToken);
        // Nothing came of the line as it was first typed: it counts as it is now.
        return original.Replies is [{ Card: null }] ? await lines.HandleAsync(turn, text, cancellationToken) : await SayAsync(turn, "EditedDone", cancellationToken);
    }

    public async Task<TurnAnswer> DeletedAsync(Turn turn, TurnKey key, CancellationToken cancellationToken)
    {
        guards.DropOf(turn, OriginalKey(key));
        var (_, draft, visit) = await OriginalAsync(turn, key, cancellationToken);
        if (draft is not null)
        {
            var replaced = await shown.ReplacedAsync(turn, draft.Id, "LineForgotten", cancellationToken);
            return await desk.AnswerAsync<bool>(turn, also => questions.DropAsync(turn.Actor, draft.Id, also, cancellationToken), _ => new TurnAnswer { Replies = replaced });
        }

        return visit is not { } visitId
            ? await desk.AnswerAsync(turn, new TurnAnswer(), cancellationToken)
            : await desk.AnswerAsync<Outcome<VisitLogged>>(
                turn,
                also => editing.ShowAsync(turn.Actor, visitId, also, cancellationToken),
                outcome => outcome.Value is { } logged && logged.UndoId != Guid.Empty
                    ? TurnAnswer.Show(EditedLineCards.Deleted(logged, turn.Today), CardKinds.Question)
                    : new TurnAnswer());
    }

    private static string OriginalKey(TurnKey key) => new TurnKey(key.ChannelId, key.ConversationId, ActivityTypes.Message, key.ActivityId, null).Digest();

    private static bool IsVisit(LineReading reading) => reading.Intent is Intent.LogVisit or Intent.PlanVisit;

    /// <summary>What the message was answered with, and what that is about: an open line, or a visit that is still recorded.</summary>
    private Task<(TurnAnswer? Original, Draft? Draft, Guid? VisitId)> OriginalAsync(Turn turn, TurnKey key, CancellationToken cancellationToken)
    {
        return store.ReadAsync<(TurnAnswer?, Draft?, Guid?)>(
            async session =>
            {
                if (await session.Conversations.ReceivedAsync(OriginalKey(key)) is not { } received || received.SpecialistId != turn.Person.Id)
                    return (null, null, null);
                var answer = TurnAnswer.Of(received.Answer);
                if (answer.Replies.FirstOrDefault(reply => reply is { Kind: CardKinds.Visit or CardKinds.Question, SubjectId: not null })?.SubjectId is not { } subject)
                    return (answer, null, null);
                // A line and the visit that comes of it have one key.
                var draft = await session.Conversations.DraftAsync(subject) is { } open && open.SpecialistId == turn.Person.Id && open.ExpiresAt > turn.ReceivedAt ? open : null;
                var visit = await session.Visits.VisitAsync(subject);
                return (answer, draft, visit?.SpecialistId == turn.Person.Id ? visit.Id : null);
            },
            cancellationToken);
    }

    /// <summary>The line still waited for an answer: it is read again as it is now.</summary>
    private async Task<TurnAnswer> AgainAsync(Turn turn, Draft draft, string text, CancellationToken cancellationToken)
    {
        var guarded = await guard.ReadAsync(turn with { TypedAt = draft.TypedAt }, text, cancellationToken);
        if (guarded.Reading.Intent == Intent.JobStart)
            return await jobStarts.AnsweredAsync(turn, draft with { Text = guarded.Text }, guarded.Reading, new LineAnswers(), await shown.BelowAsync(turn, draft.Id, "ReadAgainBelow", cancellationToken), cancellationToken);
        if (!IsVisit(guarded.Reading) && guarded.Reading.Ask is null)
            return await SayAsync(turn, "EditedNoVisit", cancellationToken);
        var line = new OpenLine(guarded.Text, draft.TypedAt, guarded.Reading, new LineAnswers { ClientWasNamed = guarded.ClientWasNamed }, draft.Id, IsKept: true);
        return await logLine.ActAsync(turn, line, await shown.BelowAsync(turn, draft.Id, "ReadAgainBelow", cancellationToken), cancellationToken);
    }

    private async Task<TurnAnswer> OfferAsync(Turn turn, Guid visitId, string text, CancellationToken cancellationToken)
    {
        var guarded = await guard.ReadAsync(turn, text, cancellationToken);
        var view = await editing.ShowAsync(turn.Actor, visitId, null, cancellationToken);
        if (view.Value is not { } logged)
            return await SayAsync(turn, "EditedUndone", cancellationToken);
        // An edited line is kept while its author decides; what the guard would ask about is not.
        var line = new OpenLine(guarded.Text, turn.TypedAt, guarded.Reading, new LineAnswers { Changes = visitId }).Guarded(turn);
        var kept = line.ToKeep(ids.New(), new Question(QuestionNames.Change, [], id => EditedLineCards.Changed(id, logged.View, turn.Today)));
        kept = kept with { Typed = kept.Typed with { EmployerId = logged.View.Employer.Id } };
        return await desk.AnswerAsync<Outcome<Draft>>(
            turn,
            also => questions.AskAsync(turn.Actor, kept, also, cancellationToken),
            _ => TurnAnswer.Show(EditedLineCards.Changed(kept.Id, logged.View, turn.Today), CardKinds.Question, kept.Id));
    }

    private Task<TurnAnswer> SayAsync(Turn turn, string key, CancellationToken cancellationToken) =>
        desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get(key)), cancellationToken);
}
