using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Pages.FollowUps;

/// <summary>A page of what is owed.</summary>
/// <param name="ToLog">The follow-up just done that was a contact too, and can be logged as one.</param>
public sealed record FollowUpsView(FollowUpsState State, FollowUpsListed Listed, Specialist Viewer, Guid? ToLog)
{
    public bool IsLead => Viewer.Role == Role.TeamLead;

    /// <summary>Those of the page, by when they are due.</summary>
    public IEnumerable<IGrouping<DueBucket, FollowUpSummary>> Buckets => Listed.Items.GroupBy(item => DueBuckets.Of(item.DueOn, Listed.Today));
}
