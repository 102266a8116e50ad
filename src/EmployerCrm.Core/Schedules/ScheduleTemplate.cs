namespace EmployerCrm.Core.Schedules;

/// <summary>What is owed once a job begins, changes or ends, as data: a team may have its own.</summary>
public sealed record ScheduleTemplate(string Name, IReadOnlyList<ScheduleStep> Steps)
{
    private static ScheduleStep JobLoss { get; } =
        new("job-loss", "Be in touch after the job ended", ScheduleAnchor.JobLossHeard, StepKind.ClientContact, Distance.Days(0), Distance.Days(3));

    private static ScheduleStep CheckIn { get; } =
        new("employer-check-in", "Check in with the employer", ScheduleAnchor.JobStart, StepKind.EmployerCheckIn, Distance.Weeks(1), Distance.Weeks(2)) { Every = Distance.Weeks(4) };

    private static IReadOnlyList<ScheduleStep> CareTeam { get; } =
    [
        new("care-team-start", "Tell the care team about the new job", ScheduleAnchor.JobStart, StepKind.CareTeamUpdate, Distance.Days(0), Distance.Weeks(1)),
        new("care-team-monthly", "Monthly update for the care team", ScheduleAnchor.JobStart, StepKind.CareTeamUpdate, Distance.Weeks(2), Distance.Months(1)) { Every = Distance.Months(1) },
        new("care-team-change", "Tell the care team what changed at work", ScheduleAnchor.JobChange, StepKind.CareTeamUpdate, Distance.Days(0), Distance.Weeks(1)),
        new("care-team-loss", "Tell the care team that the job ended", ScheduleAnchor.JobLossHeard, StepKind.CareTeamUpdate, Distance.Days(0), Distance.Weeks(1)),
    ];

    /// <summary>
    /// The contact schedule of IPS. Weekly in the first month and monthly from then on without an end: S; the seven days before and the three days after the
    /// start: R; three days after hearing of a job's end: S. Check-ins with the employer and updates for the care team are this service's own choice.
    /// </summary>
    public static ScheduleTemplate Ips { get; } = new(
        "IPS",
        [
            new("before-start", "Meet before the job starts", ScheduleAnchor.JobStart, StepKind.ClientContact, Distance.Days(-7), Distance.Days(-1)) { InPerson = true },
            new("after-start", "Be in touch after the first day", ScheduleAnchor.JobStart, StepKind.ClientContact, Distance.Days(0), Distance.Days(3)),
            new("first-month", "Weekly meeting in the first month", ScheduleAnchor.JobStart, StepKind.ClientContact, Distance.Days(1), Distance.Weeks(1))
            {
                Every = Distance.Weeks(1), Until = Distance.Months(1), InPerson = true,
            },
            new("monthly", "Monthly contact", ScheduleAnchor.JobStart, StepKind.ClientContact, Distance.Months(1), Distance.Months(2)) { Every = Distance.Months(1) },
            JobLoss, CheckIn, .. CareTeam,
        ]);

    /// <summary>For programmes with a time limit: a meeting every fortnight in the first month, and monthly for four months.</summary>
    public static ScheduleTemplate Lighter { get; } = new(
        "Lighter",
        [
            new("before-start", "Be in touch before the job starts", ScheduleAnchor.JobStart, StepKind.ClientContact, Distance.Days(-7), Distance.Days(-1)),
            new("after-start", "Be in touch after the first day", ScheduleAnchor.JobStart, StepKind.ClientContact, Distance.Days(0), Distance.Days(3)),
            new("first-month", "Fortnightly contact in the first month", ScheduleAnchor.JobStart, StepKind.ClientContact, Distance.Days(1), Distance.Weeks(2))
            {
                Every = Distance.Weeks(2), Until = Distance.Months(1),
            },
            new("monthly", "Monthly contact", ScheduleAnchor.JobStart, StepKind.ClientContact, Distance.Months(1), Distance.Months(2)) { Every = Distance.Months(1), Until = Distance.Months(4) },
            JobLoss, CheckIn, .. CareTeam,
        ]);

    /// <summary>For somebody who is to keep the job they have: meetings every fortnight for as long as it takes.</summary>
    public static ScheduleTemplate Retention { get; } = new(
        "Job retention",
        [
            new("fortnightly", "Fortnightly contact", ScheduleAnchor.JobStart, StepKind.ClientContact, Distance.Days(0), Distance.Weeks(2)) { Every = Distance.Weeks(2) },
            JobLoss, CheckIn, .. CareTeam,
        ]);

    /// <summary>The schedules that come with the service.</summary>
    public static IReadOnlyList<ScheduleTemplate> Shipped { get; } = [Ips, Lighter, Retention];

    public IEnumerable<ScheduleStep> From(ScheduleAnchor anchor) => Steps.Where(step => step.Anchor == anchor);
}
