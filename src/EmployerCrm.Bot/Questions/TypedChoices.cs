using EmployerCrm.Bot.Handlers;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Questions;

/// <summary>Typed answers to questions with choices: yes, no, a number, a day, or as much of a choice's title as fits one.</summary>
internal sealed class TypedChoices(ChoiceButtons choices, QuestionCardsShown shown)
{
    /// <summary>What came of the answer; null when the text is none.</summary>
    /// <param name="forget">Gives the question up: what "no" does where no choice stands for it.</param>
    public async Task<TurnAnswer?> AnswerAsync(
        Turn turn, Draft draft, string text, LineReading reading, Func<Task<TurnAnswer>> forget, CancellationToken cancellationToken)
    {
        var question = ChoiceQuestion.Of(draft.Answers);
        var bare = BareAnswer.Read(text, DateOnly.FromDateTime(LondonClock.ToLocal(turn.TypedAt)), question.IsAhead);
        var (choice, day) = Meant(question, bare, text, reading);
        if (choice is not null)
        {
            var besides = await shown.ReplacedAsync(turn, draft.Id, "AnsweredBelow", cancellationToken);
            return await choices.FollowAsync(turn with { Pressed = null, Besides = besides }, draft, choice, day ?? question.Day, cancellationToken);
        }

        return bare is { Yes: false } ? await forget() : null;
    }

    private static (Choice? Choice, DateOnly? Day) Meant(ChoiceQuestion question, BareAnswer? bare, string text, LineReading reading) => bare switch
    {
        { Yes: { } yes } => (question.Choices.FirstOrDefault(choice => choice.Says == yes) ?? (yes && question.Choices is [var only] ? only : null), null),
        { Number: { } number } => (question.Choices.ElementAtOrDefault(number == BareAnswer.Last ? question.Choices.Count - 1 : number - 1), null),
        { Day: { } day } => question.Choices.FirstOrDefault(choice => choice.Day == day) is { } named ? (named, null)
            : question.DayLabel is not null && question.Choices is [var single] ? (single, day) : (question.OtherDay, day),
        _ when reading.Intent is Intent.Unknown or Intent.Employer && reading.Act is null => (ByTitle(question, text), null),
        _ => (null, null),
    };

    private static Choice? ByTitle(ChoiceQuestion question, string text)
    {
        var offers = question.Choices.Select((choice, index) => new Offer($"{index}", choice.Title, NumberWords.InDigits(FoldedText.Words(choice.Title)))).ToList();
        return TypedChoice.Of(text, offers) is [var one] ? question.Choices[offers.IndexOf(one)] : null;
    }
}
