using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Conversations;

namespace EmployerCrm.Bot.Handlers;

/// <summary>The word "drafts": the author's lines that still wait for an answer.</summary>
internal sealed class OpenLines(TurnDesk desk, OpenQuestions questions, LogLine logLine, VisitForms forms)
{
    /// <summary>Whether the message asks for them and for nothing else.</summary>
    /// <param name="key">The message, folded.</param>
    public static bool AreAsked(string key) => key is "drafts" or "my drafts" or "draft" or "show drafts" or "show my drafts";

    public Task<TurnAnswer> ShowAsync(Turn turn, CancellationToken cancellationToken) => desk.AnswerAsync<IReadOnlyList<Draft>>(
        turn, also => questions.ListAsync(turn.Actor, also, cancellationToken), drafts => TurnAnswer.Show(DraftsCard.Build(drafts), CardKinds.Talk));

    /// <summary>Another page of them, in place of the one that was shown.</summary>
    public Task<TurnAnswer> TurnToAsync(Turn turn, int from, CancellationToken cancellationToken) => desk.AnswerAsync<IReadOnlyList<Draft>>(
        turn, also => questions.ListAsync(turn.Actor, also, cancellationToken), drafts => TurnAnswer.Put(DraftsCard.Build(drafts, from), CardKinds.Talk));

    /// <summary>Puts the question again, in place of the list.</summary>
    public async Task<TurnAnswer> ContinueAsync(Turn turn, Guid draftId, CancellationToken cancellationToken) =>
        await questions.DraftAsync(turn.Actor, draftId, cancellationToken) switch
        {
            { Question: QuestionNames.Change } change when LineAnswers.Of(change.Answers).Changes is { } visitId => await forms.OpenChangeAsync(turn, visitId, change.Id, cancellationToken),
            { Question: QuestionNames.Choice } choice => await desk.AnswerAsync(turn, ChoiceQuestions.Show(choice.Id, ChoiceQuestion.Of(choice.Answers)), cancellationToken),
            _ => await logLine.AnsweredAsync(turn, draftId, answers => answers, cancellationToken),
        };

    /// <summary>Forgets one line and shows the others.</summary>
    public Task<TurnAnswer> ForgetAsync(Turn turn, Guid draftId, int from, CancellationToken cancellationToken) => desk.AnswerAsync<bool>(
        turn,
        also => questions.DropAsync(turn.Actor, draftId, also, cancellationToken),
        async (session, dropped) => TurnAnswer.Put(
            DraftsCard.Build(await session.Conversations.DraftsOfAsync(turn.Person.Id, turn.ReceivedAt), from, dropped ? Texts.Get("LineForgotten") : Texts.Get("DraftGone")),
            CardKinds.Talk));
}
