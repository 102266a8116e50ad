using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.FollowUps;

/// <summary>An employer that something is owed to or about.</summary>
public sealed record OwedEmployer(Guid Id, string Name);

/// <summary>A page of somebody's open follow-ups, or of a team's.</summary>
/// <param name="Person">Whose they are; null for the whole team.</param>
/// <param name="Items">Those of the page, the earliest due first and what has no date last.</param>
/// <param name="Buckets">How many there are of each bucket, whichever bucket was asked for.</param>
/// <param name="Kinds">The kinds that are there at all.</param>
/// <param name="Employers">The employers that are there at all, by name.</param>
/// <param name="Colleagues">Who can take something over.</param>
public sealed record FollowUpsListed(
    Specialist? Person, IReadOnlyList<FollowUpSummary> Items, ListPage Page, IReadOnlyDictionary<DueBucket, int> Buckets, IReadOnlyCollection<FollowUpKind> Kinds,
    IReadOnlyList<OwedEmployer> Employers, IReadOnlyList<Specialist> Colleagues, DateOnly Today);

/// <summary>Everything open, narrowed and paged. People see their own; a team lead each person of the team, and the team as a whole.</summary>
public sealed class FollowUpList(ICrmStore store, LondonClock clock)
{
    /// <summary>A page of what is open and fits.</summary>
    /// <param name="personId">Whose; null for the whole team.</param>
    /// <param name="page">From 1; past the end it is the last one.</param>
    public Task<Outcome<FollowUpsListed>> PageAsync(Actor actor, Guid? personId, FollowUpFilter filter, int page, int size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(filter);
        var today = clock.Today;
        return store.ReadAsync<Outcome<FollowUpsListed>>(
            async session =>
            {
                if (actor is not { TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead } || (actor.Role != Role.TeamLead && personId != actor.SpecialistId))
                    return RefusalReason.NotAllowed;
                var person = personId is { } id ? await session.People.SpecialistAsync(id) : null;
                if (personId is not null && person?.TeamId != teamId)
                    return RefusalReason.NotAllowed;
                var open = person is null ? await session.FollowUps.OpenOfTeamAsync(teamId) : [.. (await session.FollowUps.OpenOfOwnerAsync(person.Id, null)).Where(item => item.TeamId == teamId)];
                var colleagues = await Colleagues.OfAsync(session, teamId, today);
                return Listed(person, open, filter, colleagues, today, page, size);
            },
            cancellationToken);
    }

    private static FollowUpsListed Listed(
        Specialist? person, IReadOnlyList<FollowUpSummary> open, FollowUpFilter filter, IReadOnlyList<Specialist> colleagues, DateOnly today, int page, int size)
    {
        var fitting = open.Where(filter.FitsButBucket).ToList();
        var buckets = fitting.CountBy(item => DueBuckets.Of(item.DueOn, today)).ToDictionary();
        var wanted = filter.Bucket is { } bucket ? fitting.FindAll(item => DueBuckets.Of(item.DueOn, today) == bucket) : fitting;
        var shown = ListPage.At((Math.Max(page, 1) - 1) * size, size, wanted.Count);
        var employers = open.Where(item => item.EmployerId is not null).DistinctBy(item => item.EmployerId)
            .Select(item => new OwedEmployer(item.EmployerId!.Value, item.EmployerName ?? "")).OrderBy(employer => employer.Name, StringComparer.CurrentCulture);
        return new FollowUpsListed(
            person, [.. shown.Of(wanted)], shown, buckets, [.. open.Select(item => item.Kind).Distinct().Order()], [.. employers], colleagues, today);
    }
}
