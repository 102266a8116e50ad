namespace EmployerCrm.Core.Schedules;

/// <summary>The day that a step counts from.</summary>
public enum ScheduleAnchor
{
    /// <summary>The first day at work.</summary>
    JobStart,

    /// <summary>The day on which the service heard that a job ended, not the day it ended.</summary>
    JobLossHeard,

    /// <summary>The day from which the job or its hours are others.</summary>
    JobChange,
}

/// <summary>What is owed, and to whom.</summary>
public enum StepKind
{
    /// <summary>To be in touch with the client.</summary>
    ClientContact,

    /// <summary>To be in touch with the employer about the client: only with a live disclosure permission for both.</summary>
    EmployerCheckIn,

    /// <summary>To tell the care team how work goes.</summary>
    CareTeamUpdate,
}

/// <summary>One line of a schedule: once, or again and again.</summary>
/// <param name="Key">Tells the step from the others of its template and stays the same when its title changes.</param>
/// <param name="Title">What is to be done, as it stands in a due list.</param>
/// <param name="Opens">From when it may be done. Of a step that repeats: the first time.</param>
/// <param name="Due">By when it is owed. Of a step that repeats: the first time.</param>
public sealed record ScheduleStep(string Key, string Title, ScheduleAnchor Anchor, StepKind Kind, Distance Opens, Distance Due)
{
    /// <summary>How long from one time to the next; null for a step that is owed once.</summary>
    public Distance? Every { get; init; }

    /// <summary>The last day, counted from the anchor, on which it may be owed again; null when it has no end.</summary>
    public Distance? Until { get; init; }

    /// <summary>Whether only a meeting in person will do.</summary>
    public bool InPerson { get; init; }

    /// <summary>Whether it may fall on a day on which the team does not work.</summary>
    public bool AnyDay { get; init; }

    /// <summary>Whether it exists only with a live disclosure permission: everything that an employer hears of.</summary>
    public bool NeedsPermission => Kind == StepKind.EmployerCheckIn;

    /// <summary>Whether it is owed again for as long as the support goes on.</summary>
    public bool IsEndless => Every is not null && Until is null;
}
