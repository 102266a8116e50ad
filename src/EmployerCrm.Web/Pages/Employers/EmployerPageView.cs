using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Pages.Employers;

/// <summary>Everything that one person reads of an employer.</summary>
/// <param name="Employer">As this person may see it.</param>
/// <param name="People">Those who work there, as this person may see them; those who left, last.</param>
/// <param name="Openings">Live ones of every team.</param>
/// <param name="IsOwn">Whether the person's team looks after it, so that they may change it.</param>
/// <param name="MaySetLevel">Whether the person leads that team.</param>
public sealed record EmployerPageView(
    Employer Employer, EmployerOverview Overview, Team? Team, string? OwnerName, Employer? BranchOf, IReadOnlyList<Contact> People, IReadOnlyList<Opening> Openings,
    EngagementLevel Level, TimelinePage Timeline, ApproachWarning Warning, Specialist Viewer, bool IsOwn, bool MaySetLevel, DateOnly Today)
{
    /// <summary>The time of the timeline's page shown; null for the latest.</summary>
    public string? Before { get; init; }

    /// <summary>Clients of the viewer's team of whom the employer may be told something.</summary>
    public IReadOnlyList<LivePermission> Permissions { get; init; } = [];

    public bool MayWrite => Viewer.Role != Role.Admin;
}
