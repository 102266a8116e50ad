using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
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

/// <summary>Closing a client's record, after showing what is still owed. The reference stays theirs for good; undoing opens it again.</summary>
public sealed class ClientClosing(ICrmStore store, LondonClock clock, Ids ids)
{
    /// <summary>What closing would touch; changes nothing.</summary>
    public Task<Outcome<ClientEnding>> PreviewAsync(
        Actor actor, string clientReference, Alongside<Outcome<ClientEnding>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<ClientEnding>> Body(ICrmSession session)
        {
            var found = await ClientChanges.OfTeamAsync(session, actor, clientReference);
            return found.Value is { } client ? await ClientEnding.OfAsync(session, client, today) : found.Refusal!;
        }
    }

    /// <summary>Closes the record with the audit and the step that undoes it, in one transaction. One that is closed already comes back as it is.</summary>
    public Task<Outcome<ClientEnding>> CloseAsync(Actor actor, CloseClient close, Alongside<Outcome<ClientEnding>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(close);
        var now = clock.Now;
        var (undoId, auditId) = (ids.New(), ids.New());
        return store.WriteAsync(session => CloseAsync(session, actor, close, now, undoId, auditId), also, cancellationToken);
    }

    private static async Task<Outcome<ClientEnding>> CloseAsync(
        ICrmSession session, Actor actor, CloseClient close, DateTimeOffset now, Guid undoId, Guid auditId)
    {
        var found = await ClientChanges.OfTeamAsync(session, actor, close.ClientReference);
        if (found.Value is not { } before)
            return found.Refusal!;
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        var closedOn = close.ClosedOn ?? today;
        if (CheckDay(before, closedOn, today) is { } refusal)
            return refusal;
        var shown = await ClientEnding.OfAsync(session, before, today);
        if (before.Status == ClientStatus.Closed)
            return shown;

        await session.Outbox.CancelAsync(new Unsent.OfClient(before.Id), OutboxReasons.ClientClosed, now);
        return await shown.SaveAsync(
            session,
            before with { Status = ClientStatus.Closed, ClosedOn = closedOn, ClosingReason = close.Reason },
            new EndingWrite(actor, UndoKind.ClientClosed, "client-closed", close.CancelFollowUps, now, undoId, auditId),
            new AuditValue { AuditId = auditId, Field = "closing-reason", NewValue = close.Reason.ToString() });
    }

    private static Refusal? CheckDay(Client client, DateOnly closedOn, DateOnly today) =>
        VisitRules.CheckDay(VisitState.Held, closedOn, today) ?? (closedOn < client.EnteredOn ? new Refusal(RefusalReason.DayUnlikely) : null);
}
