using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
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

/// <summary>
/// Ending support in work by decision of client and specialist. Nothing ends it by itself, and it can be taken up again at any time; the job stays as
/// it is, and the client stays in the list.
/// </summary>
public sealed class SteppingDown(ICrmStore store, LondonClock clock, Ids ids)
{
    /// <summary>What stepping down would touch; changes nothing.</summary>
    public Task<Outcome<ClientEnding>> PreviewAsync(
        Actor actor, string clientReference, Alongside<Outcome<ClientEnding>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<ClientEnding>> Body(ICrmSession session)
        {
            var found = await OfTeamAsync(session, actor, clientReference, today);
            return found.Value is { } client ? await ClientEnding.OfAsync(session, client, today) : found.Refusal!;
        }
    }

    /// <summary>Records the step-down with the audit and the step that undoes it, in one transaction. Who has stepped down already comes back as they are.</summary>
    public Task<Outcome<ClientEnding>> DecideAsync(Actor actor, StepDown stepDown, Alongside<Outcome<ClientEnding>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(stepDown);
        var now = clock.Now;
        var (undoId, auditId) = (ids.New(), ids.New());
        return store.WriteAsync(session => DecideAsync(session, actor, stepDown, now, undoId, auditId), also, cancellationToken);
    }

    private static async Task<Outcome<ClientEnding>> DecideAsync(
        ICrmSession session, Actor actor, StepDown stepDown, DateTimeOffset now, Guid undoId, Guid auditId)
    {
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        var found = await OfTeamAsync(session, actor, stepDown.ClientReference, today);
        if (found.Value is not { } before)
            return found.Refusal!;
        var decidedOn = stepDown.DecidedOn ?? today;
        if (VisitRules.CheckDay(VisitState.Held, decidedOn, today) is { } refusal)
            return refusal;
        var shown = await ClientEnding.OfAsync(session, before, today);
        if (before.Status == ClientStatus.SteppedDown)
            return shown;
        if (decidedOn < before.EnteredOn)
            return RefusalReason.DayUnlikely;

        return await shown.SaveAsync(
            session,
            before with { Status = ClientStatus.SteppedDown, SteppedDownOn = decidedOn },
            new EndingWrite(actor, UndoKind.ClientSteppedDown, "client-stepped-down", stepDown.CancelFollowUps, now, undoId, auditId));
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
}
