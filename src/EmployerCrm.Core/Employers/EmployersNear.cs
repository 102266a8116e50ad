using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>Employers near a place, with who was there and who plans to go.</summary>
/// <param name="Place">The place that was understood: as typed, or the town that is spelt nearly so.</param>
/// <param name="Employers">The latest contact first; those without one last.</param>
/// <param name="HasMore">There are more than are told.</param>
public sealed record NearShown(string Place, IReadOnlyList<NearEmployer> Employers, bool HasMore, DateOnly Today);

/// <summary>An employer near a place.</summary>
/// <param name="Planned">Visits that colleagues of every team, or the person, have planned there.</param>
public sealed record NearEmployer(EmployerListing Employer, IReadOnlyList<PlannedThere> Planned);

/// <summary>"near Otley", "near LS21": whom we know there before anybody goes.</summary>
public sealed class EmployersNear(ICrmStore store, LondonClock clock, EngagementOptions engagement)
{
    public const int Most = 50;

    /// <summary>Nothing is found for a place that no employer has; a town that is spelt nearly like one is taken for it.</summary>
    public Task<Outcome<NearShown>> ShowAsync(Actor actor, string place, Alongside<Outcome<NearShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return also is null
            ? store.ReadAsync(session => ShowAsync(session, actor, place, today), cancellationToken)
            : store.WriteAsync(session => ShowAsync(session, actor, place, today), also, cancellationToken);
    }

    private async Task<Outcome<NearShown>> ShowAsync(ICrmSession session, Actor actor, string place, DateOnly today)
    {
        if (actor is { SpecialistId: null, Role: not null })
            return RefusalReason.NotAllowed;
        var named = SearchText.Cut(place).Trim();
        var query = new EmployerQuery
        {
            TownKey = Places.TownKey(named), PostcodeKey = Places.PostcodeKey(named), Sort = new EmployerSort(EmployerColumn.LastContact, Descending: true), Size = Most,
        };
        if (query is { TownKey: null, PostcodeKey: null })
            return RefusalReason.NotFound;
        var found = await session.EmployerLists.PageAsync(query);
        if (found.Total == 0 && query.TownKey is not null && (await session.EmployerLists.TownsLikeAsync(named)).FirstOrDefault(like => Places.IsLike(named, like)) is { } town)
        {
            named = town;
            found = await session.EmployerLists.PageAsync(query with { TownKey = FoldedText.Key(town) });
        }

        var planned = (await session.EmployerLists.PlannedAsync(found.Ids, today)).ToLookup(visit => visit.EmployerId);
        var employers = await EmployerListings.OfAsync(session, actor, found.Ids, engagement, today);
        return new NearShown(named, [.. employers.Select(employer => new NearEmployer(employer, [.. planned[employer.Id]]))], found.Total > found.Ids.Count, today);
    }
}
