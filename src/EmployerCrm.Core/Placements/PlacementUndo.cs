using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Placements;

/// <summary>Taking back the start or the end of a job: the placement and the client are again what they were before it.</summary>
internal static class PlacementUndo
{
    /// <summary>The placement with its client as they are now; null when either is gone or has moved on.</summary>
    public static async Task<(Placement Placement, Client Client)?> CurrentAsync(ICrmSession session, UndoRows rows)
    {
        if (await session.Placements.PlacementAsync(rows.Placement!.Id) is not { } placement || placement.Version != rows.Placement.Version)
            return null;
        if (rows.PlacementBefore is null && await IsBuiltOnAsync(session, rows, placement))
            return null;
        var client = (await session.Clients.ClientAsync(placement.ClientId))!;
        return rows.ClientStatusBefore is not null && client.Status != StatusAfter(rows) ? null : (placement, client);
    }

    /// <summary>Whether something hangs on the job that its start did not bring.</summary>
    private static async Task<bool> IsBuiltOnAsync(ICrmSession session, UndoRows rows, Placement placement) =>
        (await session.FollowUps.OfPlacementAsync(placement.Id)).Any(row => !rows.AddedFollowUps.Any(added => added.Id == row.Id))
        || (await session.Placements.ChangesAsync(placement.Id)).Count > 0;

    /// <summary>Removes the placement that was added, or makes it again what it was. Tells which status the client got back; null when that stays as it is.</summary>
    public static async Task<ClientStatus?> TakeBackAsync(
        ICrmSession session, UndoRows rows, Placement placement, EngagementOptions engagement, DateTimeOffset now)
    {
        if (rows.PlacementBefore is { } going)
            await session.Placements.SaveAsync(going with { Version = placement.Version + 1 }, placement.Version);
        else
            await session.Placements.RemoveAsync(placement.Id, placement.Version);
        await PlacementEvidence.ReplaceAsync(session, placement, rows.PlacementBefore, LevelReason.Corrected, engagement, now);
        if (rows.ClientStatusBefore is not { } before || (rows.PlacementBefore is null && await PassOnAsync(session, placement, before)))
            return null;
        await session.Clients.ChangeStatusAsync(placement.ClientId, StatusAfter(rows), before);
        return before;
    }

    /// <summary>A job recorded since keeps the client as they are, and what to go back to passes on to it.</summary>
    private static async Task<bool> PassOnAsync(ICrmSession session, Placement placement, ClientStatus before)
    {
        var later = (await session.Placements.OfClientAsync(placement.ClientId)).FirstOrDefault(other => other.RecordedAt >= placement.RecordedAt);
        if (later is null)
            return false;
        if (await session.Undo.LatestOfSubjectAsync(later.Id) is { } step && UndoRows.Of(step) is { ClientStatusBefore: null, PlacementBefore: null } rows)
            await session.Undo.SaveRowsAsync(step.Id, (rows with { ClientStatusBefore = before }).ToJson());
        return true;
    }

    public static AuditValue StatusChange(Guid auditId, ClientStatus from, ClientStatus to) =>
        new() { AuditId = auditId, Field = "client-status", OldValue = from.ToString(), NewValue = to.ToString() };

    /// <summary>What a start or an end moved the client to, where it moved it.</summary>
    public static ClientStatus StatusAfter(UndoRows rows) => rows.PlacementBefore is null ? ClientStatus.InWork : ClientStatus.JobSearch;
}
