using System.Text.Json.Nodes;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;

namespace EmployerCrm.Bot.Cards;

/// <summary>A person's open lines, each to go on with or to forget.</summary>
internal static class DraftsCard
{
    private const int MostShown = 10;
    private const int LongestText = 160;

    public static JsonObject Build(IReadOnlyList<Draft> drafts, int from = 0, string? receipt = null)
    {
        var page = ListPage.At(from, MostShown, drafts.Count);
        return CardParts.Card(
            Texts.Get("DraftsTitle"),
            [
                CardParts.Title(Texts.Get("DraftsTitle")),
                receipt is null ? null : CardParts.Sentence(receipt, subtle: true),
                CardParts.Sentence(drafts.Count == 0 ? Texts.Get("DraftsNone") : Texts.Get("DraftsText"), subtle: true),
                .. page.Of(drafts).Select(draft => Item(draft, page)),
                .. Pager.Of(page, Verbs.ShowDrafts, _ => []),
            ]);
    }

    private static JsonObject Item(Draft draft, ListPage page)
    {
        var item = CardParts.Group(
            CardParts.Plain(CardParts.Shortened(draft.Text, LongestText), bold: true),
            CardParts.Plain($"{Asked(draft.Question)} · {DayText.Moment(draft.TypedAt)}", subtle: true),
            CardParts.Actions(
                CardParts.Button(Texts.Get("Continue"), Verbs.ContinueDraft, Data(draft)),
                CardParts.Button(Texts.Get("Forget"), Verbs.ForgetDraft, Pager.From(Data(draft), page.From))));
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
