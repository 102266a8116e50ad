using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Clients;

/// <summary>Taking back what was done to a client or recorded of contacts with clients.</summary>
internal static class ClientUndo
{
    /// <summary>The client as it is now; null when it is gone or has moved on.</summary>
    public static async Task<Client?> CurrentAsync(ICrmSession session, RowVersion row) =>
        await session.Clients.ClientAsync(row.Id) is { } client && client.Version == row.Version ? client : null;

    /// <summary>The clients of the contacts as they are now; null when one of the contacts is gone or has moved on.</summary>
    public static async Task<IReadOnlyList<Client>?> CurrentAsync(ICrmSession session, IReadOnlyList<RowVersion> contacts)
    {
        var clients = new List<Client>();
        foreach (var row in contacts)
        {
            if (await session.ClientContacts.ContactAsync(row.Id) is not { } contact || contact.Version != row.Version)
                return null;
            clients.Add((await session.Clients.ClientAsync(contact.ClientId))!);
        }

        return clients;
    }

    /// <summary>Removes a client that was added, or makes it again what it was; false when somebody has built on it.</summary>
    public static async Task<bool> TakeBackAsync(ICrmSession session, UndoRows rows, Client client)
    {
        if (rows.ClientBefore is not { } before)
            return await session.Clients.RemoveIfUnusedAsync(client.Id, client.Version);
        var jobTypes = rows.JobTypesBefore ?? await session.Clients.PreferredJobTypesAsync(client.Id);
        await session.Clients.SaveAsync(before with { Version = client.Version + 1 }, jobTypes, client.Version);
        foreach (var followUp in rows.CancelledFollowUps)
            await session.FollowUps.SaveAsync(followUp with { Version = followUp.Version + 2 }, followUp.Version + 1);
        return true;
    }

    public static async Task TakeBackAsync(ICrmSession session, IReadOnlyList<RowVersion> contacts)
    {
        foreach (var contact in contacts)
            await session.ClientContacts.RemoveAsync(contact.Id, contact.Version);
    }
}
