using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Placements;

/// <summary>Taking back a job start: the placement goes, and the client is again what they were before it.</summary>
internal static class PlacementUndo
{
    /// <summary>The placement with its client as they are now; null when either is gone or has moved on.</summary>
    public static async Task<(Placement Placement, Client Client)?> CurrentAsync(ICrmSession session, UndoRows rows)
    {
        if (await session.Placements.PlacementAsync(rows.Placement!.Id) is not { } placement || placement.Version != rows.Placement.Version)
            return null;
        var client = (await session.Clients.ClientAsync(placement.ClientId))!;
        return rows.ClientStatusBefore is not null && client.Status != ClientStatus.InWork ? null : (placement, client);
    }

    /// <summary>Removes the placement. Tells which status the client got back; null when that stays as it is.</summary>
    public static async Task<ClientStatus?> TakeBackAsync(ICrmSession session, UndoRows rows, Placement placement)
    {
        await session.Placements.RemoveAsync(placement.Id, placement.Version);
        if (rows.ClientStatusBefore is not { } before)
            return null;

        // A job recorded since keeps the client in work, and what to go back to passes on to it.
        if ((await session.Placements.OfClientAsync(placement.ClientId)).FirstOrDefault(other => other.RecordedAt >= placement.RecordedAt) is { } later)
        {
            if (await session.Undo.LatestOfSubjectAsync(later.Id) is { } step && UndoRows.Of(step) is { ClientStatusBefore: null } laterRows)
                await session.Undo.SaveRowsAsync(step.Id, (laterRows with { ClientStatusBefore = before }).ToJson());
            return null;
        }

        await session.Clients.ChangeStatusAsync(placement.ClientId, ClientStatus.InWork, before);
        return before;
    }

    public static AuditValue StatusChange(Guid auditId, ClientStatus from, ClientStatus to) =>
        new() { AuditId = auditId, Field = "client-status", OldValue = from.ToString(), NewValue = to.ToString() };
}
