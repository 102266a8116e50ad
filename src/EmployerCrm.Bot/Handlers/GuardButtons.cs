using System.Text.Json;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Bot.Handlers;

/// <summary>The answer to the guard: what was found is taken out, kept as not about a person, or written anew. Then the line goes on as any other.</summary>
internal sealed class GuardButtons(TurnDesk desk, GuardedTexts guarded, LineReadings readings, LogLine logLine, Ids ids) : IButtonGroup
{
    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb is not (Verbs.GuardRemove or Verbs.GuardKeep or Verbs.GuardEdit) || data.Id("held") is not { } id)
            return null;
        if (guarded.Find(turn, id) is not { } held)
            return await desk.AnswerAsync(turn, TurnAnswer.Put(TalkCards.Receipt(Texts.Get("GuardTitle"), Texts.Get("GuardGone")), CardKinds.Talk), cancellationToken);

        var kept = JsonSerializer.Deserialize<HeldLine>(held.Detail!)!;
        var line = await ReadAsync(turn, held.Text, held.TypedAt, kept, kept.Answers, cancellationToken);
        var found = await guarded.CheckAsync(turn, line, cancellationToken);
        var answer = verb switch
        {
            Verbs.GuardKeep => await GoOnAsync(turn, line with { Answers = Answered(line.Answers, found, GuardChoice.Kept) }, cancellationToken),
            Verbs.GuardRemove => await RemoveAsync(turn, line, kept, found, cancellationToken),
            _ => await EditAsync(turn, line, cancellationToken),
        };
        guarded.Drop(id);
        return answer;
    }

    private async Task<TurnAnswer> RemoveAsync(Turn turn, OpenLine line, HeldLine kept, CheckedTexts found, CancellationToken cancellationToken)
    {
        var answers = Answered(line.Answers, found, GuardChoice.Removed);
        answers = answers.Form is { } form ? answers with { Form = guarded.Without(form, found) } : answers;
        var text = answers.Form is null ? guarded.Without(line.Text, found) : line.Text;
        return await GoOnAsync(turn, await ReadAsync(turn, text, line.TypedAt, kept, answers, cancellationToken), cancellationToken);
    }

    private Task<TurnAnswer> GoOnAsync(Turn turn, OpenLine line, CancellationToken cancellationToken) => logLine.ActAsync(turn, line, TurnAnswer.Put, cancellationToken);

    /// <summary>The form with what was understood. What is stored of it leaves the words out.</summary>
    private Task<TurnAnswer> EditAsync(Turn turn, OpenLine line, CancellationToken cancellationToken)
    {
        var values = line.Answers.Form ?? new NewVisitValues(line.Reading.Employer ?? line.Answers.NewEmployer ?? line.Reading.NewEmployer, line.Answers.Client ?? line.Reading.Client, VisitFormValues.Of(line.Reading));
        var id = line.Id ?? ids.New();
        var shown = NewVisitForm.Build(id, line.IsKept, values, line.EmployerId);
        var stored = NewVisitForm.Build(id, line.IsKept, values with { Visit = values.Visit with { Notes = null, Next = null } }, line.EmployerId);
        return desk.AnswerAsync(turn, TurnAnswer.Put(stored, CardKinds.Question, line.IsKept ? id : null).Showing(shown), cancellationToken);
    }

    private async Task<OpenLine> ReadAsync(Turn turn, string text, DateTimeOffset typedAt, HeldLine kept, LineAnswers answers, CancellationToken cancellationToken)
    {
        var reading = answers.Form is { } form
            ? await readings.OfFormAsync(turn.Actor, form, typedAt, cancellationToken)
            : await readings.OfAsync(turn.Actor, text, typedAt, cancellationToken);
        return new OpenLine(text, typedAt, reading, answers, kept.LineId, kept.IsKept);
    }

    private static LineAnswers Answered(LineAnswers answers, CheckedTexts found, GuardChoice choice) => answers with { Guard = GuardAnswer.Of(found.Decided(choice)) };
}
