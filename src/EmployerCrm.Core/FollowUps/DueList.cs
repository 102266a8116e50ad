using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.FollowUps;

/// <summary>Which part of what is owed a person asked for.</summary>
public enum DueScope
{
    /// <summary>Everything open, in buckets.</summary>
    All,
    Today,
    Week,
    Overdue,
}

/// <summary>Where in a due list somebody is.</summary>
/// <param name="From">How many items come before the page; a list that is shorter by now shows its last page.</param>
/// <param name="InPlace">
/// Whether it is shown where it was shown before: then the numbers seen on its other pages still mean what they meant. A new message starts new numbers.
/// </param>
public sealed record DuePage(DueScope Scope, int From = 0, bool InPlace = false)
{
    /// <summary>The first page of a new list.</summary>
    public static implicit operator DuePage(DueScope scope) => new(scope);
}

/// <summary>One page of a numbered list of follow-ups as of a day.</summary>
/// <param name="Items">Those of the page, in the order of their numbers, which go on from the page before.</param>
/// <param name="Today">The day in London that the buckets count from.</param>
/// <param name="Buckets">How many the whole list has of each bucket.</param>
public sealed record DueListShown(
    IReadOnlyList<FollowUpSummary> Items, DueScope Scope, DateOnly Today, ListPage Page, IReadOnlyDictionary<DueBucket, int> Buckets)
{
    /// <summary>The page of everything that is open, in its order.</summary>
    public static DueListShown Of(IReadOnlyCollection<FollowUpSummary> open, DuePage wanted, DateOnly today)
    {
        var page = ListPage.At(wanted.From, DueList.MostItems, open.Count);
        return new DueListShown([.. page.Of(open)], wanted.Scope, today, page, open.CountBy(item => DueBuckets.Of(item.DueOn, today)).ToDictionary());
    }
}

/// <summary>What a person owes to whom. What was shown is remembered, so that "done 3" means the third item seen.</summary>
public sealed class DueList(ICrmStore store, LondonClock clock)
{
    /// <summary>A chat card holds about this many items with their buttons inside 28 KB.</summary>
    public const int MostItems = 10;

    /// <summary>For how long numbers refer to the list last shown.</summary>
    public static readonly TimeSpan NumbersHold = TimeSpan.FromHours(24);

    public Task<Outcome<DueListShown>> ShowAsync(
        Actor actor, DuePage page, Alongside<Outcome<DueListShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        return store.WriteAsync(session => ShowAsync(session, actor, page, now), also, cancellationToken);
    }

    private static async Task<Outcome<DueListShown>> ShowAsync(ICrmSession session, Actor actor, DuePage page, DateTimeOffset now)
    {
        if (actor.SpecialistId is not { } specialistId)
            return RefusalReason.NotAllowed;
        return await NowAsync(session, specialistId, page, now, actor.Via);
    }

    /// <summary>Everything that the person owes, as a page shows it: without numbers, so that those of the chat go on to mean what they meant.</summary>
    public Task<AllDue> AllAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync(
            async session => new AllDue(actor.SpecialistId is { } id ? await session.FollowUps.OpenOfOwnerAsync(id, null) : [], today), cancellationToken);
    }

    /// <summary>The page as it is now; in chat its numbers are remembered as those last seen.</summary>
    internal static async Task<DueListShown> NowAsync(ICrmSession session, Guid specialistId, DuePage page, DateTimeOffset now, Via via)
    {
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        var open = await session.FollowUps.OpenOfOwnerAsync(specialistId, Until(page.Scope, today));
        var shown = DueListShown.Of(open, page, today);
        if (via == Via.Web)
            return shown;
        var before = page.InPlace ? await session.Conversations.ShownListAsync(specialistId) : null;
        var numbers = Numbers(open, shown.Page, before?.ShownAt >= now - NumbersHold ? before.Items : []);
        await session.Conversations.SaveAsync(new ShownList { SpecialistId = specialistId, ShownAt = now, ItemIds = string.Join(',', numbers) });
        return shown;
    }

    /// <summary>What each number means now: on this page what it shows, elsewhere what was seen there last, or would be.</summary>
    private static IEnumerable<Guid> Numbers(IReadOnlyList<FollowUpSummary> open, ListPage page, IReadOnlyList<Guid> seen) =>
        Enumerable.Range(0, Math.Max(page.To, Math.Min(seen.Count, page.Total)))
            .Select(index => index < seen.Count && (index < page.From || index >= page.To) ? seen[index] : open[index].Id);

    /// <summary>The follow-up with that number in the list the person saw last; null when there is none or it is too old.</summary>
    public Task<ShownItem> ItemAsync(Actor actor, int number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var since = clock.Now - NumbersHold;
        return store.ReadAsync(
            async session =>
            {
                var list = actor.SpecialistId is { } id ? await session.Conversations.ShownListAsync(id) : null;
                if (list is null || list.ShownAt < since)
                    return new ShownItem(null, 0);
                return new ShownItem(number >= 1 && number <= list.Items.Count ? list.Items[number - 1] : null, list.Items.Count);
            },
            cancellationToken);
    }

    private static DateOnly? Until(DueScope scope, DateOnly today) => scope switch
    {
        DueScope.Overdue => today.AddDays(-1),
        DueScope.Today => today,
        DueScope.Week => Weeks.EndOf(today),
        _ => null,
    };
}

/// <summary>Everything open, the earliest due first and what has no date last.</summary>
public sealed record AllDue(IReadOnlyList<FollowUpSummary> Items, DateOnly Today)
{
    /// <summary>In buckets; empty ones are left out.</summary>
    public IEnumerable<IGrouping<DueBucket, FollowUpSummary>> Buckets => Items.GroupBy(item => DueBuckets.Of(item.DueOn, Today)).OrderBy(bucket => bucket.Key);
}

/// <summary>What a number refers to.</summary>
/// <param name="FollowUpId">Null when no item has that number.</param>
/// <param name="ListLength">How many items the list has; 0 when no list was shown in the last day.</param>
public sealed record ShownItem(Guid? FollowUpId, int ListLength);
