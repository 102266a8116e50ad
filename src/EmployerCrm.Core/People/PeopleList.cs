namespace EmployerCrm.Core.People;

/// <summary>A person with what they hold now: counts only, no record.</summary>
public sealed record PersonStanding(Specialist Person, HeldCounts Holds);

/// <summary>How much somebody is responsible for now.</summary>
public sealed record HeldCounts
{
    public required Guid SpecialistId { get; init; }

    public required int FollowUps { get; init; }

    public required int PlannedVisits { get; init; }

    public required int Employers { get; init; }

    public required int Clients { get; init; }

    public int Total => FollowUps + PlannedVisits + Employers + Clients;
}

/// <summary>Teams by name, and people by name, leavers included.</summary>
public sealed record PeopleOverview(IReadOnlyList<Team> Teams, IReadOnlyList<PersonStanding> People);

/// <summary>Everybody who works or worked for the service, for admins.</summary>
public sealed class PeopleList(ICrmStore store)
{
    public Task<Outcome<PeopleOverview>> ShowAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.ReadAsync(Body, cancellationToken);

        async Task<Outcome<PeopleOverview>> Body(ICrmSession session)
        {
            if (!actor.Administers)
                return RefusalReason.NotAllowed;
            var counts = (await session.People.HeldCountsAsync()).ToDictionary(row => row.SpecialistId);
            return new PeopleOverview(
                await session.People.TeamsAsync(),
                [.. (await session.People.SpecialistsAsync()).Select(person => new PersonStanding(person, counts[person.Id]))]);
        }
    }
}
