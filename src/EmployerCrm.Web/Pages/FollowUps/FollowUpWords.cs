using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Web.Pages.FollowUps;

/// <summary>Follow-ups as people read them.</summary>
internal static class FollowUpWords
{
    /// <summary>The service's own steps in the reader's language, what somebody wrote as it was typed; with a capital at its beginning.</summary>
    public static string Title(FollowUpSummary item) => OwedTitles.Of(item);

    /// <summary>What happened, in the words of the page; unknown things of the audit are a change.</summary>
    public static string Happened(HistoryEntry entry) => entry switch
    {
        { Action: "comment" } => PageTexts.Get("FollowUpHappenedComment"),
        { Action: "follow-up-given", Text: { } to } => PageTexts.Get("FollowUpHappenedGiven", to),
        { Action: "follow-up-snoozed", Until: { } until } => PageTexts.Get("FollowUpHappenedSnoozedTo", Days.Full(until)),
        _ => PageTexts.Find("FollowUpHappened-" + entry.Action) ?? PageTexts.Get("FollowUpHappenedOther"),
    };
}
