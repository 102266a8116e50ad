using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Outbox;

/// <summary>The outbox as an admin sees it: kinds, states and names of recipients, nothing of employers or clients.</summary>
/// <param name="Counts">What has not ended, and what ended in the last seven days.</param>
/// <param name="Causes">Why rows wait that were tried before.</param>
/// <param name="Troubles">One page of what needs somebody's eye.</param>
/// <param name="Total">How many that are in all.</param>
public sealed record OutboxShown(
    IReadOnlyList<OutboxCount> Counts, IReadOnlyList<OutboxCause> Causes, IReadOnlyList<OutboxTrouble> Troubles, int Total, IReadOnlyList<OutboxStop> Stops, OutboxFacts Facts,
    DateTimeOffset At);

/// <summary>What admins may do with the outbox.</summary>
public sealed class OutboxDesk(ICrmStore store, LondonClock clock, Ids ids)
{
    public const int PageSize = 50;

    private const string AuditKind = "outbox";

    private static readonly TimeSpan ShownFor = TimeSpan.FromDays(7);
    private static readonly TimeSpan ProbeKept = TimeSpan.FromMinutes(15);

    /// <summary>How the outbox stands, for admins.</summary>
    /// <param name="page">From 1.</param>
    public Task<Outcome<OutboxShown>> ShowAsync(Actor actor, int page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        return store.ReadAsync<Outcome<OutboxShown>>(
            async session => actor.Administers
                ? new OutboxShown(
                    await session.Outbox.CountsAsync(now - ShownFor), await session.Outbox.CausesAsync(), await session.Outbox.TroubleAsync((Math.Max(page, 1) - 1) * PageSize, PageSize),
                    await session.Outbox.CountEndedAsync(OutboxState.Dead, DateTimeOffset.MinValue) + await session.Outbox.CountEndedAsync(OutboxState.InDoubt, DateTimeOffset.MinValue),
                    await session.Outbox.StopsAsync(), await OutboxFacts.OfAsync(session, now), now)
                : RefusalReason.NotAllowed,
            cancellationToken);
    }

    /// <summary>Has a dead row, or one in doubt, sent after all.</summary>
    /// <param name="seenVersion">The row as the admin saw it.</param>
    public Task<Outcome<OutboxRow>> RetryAsync(Actor actor, Guid id, int seenVersion, CancellationToken cancellationToken) => ChangeAsync(
        actor, id, "outbox-retried",
        async (session, row, now) => row.ExpiresAt <= now ? RefusalReason.DateInThePast : await session.Outbox.RetryAsync(id, seenVersion, now) ? null : RefusalReason.ChangedMeanwhile,
        cancellationToken);

    /// <summary>Takes a row out of what needs somebody's eye; it is not sent.</summary>
    public Task<Outcome<OutboxRow>> DropAsync(Actor actor, Guid id, int seenVersion, CancellationToken cancellationToken) => ChangeAsync(
        actor, id, "outbox-dropped",
        async (session, _, now) => await session.Outbox.DropAsync(id, seenVersion, now) ? null : RefusalReason.ChangedMeanwhile,
        cancellationToken);

    /// <summary>Stops a channel on all nodes within seconds: what waits goes on waiting, until its time is over.</summary>
    public Task<Outcome<OutboxShown>> StopAsync(Actor actor, OutboxChannel channel, CancellationToken cancellationToken) =>
        SwitchAsync(actor, "outbox-stopped", (session, byId, now) => session.Outbox.StopAsync(channel, byId, now), cancellationToken);

    /// <summary>Lets it run again.</summary>
    public Task<Outcome<OutboxShown>> StartAsync(Actor actor, OutboxChannel channel, CancellationToken cancellationToken) =>
        SwitchAsync(actor, "outbox-started", (session, _, _) => session.Outbox.StartAsync(channel), cancellationToken);

    /// <summary>Sends the admin a message that says nothing but that it arrived.</summary>
    public Task<Outcome<OutboxRow>> ProbeAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (id, auditId, now) = (ids.New(), ids.New(), clock.Now);
        return store.WriteAsync<Outcome<OutboxRow>>(
            async session =>
            {
                if (!actor.Administers || actor.SpecialistId is not { } personId)
                    return RefusalReason.NotAllowed;
                var row = new OutboxRow
                {
                    Id = id, Channel = OutboxChannel.Teams, Kind = OutboxKinds.Probe, RecipientId = personId, IdempotencyKey = $"{OutboxKinds.Probe}:{id}", CreatedAt = now, NotBefore = now,
                    ExpiresAt = now + ProbeKept,
                };
                await session.Outbox.AddAsync(row);
                await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "outbox-probed", AuditKind, id), []);
                return row;
            },
            cancellationToken);
    }

    private Task<Outcome<OutboxRow>> ChangeAsync(
        Actor actor, Guid id, string action, Func<ICrmSession, OutboxRow, DateTimeOffset, Task<RefusalReason?>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (auditId, now) = (ids.New(), clock.Now);
        return store.WriteAsync<Outcome<OutboxRow>>(
            async session =>
            {
                if (!actor.Administers)
                    return RefusalReason.NotAllowed;
                if (await session.Outbox.OfIdAsync(id) is not { } row)
                    return RefusalReason.NotFound;
                if (await change(session, row, now) is { } reason)
                    return reason;
                await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, action, AuditKind, id), []);
                return (await session.Outbox.OfIdAsync(id))!;
            },
            cancellationToken);
    }

    private async Task<Outcome<OutboxShown>> SwitchAsync(
        Actor actor, string action, Func<ICrmSession, Guid, DateTimeOffset, Task<bool>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Administers || actor.SpecialistId is not { } byId)
            return RefusalReason.NotAllowed;
        var (auditId, now) = (ids.New(), clock.Now);
        await store.WriteAsync(
            async session =>
            {
                // Who comes second finds it done.
                if (await change(session, byId, now))
                    await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, action, AuditKind, byId), []);
                return true;
            },
            cancellationToken);
        return await ShowAsync(actor, 1, cancellationToken);
    }
}
