using EmployerCrm.Bot.Digest;
using EmployerCrm.Bot.Handlers;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;

namespace EmployerCrm.Bot.Questions;

/// <summary>
/// A typed message that answers the person's latest open question does what pressing the button would have done. What reads as a complete line or
/// order of its own is that, and the question stays open.
/// </summary>
internal sealed class TypedAnswers(ICrmStore store, TurnDesk desk, LogLine logLine, OpenQuestions questions, AnswerReader answerReader, QuestionCardsShown shown, TypedChoices typedChoices, AskedVisits askedVisits)
{
    /// <summary>After this long a bare "2" or "Tuesday" is no longer taken for an answer.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(12);

    private const int LongestAnswer = 120;

    /// <summary>What came of the answer; null when the message is none.</summary>
    public async Task<TurnAnswer?> AnswerAsync(Turn turn, string text, LineReading reading, CancellationToken cancellationToken)
    {
        if (!turn.HasOpenLines)
            return await NoneAsync(turn, text, reading, "AnswerToNothing", cancellationToken);
        if (text.Length > LongestAnswer || reading.Act is not null || reading.Intent is Intent.Due or Intent.Done or Intent.Snooze or Intent.MyWeek or Intent.Help or Intent.JobStart)
            return null;
        if (await questions.LatestAsync(turn.Actor, Reach, cancellationToken) is not { } draft)
            return await NoneAsync(turn, text, reading, "AnswerTooLate", cancellationToken);
        if (draft.Question == QuestionNames.Change)
            return null;
        if (AnswerWords.GivesUp(text))
            return await IsAboutSomethingLaterAsync(turn, draft, reading, cancellationToken) ? null : await ForgetAsync(turn, draft, cancellationToken);
        if (reading.Intent == Intent.Undo)
            return null;
        if (draft.Question == QuestionNames.Choice)
            return await typedChoices.AnswerAsync(turn, draft, text, reading, () => ForgetAsync(turn, draft, cancellationToken), cancellationToken) ?? await NoneAsync(turn, text, reading, "AnswerUnfit", cancellationToken);
        if (draft.Question == QuestionNames.Again && BareAnswer.Read(text, turn.Today, isAhead: false) is { Yes: false })
            return await ForgetAsync(turn, draft, cancellationToken);
        return await answerReader.ReadAsync(turn, draft, text, reading, cancellationToken) switch
        {
            { Sentence: { } sentence } => await desk.AnswerAsync(turn, TurnAnswer.Say(sentence), cancellationToken),
            { Change: { } change } => await logLine.AnsweredAsync(turn, draft, change, await shown.BelowAsync(turn, draft.Id, "AnsweredBelow", cancellationToken), cancellationToken),
            _ => await NoneAsync(turn, text, reading, "AnswerUnfit", cancellationToken),
        };
    }

    /// <summary>A bare answer that answers nothing gets a sentence: it means nothing by itself, and is guessed to mean nothing.</summary>
    private async Task<TurnAnswer?> NoneAsync(Turn turn, string text, LineReading reading, string key, CancellationToken cancellationToken) =>
        reading is { Intent: Intent.Unknown, Act: null } && BareAnswer.Read(text, turn.Today, isAhead: true) is not null
            ? await askedVisits.AnswerAsync(turn, text, cancellationToken) ?? await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get(key)), cancellationToken)
            : null;

    /// <summary>"Cancel that" after something was recorded since the question means what was recorded.</summary>
    private async Task<bool> IsAboutSomethingLaterAsync(Turn turn, Draft draft, LineReading reading, CancellationToken cancellationToken) =>
        reading.Intent == Intent.Undo
        && await store.ReadAsync(session => session.Undo.LatestAsync(turn.Person.Id, draft.AskedAt), cancellationToken) is not null;

    private async Task<TurnAnswer> ForgetAsync(Turn turn, Draft draft, CancellationToken cancellationToken)
    {
        var replaced = await shown.ReplacedAsync(turn, draft.Id, "LineForgotten", cancellationToken);
        return await desk.AnswerAsync<bool>(
            turn,
            also => questions.DropAsync(turn.Actor, draft.Id, also, cancellationToken),
            _ => new TurnAnswer { Replies = [new Reply(Texts.Get("LineForgotten"), null), .. replaced] });
    }
}
