using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.People;

/// <summary>The first team of a service, its first admin, and who leads it.</summary>
public sealed record SetUpService
{
    public required string TeamName { get; init; }

    public required Nation Nation { get; init; }

    /// <summary>Who sets the service up, and is its first admin.</summary>
    public required string AdminObjectId { get; init; }

    public required string AdminName { get; init; }

    /// <summary>Null when the lead is added later.</summary>
    public string? LeadObjectId { get; init; }

    public string? LeadName { get; init; }

    /// <summary>The lead's in-person employer contacts a week.</summary>
    public int LeadWeeklyTarget { get; init; } = PersonRules.UsualTarget;
}

/// <summary>What a new service begins with. Only the system itself may, and only where there is nobody yet.</summary>
public sealed class FirstRun(ICrmStore store, LondonClock clock, Ids ids)
{
    public Task<bool> IsNeededAsync(CancellationToken cancellationToken) => store.ReadAsync(IsNeededAsync, cancellationToken);

    public Task<Outcome<Specialist>> SetUpAsync(Actor actor, SetUpService setUp, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(setUp);
        var now = clock.Now;
        var team = new Team { Id = ids.New(), Name = setUp.TeamName.Trim(), Nation = setUp.Nation };
        var admin = Person(setUp.AdminObjectId, setUp.AdminName, Role.Admin, 0);
        var lead = string.IsNullOrWhiteSpace(setUp.LeadObjectId) && string.IsNullOrWhiteSpace(setUp.LeadName) ? null
            : Person(setUp.LeadObjectId ?? "", setUp.LeadName ?? "", Role.TeamLead, setUp.LeadWeeklyTarget);
        var (teamAudit, adminAudit, leadAudit) = (ids.New(), ids.New(), ids.New());
        return store.WriteAsync(Body, cancellationToken);

        Specialist Person(string objectId, string name, Role role, int target) => new()
        {
            Id = ids.New(), ObjectId = PersonRules.ObjectId(objectId), Name = name.Trim(), TeamId = team.Id, Role = role, WeeklyTarget = target,
        };

        async Task<Outcome<Specialist>> Body(ICrmSession session)
        {
            if (actor.Role is not null)
                return RefusalReason.NotAllowed;
            if (!await IsNeededAsync(session))
                return RefusalReason.SetUpAlready;
            if ((TeamEditing.Check(team, []) ?? PersonRules.Check(admin) ?? (lead is null ? null : PersonRules.Check(lead))) is { } refusal)
                return refusal;
            if (lead?.ObjectId == admin.ObjectId)
                return new Refusal(RefusalReason.PersonThereAlready) { Names = [admin.Name] };
            var own = actor with { SpecialistId = admin.Id };
            await session.People.AddAsync(team);
            await AddAsync(session, own, admin, adminAudit);
            if (lead is not null)
                await AddAsync(session, own, lead, leadAudit);
            await session.Audit.AddAsync(AuditEntry.Of(teamAudit, now, own, "team-added", TeamEditing.AuditKind, team.Id), TeamEditing.Values(teamAudit, null, team));
            return admin;
        }

        async Task AddAsync(ICrmSession session, Actor own, Specialist person, Guid auditId)
        {
            await session.People.AddAsync(person);
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, own, "person-added", PersonAudit.Kind, person.Id), PersonAudit.Values(auditId, null, person));
        }
    }

    private static async Task<bool> IsNeededAsync(ICrmSession session) =>
        (await session.People.SpecialistsAsync()).Count == 0 && (await session.People.TeamsAsync()).Count == 0;
}
