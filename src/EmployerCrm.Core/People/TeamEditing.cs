using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.People;

/// <summary>What is to be changed of a team; what is null stays.</summary>
public sealed record ChangeTeam(Guid Id, int? ExpectedVersion, string? Name, Nation? Nation);

/// <summary>The teams of the service, kept by admins.</summary>
public sealed class TeamEditing(ICrmStore store, LondonClock clock, Ids ids)
{
    internal const string AuditKind = "team";

    public Task<Outcome<Team>> AddAsync(Actor actor, string name, Nation nation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var team = new Team { Id = ids.New(), Name = name?.Trim() ?? "", Nation = nation };
        var (auditId, now) = (ids.New(), clock.Now);
        return store.WriteAsync(Body, cancellationToken);

        async Task<Outcome<Team>> Body(ICrmSession session)
        {
            if (!actor.Administers)
                return RefusalReason.NotAllowed;
            if (Check(team, await session.People.TeamsAsync()) is { } refusal)
                return refusal;
            await session.People.AddAsync(team);
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "team-added", AuditKind, team.Id), Values(auditId, null, team));
            return team;
        }
    }

    public Task<Outcome<Team>> ChangeAsync(Actor actor, ChangeTeam change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(change);
        var (auditId, now) = (ids.New(), clock.Now);
        return store.WriteAsync(Body, cancellationToken);

        async Task<Outcome<Team>> Body(ICrmSession session)
        {
            if (!actor.Administers)
                return RefusalReason.NotAllowed;
            var teams = await session.People.TeamsAsync();
            if (teams.FirstOrDefault(team => team.Id == change.Id) is not { } before)
                return RefusalReason.TeamUnknown;
            if (change.ExpectedVersion is { } seen && seen != before.Version)
                return await LatestChange.RefusalAsync(session, before.Id);
            var after = before with { Name = change.Name?.Trim() ?? before.Name, Nation = change.Nation ?? before.Nation };
            if (Check(after, teams) is { } refusal)
                return refusal;
            if (after == before)
                return before;
            var saved = after with { Version = before.Version + 1 };
            if (!await session.People.SaveAsync(saved, before.Version))
                return await LatestChange.RefusalAsync(session, before.Id);
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "team-changed", AuditKind, before.Id), Values(auditId, before, saved));
            return saved;
        }
    }

    internal static Refusal? Check(Team team, IReadOnlyList<Team> others) =>
        team.Name.Length == 0 ? new Refusal(RefusalReason.NameMissing)
        : team.Name.Length > Limits.Name ? new Refusal(RefusalReason.TextTooLong)
        : others.FirstOrDefault(other => other.Id != team.Id && Employers.FoldedText.Key(other.Name) == Employers.FoldedText.Key(team.Name)) is { } same
            ? new Refusal(RefusalReason.TeamThereAlready) { Names = [same.Name] }
        : null;

    internal static IReadOnlyList<AuditValue> Values(Guid auditId, Team? before, Team after)
    {
        (string Field, string? Old, string New)[] fields = [("name", before?.Name, after.Name), ("nation", before?.Nation.ToString(), after.Nation.ToString())];
        return [.. fields.Where(field => field.Old != field.New)
            .Select(field => new AuditValue { AuditId = auditId, Field = field.Field, OldValue = field.Old, NewValue = field.New })];
    }
}
