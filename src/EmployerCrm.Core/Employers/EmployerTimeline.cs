using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>A page of what happened at an employer, the latest first.</summary>
/// <param name="Next">Where the page after begins; null on the last.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Entries, TimelinePlace? Next);

/// <summary>
/// Everything that happened at an employer, for everybody in the service: contacts of every team as bare facts, openings, levels, changes of the record. Notes,
/// clients and jobs are for their own team; an admin reads none.
/// </summary>
public sealed class EmployerTimeline(ICrmStore store)
{
    public const int LargestPage = 100;

    /// <summary>So many entries of one source with one day and instant can be told apart.</summary>
    public const int LargestSkip = 40;

    /// <summary>A page, from the place on backwards.</summary>
    /// <param name="before">The place that a page before gave out; null for the first page.</param>
    /// <param name="size">At most <see cref="LargestPage"/>.</param>
    public Task<Outcome<TimelinePage>> PageAsync(Actor actor, Guid employerId, TimelinePlace? before, int size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var most = Math.Clamp(size, 1, LargestPage);
        return store.ReadAsync(session => PageAsync(session, actor, employerId, before, most), cancellationToken);
    }

    private static async Task<Outcome<TimelinePage>> PageAsync(ICrmSession session, Actor actor, Guid employerId, TimelinePlace? before, int size)
    {
        if (actor is { SpecialistId: null, Role: not null })
            return RefusalReason.NotAllowed;
        if (await session.Employers.EmployerAsync(employerId) is null)
            return RefusalReason.NotFound;
        var team = actor.Role is Role.Specialist or Role.TeamLead ? actor.TeamId : null;
        var skip = before?.Skip ?? 0;
        var entries = (await session.EmployerLists.TimelineAsync(employerId, team, before, skip + size + 1))
            .OrderByDescending(entry => entry.On).ThenByDescending(entry => entry.At).ThenBy(entry => entry.Kind).ThenBy(entry => entry.RecordId)
            .Skip(skip).ToList();
        var page = entries.Take(size).ToList();
        return new TimelinePage(page, entries.Count > size ? Behind(page, before) : null);
    }

    private static TimelinePlace Behind(List<TimelineEntry> page, TimelinePlace? before)
    {
        var last = page[^1];
        var same = page.Count(entry => entry.On == last.On && entry.At == last.At);
        return new TimelinePlace(last.On, last.At, same + (before is not null && before.On == last.On && before.At == last.At ? before.Skip : 0));
    }
}
