namespace EmployerCrm.Core.Visits;

/// <summary>What a specialist aims for in a week (fidelity item 17).</summary>
public static class WeeklyTarget
{
    private const int SmallCaseload = 2;

    /// <summary>
    /// The personal target; with one or two job seekers no more than twice their number. With none recorded the personal target stays: a service that
    /// keeps its caseload elsewhere is not told that nothing is expected.
    /// </summary>
    public static int Of(int personalTarget, int jobSeekers) =>
        jobSeekers is > 0 and <= SmallCaseload ? Math.Min(personalTarget, 2 * jobSeekers) : personalTarget;
}
