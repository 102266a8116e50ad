using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Clients;

/// <summary>A client's record to close.</summary>
public sealed record CloseClient
{
    /// <summary>As issued, "JS12"; must be a client of the actor's team.</summary>
    public required string ClientReference { get; init; }

    public required ClosingReason Reason { get; init; }

    /// <summary>The day in London; today when null.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Whether what is still owed about the client is no longer owed.</summary>
    public required bool CancelFollowUps { get; init; }
}

/// <summary>A client that is closed, or would be.</summary>
/// <param name="OpenFollowUps">What was owed about the client, anybody's of the team.</param>
/// <param name="Cancelled">Whether that is no longer owed.</param>
/// <param name="Jobs">The jobs they are in today; they stay as they are.</param>
/// <param name="UndoId">The step that opens it again; null when nothing was changed.</param>
public sealed record ClientClosed(
    Client Client, IReadOnlyList<FollowUpSummary> OpenFollowUps, bool Cancelled, IReadOnlyList<PlacementSummary> Jobs, DateOnly Today, Guid? UndoId);

/// <summary>Closing a client's record, after showing what is still owed. The reference stays theirs for good; undoing opens it again.</summary>
public sealed class ClientClosing(ICrmStore store, LondonClock clock, Ids ids)
{
    /// <summary>What closing would touch; changes nothing.</summary>
    public Task<Outcome<ClientClosed>> PreviewAsync(
        Actor actor, string clientReference, Alongside<Outcome<ClientClosed>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<ClientClosed>> Body(ICrmSession session)
        {
            var found = await ClientChanges.OfTeamAsync(session, actor, clientReference);
            return found.Value is { } client ? await ShowAsync(session, client, today) : found.Refusal!;
        }
    }

    /// <summary>Closes the record with the audit and the step that undoes it, in one transaction. One that is closed already comes back as it is.</summary>
    public Task<Outcome<ClientClosed>> CloseAsync(Actor actor, CloseClient close, Alongside<Outcome<ClientClosed>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(close);
        var now = clock.Now;
        var (undoId, auditId) = (ids.New(), ids.New());
        return store.WriteAsync(session => CloseAsync(session, actor, close, now, undoId, auditId), also, cancellationToken);
    }

    private static async Task<Outcome<ClientClosed>> CloseAsync(
        ICrmSession session, Actor actor, CloseClient close, DateTimeOffset now, Guid undoId, Guid auditId)
    {
        var found = await ClientChanges.OfTeamAsync(session, actor, close.ClientReference);
        if (found.Value is not { } before)
            return found.Refusal!;
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        var closedOn = close.ClosedOn ?? today;
        if (CheckDay(before, closedOn, today) is { } refusal)
            return refusal;
        var shown = await ShowAsync(session, before, today);
        if (before.Status == ClientStatus.Closed)
            return shown;

        var after = before with { Status = ClientStatus.Closed, ClosedOn = closedOn, ClosingReason = close.Reason, Version = before.Version + 1 };
        if (!await session.Clients.SaveAsync(after, await session.Clients.PreferredJobTypesAsync(before.Id), before.Version))
            return await LatestChange.RefusalAsync(session, before.Id);
        var cancelled = close.CancelFollowUps ? await OwedAboutClient.CancelAsync(session, actor, shown.OpenFollowUps, now) : [];
        var rows = new UndoRows { Client = new RowVersion(after.Id, after.Version), ClientBefore = before, CancelledFollowUps = cancelled };
        await session.Undo.AddAsync(rows.Step(undoId, actor.SpecialistId!.Value, UndoKind.ClientClosed, after.Id, now));
        await session.Audit.AddAsync(
            AuditEntry.Of(auditId, now, actor, "client-closed", "client", after.Id),
            [
                PlacementUndo.StatusChange(auditId, before.Status, after.Status),
                new AuditValue { AuditId = auditId, Field = "closing-reason", NewValue = close.Reason.ToString() },
            ]);
        return shown with { Client = after, Cancelled = close.CancelFollowUps, UndoId = undoId };
    }

    private static Refusal? CheckDay(Client client, DateOnly closedOn, DateOnly today) =>
        VisitRules.CheckDay(VisitState.Held, closedOn, today) ?? (closedOn < client.EnteredOn ? new Refusal(RefusalReason.DayUnlikely) : null);

    private static async Task<ClientClosed> ShowAsync(ICrmSession session, Client client, DateOnly today) => new(
        client,
        await session.FollowUps.OpenOfClientAsync(client.Id),
        Cancelled: false,
        [.. (await session.Placements.OfClientAsync(client.Id)).Where(job => job.Span.IsCurrent(today))],
        today,
        UndoId: null);
}
