using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;

namespace EmployerCrm.Bot.Questions;

/// <summary>Puts questions that are answered by a choice, and keeps them until they are.</summary>
internal sealed class ChoiceQuestions(TurnDesk desk, OpenQuestions questions, Ids ids)
{
    /// <summary>A key for a question; made before the transaction that may put it.</summary>
    public Guid NewId() => ids.New();

    public Task<TurnAnswer> AskAsync(Turn turn, ChoiceQuestion question, CancellationToken cancellationToken)
    {
        var kept = ToKeep(turn, ids.New(), question);
        return desk.AnswerAsync<Outcome<Draft>>(turn, also => questions.AskAsync(turn.Actor, kept, also, cancellationToken), _ => Show(kept.Id, question));
    }

    /// <summary>The question as it is kept, with what its author answered to the guard in this turn.</summary>
    public static KeepLine ToKeep(Turn turn, Guid id, ChoiceQuestion question)
    {
        var guarded = question with { Guard = turn.Guard is { } decision ? GuardAnswer.Of(decision) : null };
        return new KeepLine
        {
            Id = id, Text = question.Text, TypedAt = turn.TypedAt, Question = QuestionNames.Choice, Answers = guarded.ToJson(), Typed = guarded.Typed, Guard = turn.Guard,
        };
    }

    /// <summary>Puts the question in the transaction of a use case that came to it.</summary>
    public static async Task<TurnAnswer> AskAsync(ICrmSession session, Turn turn, Guid id, ChoiceQuestion question)
    {
        await session.Conversations.AddAsync(new Draft
        {
            Id = id, SpecialistId = turn.Person.Id, Text = question.Text, TypedAt = turn.TypedAt, Question = QuestionNames.Choice, Answers = question.ToJson(),
            ExpiresAt = turn.ReceivedAt + OpenQuestions.Kept, Version = 1,
        });
        return Show(id, question);
    }

    public static TurnAnswer Show(Guid id, ChoiceQuestion question) => TurnAnswer.Put(ChoiceCard.Build(id, question), CardKinds.Question, id);
}
