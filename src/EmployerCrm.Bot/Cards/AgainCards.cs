using System.Text.Json.Nodes;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>What is asked of a complete line: whether it is one that was planned, or the one of a moment ago.</summary>
internal static class AgainCards
{
    public static JsonObject Ask(Guid draftId) => CardParts.Card(
        Texts.Get("AgainTitle"),
        CardParts.Title(Texts.Get("AgainTitle")),
        CardParts.Sentence(Texts.Get("AgainText")),
        CardParts.Actions(
            CardParts.Button(Texts.Get("AgainYes"), Verbs.AnswerAgain, Data(draftId)),
            CardParts.Button(Texts.Get("AgainNo"), Verbs.DropDraft, Data(draftId))));

    public static JsonObject WhichPlanned(Guid draftId, IReadOnlyList<VisitSummary> planned, DateOnly today) => CardParts.Card(
        Texts.Get("WhichPlanned"),
        [
            CardParts.Title(Texts.Get("WhichPlanned")),
            CardParts.Sentence(Texts.Get("WhichPlannedText")),
            .. planned.Select(visit => CardParts.Actions(CardParts.Button(Title(visit, today), Verbs.AnswerPlanned, Data(draftId, visit.Id)))),
            CardParts.Actions(
                CardParts.Button(Texts.Get("NoneOfThese"), Verbs.AnswerPlanned, Data(draftId, Guid.Empty)),
                CardParts.Button(Texts.Get("ForgetLine"), Verbs.DropDraft, Data(draftId))),
        ]);

    /// <summary>"Two Rivers Care Home · Tue 24 Nov, in 3 days, 14:00".</summary>
    public static string Title(VisitSummary visit, DateOnly today) =>
        $"{CardParts.Shortened(visit.EmployerName, CardParts.LongestName)} · {DayText.WithDistance(visit.On, today)}{(visit.At is { } at ? ", " + DayText.Time(at) : "")}";

    private static JsonObject Data(Guid draftId, Guid? visit = null)
    {
        var data = new JsonObject { ["draft"] = draftId.ToString() };
        if (visit is { } id)
            data["visit"] = id.ToString();
        return data;
    }
}
