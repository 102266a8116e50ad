using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Web.Pages.CareTeam;

/// <summary>The draft for the clinical record, in the reader's language: sentences from recorded facts, no note and no employer's name.</summary>
internal static class CareTeamText
{
    public static string Of(CareTeamFacts facts)
    {
        var lines = new List<string> { PageTexts.Get("CareTeamStanding" + facts.Standing, facts.ClientReference) };
        lines.AddRange(facts.Jobs.Select(job => Sentence("CareTeamJob", job, job.StartsOn, facts.Today)));
        if (facts.Next is { } next)
            lines.Add(Sentence("CareTeamNext", next, next.StartsOn, facts.Today));
        if (facts is { Jobs.Count: 0, Next: null, Ended: { EndsOn: { } endedOn } ended })
            lines.Add(PageTexts.Get("CareTeamEnded", Title(ended), Days.Short(endedOn, facts.Today)));
        if (facts.Adjustments.Count > 0)
            lines.Add(PageTexts.Get("CareTeamAdjustments", string.Join("; ", facts.Adjustments)));
        if (facts.NextContact is { } contact)
            lines.Add(PageTexts.Get("CareTeamContact", Days.Short(contact, facts.Today)));
        return string.Join('\n', lines);
    }

    private static string Sentence(string key, PlacementSummary job, DateOnly on, DateOnly today) => PageTexts.Get(key, Title(job) + Hours(job), Days.Short(on, today));

    private static string Title(PlacementSummary job) => job.JobTitle ?? PageTexts.Get("CareTeamAnyJob");

    private static string Hours(PlacementSummary job) => job.MinutesAWeek is { } minutes ? PageTexts.Get("CareTeamHours", Clients.Hours.Text(minutes)) : "";
}
