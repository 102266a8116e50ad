using EmployerCrm.Core.Clients;

namespace EmployerCrm.Core.Undo;

/// <summary>Taking back what was done to disclosure permissions, jobs' changes and updates for the care team.</summary>
internal static class SupportUndo
{
    /// <summary>The client it was about, and the employer; null when something has moved on.</summary>
    public static async Task<(Client Client, Guid? EmployerId)?> CurrentAsync(ICrmSession session, UndoRows rows)
    {
        if (rows.CareTeamUpdate is { } told)
        {
            var client = (await session.Clients.ClientAsync(rows.AboutClientId!.Value))!;
            return (await session.CareTeam.UpdatesAsync(client.Id)).Any(update => update.Id == told.Id && update.Version == told.Version) ? (client, null) : null;
        }

        if (rows.Liaison is { } heard)
        {
            var client = (await session.Clients.ClientAsync(rows.AboutClientId!.Value))!;
            return (await session.CareTeam.LiaisonAsync(client.Id)).Any(contact => contact.Id == heard.Id && contact.Version == heard.Version) ? (client, null) : null;
        }

        if (await session.Disclosure.PermissionAsync(rows.Permission!.Id) is not { } permission || permission.Version != rows.Permission.Version)
            return null;
        if (rows.EndedPermission is { } ended && (await session.Disclosure.PermissionAsync(ended.Id))?.Version != ended.Version + 1)
            return null;
        return ((await session.Clients.ClientAsync(permission.ClientId))!, permission.EmployerId);
    }

    public static async Task TakeBackAsync(ICrmSession session, UndoRows rows)
    {
        if (rows.PlacementChange is { } change)
            await session.Placements.RemoveChangeAsync(change.Id, change.Version);
        if (rows.CareTeamUpdate is { } told)
            await session.CareTeam.RemoveUpdateAsync(told.Id, told.Version);
        if (rows.Liaison is { } heard)
            await session.CareTeam.RemoveLiaisonAsync(heard.Id, heard.Version);
        if (rows.Permission is not { } permission)
            return;
        if (rows.PermissionBefore is { } before)
            await session.Disclosure.SaveAsync(before with { Version = permission.Version + 1 }, permission.Version);
        else
            await session.Disclosure.RemoveAsync(permission.Id, permission.Version);
        if (rows.EndedPermission is { } ended)
            await session.Disclosure.SaveAsync(ended with { Version = ended.Version + 2 }, ended.Version + 1);
    }
}
