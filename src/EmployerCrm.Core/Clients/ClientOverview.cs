using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Core.Clients;

/// <summary>Everything a page tells of a client. Special category data: for the owning team only.</summary>
/// <param name="Standing">What the client is today.</param>
/// <param name="Jobs">All that are recorded, the latest start first.</param>
/// <param name="Support">What in-work support owed and owes, done and cancelled too.</param>
/// <param name="Promised">What else is open about the client: promises, reminders, a permission to talk through again.</param>
/// <param name="Contacts">When somebody was in touch with the client, or with an employer about them, the latest first.</param>
/// <param name="Permissions">What was recorded of what employers may know, the latest first.</param>
/// <param name="Updates">What the care team was told, the latest first.</param>
/// <param name="Names">The people of the service by their keys.</param>
public sealed record ClientOverview(
    Client Client, ClientStatus Standing, Programme Programme, IReadOnlyList<string> PreferredJobTypes, IReadOnlyList<PlacementSummary> Jobs, IReadOnlyList<FollowUp> Support,
    IReadOnlyList<FollowUpSummary> Promised, IReadOnlyList<TouchedClient> Contacts, IReadOnlyList<DisclosurePermission> Permissions, IReadOnlyList<CareTeamUpdate> Updates,
    IReadOnlyDictionary<Guid, string> Names, DateOnly Today)
{
    public string OwnerName => Names.GetValueOrDefault(Client.OwnerId, "");

    /// <summary>The day from which the client is longer in the programme than it lasts; null where it has no limit.</summary>
    public DateOnly? LimitOn => Programme.LimitOn(Client.EnteredOn);

    /// <summary>What in-work support owes now, the earliest due first.</summary>
    public IEnumerable<FollowUp> Owed => Support.Where(row => row.State == FollowUpState.Open).OrderBy(row => row.DueOn).ThenBy(row => row.OpensOn);
}

/// <summary>A contact with a client, or with an employer about one.</summary>
/// <param name="Id">The client contact or the visit; what it did of what was owed names it.</param>
/// <param name="At">The employer; null where it was the client alone.</param>
/// <param name="WithClient">Whether the client was spoken to.</param>
public sealed record TouchedClient(Guid Id, DateOnly On, Visits.Channel Way, Guid ById, string? At, bool WithClient);
