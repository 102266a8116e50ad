using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Questions;

namespace EmployerCrm.Bot.Cards;

/// <summary>A question with one button for each choice.</summary>
internal static class ChoiceCard
{
    public const string Place = "place";
    public const string Day = "on";

    /// <summary>Teams shows no more buttons in one row.</summary>
    private const int MostInRow = 5;

    public static JsonObject Build(Guid draftId, ChoiceQuestion question) => CardParts.Card(
        question.Title,
        [
            CardParts.Title(question.Title),
            CardParts.Plain(question.Text),
            .. question.Lines.Select(line => CardParts.Plain(line, subtle: true)),
            question.DayLabel is { } label ? Fields.Date(Day, label, question.Day, Texts.Get("ErrorDateNeeded")) : null,
            .. question.Choices.Index().Chunk(question.StandsInRow ? MostInRow : 1).Select(row => CardParts.Actions(row.Select(choice => Button(draftId, choice.Item.Title, choice.Index, question.DayLabel is not null)))),
            question.OtherDay is null ? null : Fields.Date(Day, Texts.Get("FieldDate"), null, Texts.Get("ErrorDateNeeded")),
            CardParts.Actions(
            [
                .. question.OtherDay is null ? [] : new JsonNode[] { Button(draftId, Texts.Get("UseDate"), question.Choices.Count, withInputs: true) },
                CardParts.Button(Texts.Get("ForgetLine"), Verbs.DropDraft, new JsonObject { ["draft"] = draftId.ToString() }),
            ]),
        ]);

    private static JsonObject Button(Guid draftId, string title, int place, bool withInputs) => CardParts.Button(
        title, Verbs.Choose, new JsonObject { ["draft"] = draftId.ToString(), [Place] = place.ToString(CultureInfo.InvariantCulture) }, withInputs);
}
