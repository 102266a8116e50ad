using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Web.Pages.Schedules;

/// <summary>Schedules and their steps as people read them.</summary>
internal static class ScheduleWords
{
    public static string Name(string template) => PageTexts.Find("ScheduleName-" + template.Replace(" ", "", StringComparison.Ordinal)) ?? template;

    /// <summary>"From 7 days before the first day at work until …", with how often where it is owed again.</summary>
    public static string When(ScheduleStep step)
    {
        var (opens, due) = (From(step.Opens, step.Anchor), From(step.Due, step.Anchor));
        return step switch
        {
            { Every: null } => PageTexts.Get("ScheduleOnce", opens, due),
            { Every: { } every, Until: { } until } => PageTexts.Get("ScheduleUntil", opens, due, Every(every), From(until, step.Anchor)),
            { Every: { } every } => PageTexts.Get("ScheduleEndless", opens, due, Every(every)),
        };
    }

    public static string Fault(ScheduleFault fault) => PageTexts.Get("ScheduleFault" + fault);

    /// <summary>"7 days before the first day at work".</summary>
    private static string From(Distance distance, ScheduleAnchor anchor)
    {
        var day = PageTexts.Get("ScheduleAnchorDay" + anchor);
        return distance.Count switch
        {
            0 => day,
            > 0 => PageTexts.Get("ScheduleAfter", PageTexts.Count("Schedule" + distance.Unit, distance.Count), day),
            _ => PageTexts.Get("ScheduleBefore", PageTexts.Count("Schedule" + distance.Unit, -distance.Count), day),
        };
    }

    private static string Every(Distance every) => PageTexts.Count("ScheduleEvery" + every.Unit, every.Count);
}
