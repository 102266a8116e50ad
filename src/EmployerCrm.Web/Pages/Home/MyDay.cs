using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Pages.Home;

/// <summary>What a person finds on the first page of the day.</summary>
/// <param name="Plans">Today's visits, held and planned, in time order.</param>
/// <param name="Drafts">Lines of theirs that wait for an answer, newest first.</param>
public sealed record MyDay(Specialist Person, AllDue Due, WeekShown Week, IReadOnlyList<VisitSummary> Plans, IReadOnlyList<Draft> Drafts)
{
    /// <summary>Contacts of theirs that name a client where nothing may be said.</summary>
    public IReadOnlyList<UnpermittedContact> Unpermitted { get; init; } = [];
}
