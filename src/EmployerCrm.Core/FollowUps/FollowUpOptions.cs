namespace EmployerCrm.Core.FollowUps;

/// <summary>How the service keeps to what it owes: <c>FollowUps:…</c>.</summary>
public sealed record FollowUpOptions
{
    /// <summary>How often one thing may be put off; then it is done, given to somebody else, or talked about.</summary>
    public int MostSnoozes { get; init; } = 3;

    /// <summary>After how many working days overdue the team lead sees it.</summary>
    public int EscalateAfterWorkingDays { get; init; } = 5;
}
