using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.People;

/// <summary>Who works for the service, and as what: joiners and changes, by an admin or by the system itself. Who leaves or moves is a matter of <see cref="Handovers"/>.</summary>
public sealed class PeopleEditing(ICrmStore store, LondonClock clock, Ids ids)
{
    public Task<Outcome<Specialist>> AddAsync(Actor actor, AddPerson add, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(add);
        var (id, auditId, now) = (ids.New(), ids.New(), clock.Now);
        var person = new Specialist
        {
            Id = id, ObjectId = PersonRules.ObjectId(add.ObjectId), Name = add.Name.Trim(), TeamId = add.TeamId, Role = add.Role, WeeklyTarget = add.WeeklyTarget,
        };
        return store.WriteAsync(Body, cancellationToken);

        async Task<Outcome<Specialist>> Body(ICrmSession session)
        {
            if (!actor.Administers)
                return RefusalReason.NotAllowed;
            if (PersonRules.Check(person) is { } refusal)
                return refusal;
            if (await session.People.TeamAsync(person.TeamId) is null)
                return RefusalReason.TeamUnknown;
            if (await session.People.SpecialistWithObjectIdAsync(person.ObjectId) is { } there)
                return new Refusal(RefusalReason.PersonThereAlready) { Names = [there.Name] };
            await session.People.AddAsync(person);
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "person-added", PersonAudit.Kind, id), PersonAudit.Values(auditId, null, person));
            return person;
        }
    }

    public Task<Outcome<Specialist>> ChangeAsync(Actor actor, ChangePerson change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(change);
        var (auditId, now) = (ids.New(), clock.Now);
        return store.WriteAsync(
            async session => actor.Administers ? await ChangeAsync(session, actor, change, auditId, now) : RefusalReason.NotAllowed, cancellationToken);
    }

    /// <summary>The directory says what somebody may do: the record follows. Nothing happens for somebody who is not known here or has that role.</summary>
    public Task<Outcome<Specialist>> TakeRoleAsync(Actor actor, string objectId, Role role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (auditId, now) = (ids.New(), clock.Now);
        return store.WriteAsync(Body, cancellationToken);

        async Task<Outcome<Specialist>> Body(ICrmSession session)
        {
            if (actor.Role is not null)
                return RefusalReason.NotAllowed;
            if (await session.People.SpecialistWithObjectIdAsync(PersonRules.ObjectId(objectId)) is not { } person)
                return RefusalReason.NotFound;
            return person.Role == role ? person : await SaveAsync(session, actor, person, person with { Role = role }, auditId, now);
        }
    }

    private static async Task<Outcome<Specialist>> ChangeAsync(ICrmSession session, Actor actor, ChangePerson change, Guid auditId, DateTimeOffset now)
    {
        if (await session.People.SpecialistAsync(change.Id) is not { } before)
            return RefusalReason.NotFound;
        if (change.ExpectedVersion is { } seen && seen != before.Version)
            return await LatestChange.RefusalAsync(session, before.Id);
        var after = before with
        {
            ObjectId = change.ObjectId is { } objectId ? PersonRules.ObjectId(objectId) : before.ObjectId,
            Name = change.Name?.Trim() ?? before.Name,
            Role = change.Role ?? before.Role,
            WeeklyTarget = change.WeeklyTarget ?? before.WeeklyTarget,
            LeftOn = change.IsBack ? null : before.LeftOn,
        };
        if (PersonRules.Check(after) is { } refusal)
            return refusal;
        if (after.ObjectId != before.ObjectId && await session.People.SpecialistWithObjectIdAsync(after.ObjectId) is { } there)
            return new Refusal(RefusalReason.PersonThereAlready) { Names = [there.Name] };
        if (before.Role is Role.Admin && after.Role is not Role.Admin && !await LastAdmin.HasOthersAsync(session, before.Id, now))
            return RefusalReason.LastAdmin;
        return after == before ? before : await SaveAsync(session, actor, before, after, auditId, now);
    }

    private static async Task<Outcome<Specialist>> SaveAsync(
        ICrmSession session, Actor actor, Specialist before, Specialist after, Guid auditId, DateTimeOffset now)
    {
        var saved = after with { Version = before.Version + 1 };
        if (!await session.People.SaveAsync(saved, before.Version))
            return await LatestChange.RefusalAsync(session, before.Id);
        await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "person-changed", PersonAudit.Kind, before.Id), PersonAudit.Values(auditId, before, saved));
        return saved;
    }
}
