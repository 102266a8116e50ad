using System.Text.Json.Nodes;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Core.Conversations;

namespace EmployerCrm.Bot.Cards;

/// <summary>A person's open lines, each to go on with or to forget.</summary>
internal static class DraftsCard
{
    private const int MostShown = 10;
    private const int LongestText = 160;

    public static JsonObject Build(IReadOnlyList<Draft> drafts, string? receipt = null) => CardParts.Card(
        Texts.Get("DraftsTitle"),
        [
            CardParts.Title(Texts.Get("DraftsTitle")),
            receipt is null ? null : CardParts.Sentence(receipt, subtle: true),
            CardParts.Sentence(drafts.Count == 0 ? Texts.Get("DraftsNone") : Texts.Get("DraftsText"), subtle: true),
            .. drafts.Take(MostShown).Select(Item),
            drafts.Count > MostShown ? CardParts.Sentence(Texts.Count("DueMore", drafts.Count - MostShown), subtle: true) : null,
        ]);

    private static JsonObject Item(Draft draft)
    {
        var item = CardParts.Group(
            CardParts.Plain(CardParts.Shortened(draft.Text, LongestText), bold: true),
            CardParts.Plain($"{Asked(draft.Question)} · {DayText.Moment(draft.TypedAt)}", subtle: true),
            CardParts.Actions(
                CardParts.Button(Texts.Get("Continue"), Verbs.ContinueDraft, Data(draft)),
                CardParts.Button(Texts.Get("Forget"), Verbs.ForgetDraft, Data(draft))));
        item["separator"] = true;
        return item;
    }

    private static JsonObject Data(Draft draft) => new() { ["draft"] = draft.Id.ToString() };

    private static string Asked(string question) => question switch
    {
        QuestionNames.Employer => Texts.Get("WhichEmployer"),
        QuestionNames.Contact => Texts.Get("WhichContact"),
        QuestionNames.Date or QuestionNames.NextDate => Texts.Get("WhichDate"),
        QuestionNames.Client => Texts.Get("WhichClient"),
        QuestionNames.Planned => Texts.Get("WhichPlanned"),
        QuestionNames.Again => Texts.Get("AgainTitle"),
        QuestionNames.Change => Texts.Get("ChangedLineTitle"),
        _ => Texts.Get("DraftWaits"),
    };
}
