using EmployerCrm.Core.Audit;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Clients;

/// <summary>A client who has stepped down or whose record is closed, or would be.</summary>
/// <param name="OpenFollowUps">What was promised about the client, anybody's of the team. What in-work support owes ends with it in any case.</param>
/// <param name="Cancelled">Whether that is no longer owed.</param>
/// <param name="Jobs">The jobs they are in today; they stay as they are.</param>
/// <param name="UndoId">The step that takes it back; null when nothing was changed.</param>
public sealed record ClientEnding(
    Client Client, IReadOnlyList<FollowUpSummary> OpenFollowUps, bool Cancelled, IReadOnlyList<PlacementSummary> Jobs, DateOnly Today, Guid? UndoId)
{
    /// <summary>What an end would touch, nothing of it changed.</summary>
    internal static async Task<ClientEnding> OfAsync(ICrmSession session, Client client, DateOnly today) => new(
        client,
        [.. (await session.FollowUps.OpenOfClientAsync(client.Id)).Where(open => open.Kind is FollowUpKind.Promise or FollowUpKind.Reminder)],
        Cancelled: false,
        [.. (await session.Placements.OfClientAsync(client.Id)).Where(job => job.Span.IsCurrent(today))],
        today,
        UndoId: null);

    /// <summary>Saves the client as they are afterwards, with audit and undo step; refused when somebody was first.</summary>
    internal async Task<Outcome<ClientEnding>> SaveAsync(ICrmSession session, Client after, EndingWrite write, params IEnumerable<AuditValue> more)
    {
        var saved = after with { Version = Client.Version + 1 };
        if (!await session.Clients.SaveAsync(saved, await session.Clients.PreferredJobTypesAsync(Client.Id), Client.Version))
            return await LatestChange.RefusalAsync(session, Client.Id);
        var cancelled = await OwedAboutClient.CancelAsync(session, write.Actor, [.. await EndingAsync(session, saved), .. write.CancelFollowUps ? OpenFollowUps : []], write.Now);
        var rows = new UndoRows { Client = new RowVersion(saved.Id, saved.Version), ClientBefore = Client, CancelledFollowUps = cancelled };
        await session.Undo.AddAsync(rows.Step(write.UndoId, write.Actor.SpecialistId!.Value, write.Kind, saved.Id, write.Now));
        await session.Audit.AddAsync(
            AuditEntry.Of(write.AuditId, write.Now, write.Actor, write.Action, "client", saved.Id),
            [PlacementUndo.StatusChange(write.AuditId, Client.Status, saved.Status), .. more]);
        return this with { Client = saved, Cancelled = write.CancelFollowUps, UndoId = write.UndoId };
    }

    /// <summary>What in-work support owes, and of a closed record also what a permission owes.</summary>
    private static async Task<IEnumerable<FollowUpSummary>> EndingAsync(ICrmSession session, Client ended) =>
        (await session.FollowUps.OpenOfClientAsync(ended.Id)).Where(open =>
            open.Kind is FollowUpKind.ClientContact or FollowUpKind.EmployerCheckIn or FollowUpKind.CareTeamUpdate
            || (open.Kind == FollowUpKind.PermissionRevisit && ended.Status == ClientStatus.Closed));
}

/// <summary>Who ends it when, and the keys of what is written beside the client.</summary>
/// <param name="Action">The name in the audit.</param>
internal sealed record EndingWrite(Actor Actor, UndoKind Kind, string Action, bool CancelFollowUps, DateTimeOffset Now, Guid UndoId, Guid AuditId);
