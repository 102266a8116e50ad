using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Web.Pages;

/// <summary>Titles of what is owed as people read them: the service's own in the reader's language, what somebody wrote as it was written.</summary>
public static class OwedTitles
{
    private const string Prefix = "Step-";

    /// <summary>"Wythnosol yn y mis cyntaf" for a shipped step, with a capital letter.</summary>
    public static string Of(FollowUpKind kind, string title) => Capitalised(ShippedSteps.KeyOf(kind, title) is { } key ? PageTexts.Get(Prefix + key) : title);

    /// <summary>The same of a step of a schedule.</summary>
    public static string Of(ScheduleStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Of(step.Title);
    }

    public static string Of(FollowUpSummary owed)
    {
        ArgumentNullException.ThrowIfNull(owed);
        return Of(owed.Kind, owed.Title);
    }

    public static string Of(FollowUp owed)
    {
        ArgumentNullException.ThrowIfNull(owed);
        return Of(owed.Kind, owed.Title);
    }

    /// <summary>Where only the title is known.</summary>
    public static string Of(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return Capitalised(ShippedSteps.KeyOf(title) is { } key ? PageTexts.Get(Prefix + key) : title);
    }

    private static string Capitalised(string title) => title.Length == 0 ? title : char.ToUpper(title[0], System.Globalization.CultureInfo.CurrentCulture) + title[1..];
}
