using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>The list of employers, for everybody in the service: filtered, sorted and cut into pages by the store.</summary>
public sealed class EmployerList(ICrmStore store, LondonClock clock, EngagementOptions engagement)
{
    /// <summary>The list goes no further than this; counting on would take longer the more employers there are.</summary>
    public const int Longest = 1_000;

    public const int LargestPage = 100;

    /// <summary>A page of the list.</summary>
    /// <param name="page">From 1; behind the end, the last one.</param>
    /// <param name="size">At most <see cref="LargestPage"/>.</param>
    public Task<Outcome<EmployersListed>> PageAsync(Actor actor, EmployerFilter filter, EmployerSort sort, int page, int size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(sort);
        var today = clock.Today;
        var rows = Math.Clamp(size, 1, LargestPage);
        var from = (int)Math.Min((Math.Max(page, 1) - 1L) * rows, Longest);
        return store.ReadAsync(session => PageAsync(session, actor, EmployerQuery.Of(filter, sort, today) with { From = from, Size = rows }, filter.Text, today), cancellationToken);
    }

    private async Task<Outcome<EmployersListed>> PageAsync(ICrmSession session, Actor actor, EmployerQuery query, string? typed, DateOnly today)
    {
        if (actor is { SpecialistId: null, Role: not null })
            return RefusalReason.NotAllowed;
        var text = SearchText.Of(typed ?? "");
        if (text.Words.Count > 0)
            query = query with { Ids = [.. EmployerMatch.Best(await session.EmployerLists.FindAsync(actor, text), text).Select(match => match.Employer.Id)] };
        var found = await session.EmployerLists.PageAsync(query);
        var employers = await EmployerListings.OfAsync(session, actor, found.Ids, engagement, today);
        return new EmployersListed(employers, ListPage.At(query.From, query.Size, Math.Min(found.Total, Longest)), found.Total > Longest, today);
    }
}
