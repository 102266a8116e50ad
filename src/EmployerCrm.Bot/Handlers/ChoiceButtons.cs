using System.Text.Json;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Bot.Handlers;

/// <summary>A choice that was pressed or typed: its verb is followed as if the button had carried it.</summary>
internal sealed class ChoiceButtons(TurnDesk desk, OpenQuestions questions, IServiceProvider services) : IButtonGroup
{
    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb != Verbs.Choose || data.Id("draft") is not { } draftId || data.Number(ChoiceCard.Place) is not { } place)
            return null;
        if (await questions.DraftAsync(turn.Actor, draftId, cancellationToken) is not { Question: QuestionNames.Choice } draft)
            return await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Get("DraftGone")), cancellationToken);
        var question = ChoiceQuestion.Of(draft.Answers);
        if (place == question.Choices.Count && question.OtherDay is { } other)
        {
            return data.Date(ChoiceCard.Day) is { } day
                ? await FollowAsync(turn, draft, other, day, cancellationToken)
                : await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Get("ErrorDateNeeded")), cancellationToken);
        }

        return place < question.Choices.Count ? await FollowAsync(turn, draft, question.Choices[place], data.Date(ChoiceCard.Day) ?? question.Day, cancellationToken) : null;
    }

    /// <summary>Does what the choice stands for; the question is settled with it.</summary>
    public Task<TurnAnswer> FollowAsync(Turn turn, Draft draft, Choice choice, DateOnly? day, CancellationToken cancellationToken)
    {
        var fields = new JsonObject(choice.Data.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        if (day is { } on)
            fields.TryAdd(ChoiceCard.Day, on.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        // The handler of all buttons knows this group too: asked for when it is needed.
        var buttons = services.GetRequiredService<ButtonHandler>();
        return buttons.HandleAsync(turn with { Answers = draft.Id, TypedAt = draft.TypedAt, Guard = turn.Guard ?? ChoiceQuestion.Of(draft.Answers).Guard?.ToDecision() }, choice.Verb, new ButtonData(JsonSerializer.SerializeToElement(fields)), cancellationToken);
    }
}
