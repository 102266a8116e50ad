using System.Globalization;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Web.Pages.FollowUps;

/// <summary>Follow-ups as people read them.</summary>
internal static class FollowUpWords
{
    /// <summary>As it was typed, with a capital at its beginning.</summary>
    public static string Title(FollowUpSummary item) => item.Title.Length == 0 ? item.Title : char.ToUpper(item.Title[0], CultureInfo.CurrentCulture) + item.Title[1..];

    /// <summary>What happened, in the words of the page; unknown things of the audit are a change.</summary>
    public static string Happened(HistoryEntry entry) => entry switch
    {
        { Action: "comment" } => PageTexts.Get("FollowUpHappenedComment"),
        { Action: "follow-up-given", Text: { } to } => PageTexts.Get("FollowUpHappenedGiven", to),
        { Action: "follow-up-snoozed", Until: { } until } => PageTexts.Get("FollowUpHappenedSnoozedTo", Days.Full(until)),
        _ => PageTexts.Find("FollowUpHappened-" + entry.Action) ?? PageTexts.Get("FollowUpHappenedOther"),
    };
}
