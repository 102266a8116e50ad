using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Core.People;

/// <summary>Somebody leaves the service.</summary>
public sealed record LeavePerson
{
    public required Guid Id { get; init; }

    /// <summary>The version the admin saw; null where none was seen.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>Today or a day before: from it on nothing is open to them, from the moment this is saved.</summary>
    public required DateOnly LeftOn { get; init; }

    /// <summary>The colleague of the same team who takes over; may be null when there is nothing to take over.</summary>
    public Guid? HandOverToId { get; init; }
}

/// <summary>Somebody goes to another team. What they had stays with the team that it belongs to.</summary>
public sealed record MovePerson
{
    public required Guid Id { get; init; }

    public int? ExpectedVersion { get; init; }

    public required Guid ToTeamId { get; init; }

    /// <summary>The colleague of the old team who takes over; may be null when there is nothing to take over.</summary>
    public Guid? HandOverToId { get; init; }
}

/// <summary>What became of a person, and what went to whom.</summary>
public sealed record HandedOver(Specialist Person, Specialist? To, HeldWork Work);

/// <summary>Leavers and movers: in one transaction their access or team changes, and open follow-ups, planned visits, employers and clients go to a colleague.</summary>
public sealed class Handovers(ICrmStore store, LondonClock clock, Ids ids)
{
    // Rows that come in between the look and the transaction need ids, too.
    private const int Spare = 50;

    public Task<Outcome<HandedOver>> LeaveAsync(Actor actor, LeavePerson leave, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(leave);
        var today = clock.Today;
        return RunAsync(actor, leave.Id, leave.ExpectedVersion, leave.HandOverToId, "person-left", Decide, cancellationToken);

        async Task<Outcome<Specialist>> Decide(ICrmSession session, Specialist person)
        {
            if (person.LeftOn is not null)
                return RefusalReason.LeftAlready;
            if (leave.LeftOn > today)
                return RefusalReason.FutureDate;
            if (person.Role is Role.Admin && !await LastAdmin.HasOthersAsync(session, person.Id, clock.Now))
                return RefusalReason.LastAdmin;
            return person with { LeftOn = leave.LeftOn };
        }
    }

    public Task<Outcome<HandedOver>> MoveAsync(Actor actor, MovePerson move, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(move);
        return RunAsync(actor, move.Id, move.ExpectedVersion, move.HandOverToId, "person-moved", Decide, cancellationToken);

        async Task<Outcome<Specialist>> Decide(ICrmSession session, Specialist person) =>
            person.LeftOn is not null ? RefusalReason.LeftAlready
            : await session.People.TeamAsync(move.ToTeamId) is null || move.ToTeamId == person.TeamId ? RefusalReason.TeamUnknown
            : person with { TeamId = move.ToTeamId };
    }

    private async Task<Outcome<HandedOver>> RunAsync(
        Actor actor, Guid personId, int? expectedVersion, Guid? toId, string action, Func<ICrmSession, Specialist, Task<Outcome<Specialist>>> decide,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Administers)
            return RefusalReason.NotAllowed;
        var expected = await store.ReadAsync(session => session.People.HeldByAsync(personId), cancellationToken);
        var auditIds = Enumerable.Range(0, expected.Total + Spare).Select(_ => ids.New()).ToList();
        var now = clock.Now;
        return await store.WriteAsync(Body, cancellationToken);

        async Task<Outcome<HandedOver>> Body(ICrmSession session)
        {
            if (await session.People.SpecialistAsync(personId) is not { } before)
                return RefusalReason.NotFound;
            if (expectedVersion is { } seen && seen != before.Version)
                return await LatestChange.RefusalAsync(session, before.Id);
            var decided = await decide(session, before);
            if (decided.Value is not { } changed)
                return decided.Refusal!;
            var work = await session.People.HeldByAsync(personId);
            if (work.Total >= auditIds.Count)
                return RefusalReason.ChangedMeanwhile;
            var to = toId is { } id ? await session.People.SpecialistAsync(id) : null;
            if (work.Total > 0 && !Colleagues.MayStandIn(to, before, DateOnly.FromDateTime(LondonClock.ToLocal(now))))
                return RefusalReason.NobodyToTakeOver;
            var saved = changed with { Version = before.Version + 1 };
            if (!await session.People.SaveAsync(saved, before.Version))
                return await LatestChange.RefusalAsync(session, before.Id);
            await session.Audit.AddAsync(AuditEntry.Of(auditIds[0], now, actor, action, PersonAudit.Kind, before.Id), PersonAudit.Values(auditIds[0], before, saved));
            await session.Outbox.CancelAsync(new Unsent.OfRecipient(personId), saved.LeftOn is null ? OutboxReasons.HandedOver : OutboxReasons.PersonLeft, now);
            if (work.Total > 0)
                await HandOverAsync(session, actor, before, to!, work, auditIds, now);
            return new HandedOver(saved, work.Total > 0 ? to : null, work);
        }
    }

    private static async Task HandOverAsync(
        ICrmSession session, Actor actor, Specialist from, Specialist to, HeldWork work, List<Guid> auditIds, DateTimeOffset now)
    {
        await session.People.HandOverAsync(from.Id, to.Id);
        var next = 1;
        foreach (var (kind, recordId) in work.Records)
        {
            var auditId = auditIds[next++];
            await session.Audit.AddAsync(
                AuditEntry.Of(auditId, now, actor, kind + "-handed-over", kind, recordId),
                [new AuditValue { AuditId = auditId, Field = "owner", OldValue = from.Id.ToString(), NewValue = to.Id.ToString() }]);
        }
    }
}
