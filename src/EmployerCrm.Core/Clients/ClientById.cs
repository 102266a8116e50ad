using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Clients;

/// <summary>A client by the key that stands in the addresses of pages.</summary>
internal static class ClientById
{
    /// <summary>The client, or why the actor does not get it. A client of another team is as unknown as one that does not exist.</summary>
    public static async Task<Outcome<Client>> OfTeamAsync(ICrmSession session, Actor actor, Guid clientId)
    {
        if (actor is not { TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        return await session.Clients.ClientAsync(clientId) is { } client && client.TeamId == teamId ? client : RefusalReason.ClientUnknown;
    }
}
