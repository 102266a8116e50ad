using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Clients;

/// <summary>A client and their specialist have decided that support in work is no longer needed.</summary>
public sealed record StepDown
{
    /// <summary>As issued, "JS12"; must be a client of the actor's team.</summary>
    public required string ClientReference { get; init; }

    /// <summary>The day in London; today when null.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Whether what is still owed about the client is no longer owed.</summary>
    public required bool CancelFollowUps { get; init; }
}

/// <summary>A client that has stepped down, or would.</summary>
/// <param name="OpenFollowUps">What is owed about the client, anybody's of the team: a step-down is for when nothing is open.</param>
/// <param name="Cancelled">Whether that is no longer owed.</param>
/// <param name="Jobs">The jobs they are in today; they stay as they are.</param>
/// <param name="UndoId">The step that takes it back; null when nothing was changed.</param>
public sealed record ClientSteppedDown(
    Client Client, IReadOnlyList<FollowUpSummary> OpenFollowUps, bool Cancelled, IReadOnlyList<PlacementSummary> Jobs, DateOnly Today, Guid? UndoId);

/// <summary>
/// Ending support in work by decision of client and specialist. Nothing ends it by itself, and it can be taken up again at any time; the job stays as
/// it is, and the client stays in the list.
/// </summary>
public sealed class SteppingDown(ICrmStore store, LondonClock clock, Ids ids)
{
    /// <summary>What stepping down would touch; changes nothing.</summary>
    public Task<Outcome<ClientSteppedDown>> PreviewAsync(
        Actor actor, string clientReference, Alongside<Outcome<ClientSteppedDown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<ClientSteppedDown>> Body(ICrmSession session)
        {
            var found = await OfTeamAsync(session, actor, clientReference, today);
            return found.Value is { } client ? await ShowAsync(session, client, today) : found.Refusal!;
        }
    }

    /// <summary>Records the step-down with the audit and the step that undoes it, in one transaction. Who has stepped down already comes back as they are.</summary>
    public Task<Outcome<ClientSteppedDown>> DecideAsync(Actor actor, StepDown stepDown, Alongside<Outcome<ClientSteppedDown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(stepDown);
        var now = clock.Now;
        var (undoId, auditId) = (ids.New(), ids.New());
        return store.WriteAsync(session => DecideAsync(session, actor, stepDown, now, undoId, auditId), also, cancellationToken);
    }

    private static async Task<Outcome<ClientSteppedDown>> DecideAsync(
        ICrmSession session, Actor actor, StepDown stepDown, DateTimeOffset now, Guid undoId, Guid auditId)
    {
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        var found = await OfTeamAsync(session, actor, stepDown.ClientReference, today);
        if (found.Value is not { } before)
            return found.Refusal!;
        var decidedOn = stepDown.DecidedOn ?? today;
        if (VisitRules.CheckDay(VisitState.Held, decidedOn, today) is { } refusal)
            return refusal;
        var shown = await ShowAsync(session, before, today);
        if (before.Status == ClientStatus.SteppedDown)
            return shown;
        if (decidedOn < before.EnteredOn)
            return RefusalReason.DayUnlikely;

        var after = before with { Status = ClientStatus.SteppedDown, SteppedDownOn = decidedOn, Version = before.Version + 1 };
        if (!await session.Clients.SaveAsync(after, await session.Clients.PreferredJobTypesAsync(before.Id), before.Version))
            return await LatestChange.RefusalAsync(session, before.Id);
        var cancelled = stepDown.CancelFollowUps ? await OwedAboutClient.CancelAsync(session, actor, shown.OpenFollowUps, now) : [];
        var rows = new UndoRows { Client = new RowVersion(after.Id, after.Version), ClientBefore = before, CancelledFollowUps = cancelled };
        await session.Undo.AddAsync(rows.Step(undoId, actor.SpecialistId!.Value, UndoKind.ClientSteppedDown, after.Id, now));
        await session.Audit.AddAsync(
            AuditEntry.Of(auditId, now, actor, "client-stepped-down", "client", after.Id), [PlacementUndo.StatusChange(auditId, before.Status, after.Status)]);
        return shown with { Client = after, Cancelled = stepDown.CancelFollowUps, UndoId = undoId };
    }

    /// <summary>The client, or why they cannot step down.</summary>
    private static async Task<Outcome<Client>> OfTeamAsync(ICrmSession session, Actor actor, string clientReference, DateOnly today)
    {
        var found = await ClientChanges.OfTeamAsync(session, actor, clientReference);
        if (found.Value is not { } client)
            return found;
        return await ClientStanding.OfAsync(session, client, today) switch
        {
            ClientStatus.InWork or ClientStatus.SteppedDown => client,
            ClientStatus.Closed => new Refusal(RefusalReason.ClientClosed) { Names = [client.Reference] },
            _ => new Refusal(RefusalReason.NotInWork) { Names = [client.Reference] },
        };
    }

    private static async Task<ClientSteppedDown> ShowAsync(ICrmSession session, Client client, DateOnly today) => new(
        client,
        await session.FollowUps.OpenOfClientAsync(client.Id),
        Cancelled: false,
        [.. (await session.Placements.OfClientAsync(client.Id)).Where(job => job.Span.IsCurrent(today))],
        today,
        UndoId: null);
}
