using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>Employers as lists show them.</summary>
internal static class EmployerListings
{
    /// <summary>In the order of the ids, as of a day; a level that time has changed since it was kept is told as it is now.</summary>
    public static async Task<IReadOnlyList<EmployerListing>> OfAsync(
        ICrmSession session, Actor actor, IReadOnlyList<Guid> ids, EngagementOptions engagement, DateOnly today)
    {
        var team = actor.Role is Role.Specialist or Role.TeamLead ? actor.TeamId : null;
        var facts = (await session.EmployerLists.FactsAsync(ids, team)).ToDictionary(row => row.EmployerId);
        var listings = new List<EmployerListing>(ids.Count);
        foreach (var id in ids)
        {
            if (facts.GetValueOrDefault(id) is not { } known || await session.Employers.EmployerAsync(id) is not { } employer)
                continue;
            var owner = employer.OwnerId is { } ownerId ? await session.People.SpecialistAsync(ownerId) : null;
            listings.Add(Of(employer, known, owner, await LevelAsync(session, known, engagement, today)));
        }

        return listings;
    }

    private static EmployerListing Of(Employer employer, EmployerFacts known, Specialist? owner, int level) => new()
    {
        Id = employer.Id,
        Name = employer.Name,
        Town = employer.Town,
        Postcode = employer.Postcode,
        SicDivision = employer.SicDivision,
        Tags = employer.Tags,
        OwnerId = employer.OwnerId,
        OwnerName = owner?.Name,
        Level = level,
        LastOn = known.KnownBy.Count > 0 ? known.KnownBy[0].LastOn : null,
        LastBy = known.KnownBy.Count > 0 ? known.KnownBy[0].Name : null,
        Colleagues = known.KnownBy,
        DoNotApproach = employer.DoNotApproachSince is not null,
        Archived = employer.ArchivedOn is not null,
        Owed = known.Owed,
    };

    private static async Task<int> LevelAsync(ICrmSession session, EmployerFacts known, EngagementOptions engagement, DateOnly today) =>
        known.ReviewOn <= today && await session.Engagement.StandingAsync(known.EmployerId) is { } kept
            ? kept.On(today, await session.Engagement.EvidenceAsync(known.EmployerId, engagement.Since(today)), engagement).Level
            : known.Level;
}
