using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Clients;

public enum ClientContactKind
{
    /// <summary>An employer was contacted and the client was there.</summary>
    Visit,

    /// <summary>The specialist was in touch with the client alone.</summary>
    ClientContact,
}

/// <summary>When somebody was last in touch with a client, and how.</summary>
public sealed record LastContact(DateOnly On, ClientContactKind Kind, Channel Way);

/// <summary>A client that is not closed, with what a list tells of it.</summary>
/// <param name="Jobs">All that are recorded, the latest start first.</param>
public sealed record ClientListing(Client Client, string OwnerName, IReadOnlyList<PlacementSummary> Jobs, LastContact? LastContact);
