using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Bot.Reading;

namespace EmployerCrm.Bot.Questions;

/// <summary>A line or form on its way to becoming a visit.</summary>
/// <param name="Id">The key of the draft, and of the visit that comes of it; null for a line that was just typed.</param>
/// <param name="IsKept">Whether a draft with that key is stored.</param>
internal sealed record OpenLine(string Text, DateTimeOffset TypedAt, LineReading Reading, LineAnswers Answers, Guid? Id = null, bool IsKept = false)
{
    public bool EmployerIsAnswered => Answers.EmployerId is not null || Answers.NewEmployer is not null;

    /// <summary>The known employer; null for a new one and while it is open.</summary>
    public Guid? EmployerId => EmployerIsAnswered ? Answers.EmployerId : Reading.EmployerId;

    public DateOnly? On => Answers.On ?? Reading.Date;

    /// <summary>The line with what its author answered to the guard in this turn.</summary>
    public OpenLine Guarded(Turn turn) => turn.Guard is { } decision ? this with { Answers = Answers with { Guard = GuardAnswer.Of(decision) } } : this;

    /// <summary>The line as it is kept while it waits for the answer to a question.</summary>
    public KeepLine ToKeep(Guid id, Question question) => new()
    {
        Id = id, Text = Text, TypedAt = TypedAt, Question = question.Name, Answers = (Answers with { Offered = question.Offered }).ToJson(), Guard = Answers.Guard?.ToDecision(),
        Typed = new TypedTexts
        {
            EmployerId = EmployerId, NewEmployerName = Answers.NewEmployer ?? Reading.NewEmployer, ClientReference = Answers.Client ?? Reading.Client,
            Texts = [Reading.Notes, Reading.Next?.Title],
        },
    };
}
