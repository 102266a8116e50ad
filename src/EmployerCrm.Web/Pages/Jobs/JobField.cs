namespace EmployerCrm.Web.Pages.Jobs;

/// <summary>The fields of a job. Facts have the names that the audit uses.</summary>
internal static class JobField
{
    public const string Employer = "employer";

    /// <summary>The employer that the name stands for, as long as nobody changes the name.</summary>
    public const string Known = "known";
    public const string KnownName = "knownName";

    /// <summary>Which employer is meant; <see cref="New"/> for one that is not in the list yet.</summary>
    public const string Choose = "choose";
    public const string New = "new";

    public const string StartsOn = "starts-on";
    public const string JobTitle = "job-title";
    public const string Hours = "minutes-a-week";
    public const string Contact = "contact";
    public const string SocGroup = "soc-major-group";
    public const string Wage = "at-least-minimum-wage";
    public const string Permanent = "permanent";
    public const string Competitive = "competitive";
    public const string Preferences = "preferences-met";

    /// <summary>From which day the title or the hours are others.</summary>
    public const string ChangedOn = "changed-on";
    public const string EndedOn = "ended-on";
    public const string Reason = "reason";
    public const string Version = "version";

    /// <summary>Shows what follows, and saves nothing.</summary>
    public const string Preview = "preview";

    /// <summary>Those of the conflict page: of which side a field is to be, by the field's name behind it.</summary>
    public const string Choice = "choice-";
    public const string Theirs = "theirs";

    /// <summary>What is known of a job, in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Facts = [StartsOn, JobTitle, Hours, Contact, SocGroup, Wage, Permanent, Competitive, Preferences];

    public static string Label(string field) => PageTexts.Get("JobField-" + field);
}
