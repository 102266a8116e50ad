using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Clients;

/// <summary>The contacts that are owed next, by client.</summary>
public sealed record NextContactsShown(IReadOnlyDictionary<Guid, NextContact> OfClients);

/// <summary>Which contact each client is owed next. A team lead sees the team's, an admin nobody's.</summary>
public sealed class NextContacts(ICrmStore store)
{
    public Task<Outcome<NextContactsShown>> ShowAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.ReadAsync<Outcome<NextContactsShown>>(
            async session => actor is { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead }
                ? new NextContactsShown((await session.FollowUps.NextContactsAsync(teamId, actor.Role == Role.TeamLead ? null : specialistId)).ToDictionary(next => next.ClientId))
                : RefusalReason.NotAllowed,
            cancellationToken);
    }
}
