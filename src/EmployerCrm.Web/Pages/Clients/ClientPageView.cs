using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>A client's page.</summary>
/// <param name="ShowsAll">Whether all that happened is shown, and not only the latest.</param>
public sealed record ClientPageView(ClientOverview Client, bool ShowsAll)
{
    public Followed? Followed { get; init; }

    /// <summary>How far the client is on the way to what the programme asks for; null where it asks for nothing.</summary>
    public MilestonesShown? Milestones { get; init; }

    /// <summary>The contact that is owed next: one that is due or may be done already, else the first to come.</summary>
    public FollowUp? NextContact => Client.Owed.FirstOrDefault(row => row.Kind == FollowUpKind.ClientContact);

    public bool IsClosed => Client.Standing == ClientStatus.Closed;
}
