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

/// <summary>A numbered list of follow-ups as of a day.</summary>
/// <param name="Items">In the order of their numbers, from 1.</param>
/// <param name="Today">The day in London that the buckets count from.</param>
/// <param name="More">How many more there are than the list shows.</param>
public sealed record DueListShown(IReadOnlyList<FollowUpSummary> Items, DueScope Scope, DateOnly Today, int More);

/// <summary>What a person owes to whom. What was shown is remembered, so that "done 3" means the third item seen.</summary>
public sealed class DueList(ICrmStore store, LondonClock clock)
{
    /// <summary>A chat card holds about this many items with their buttons inside 28 KB.</summary>
    public const int MostItems = 10;

    /// <summary>For how long numbers refer to the list last shown.</summary>
    public static readonly TimeSpan NumbersHold = TimeSpan.FromHours(24);

    public Task<Outcome<DueListShown>> ShowAsync(
        Actor actor, DueScope scope, Alongside<Outcome<DueListShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        return store.WriteAsync(session => ShowAsync(session, actor, scope, now), also, cancellationToken);
    }

    private static async Task<Outcome<DueListShown>> ShowAsync(ICrmSession session, Actor actor, DueScope scope, DateTimeOffset now)
    {
        if (actor.SpecialistId is not { } specialistId)
            return RefusalReason.NotAllowed;
        return await NowAsync(session, specialistId, scope, now);
    }

    /// <summary>The list as it is now, remembered as the one last shown.</summary>
    internal static async Task<DueListShown> NowAsync(ICrmSession session, Guid specialistId, DueScope scope, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        var open = await session.FollowUps.OpenOfOwnerAsync(specialistId, Until(scope, today));
        var items = open.Take(MostItems).ToList();
        await session.Conversations.SaveAsync(
            new ShownList { SpecialistId = specialistId, ShownAt = now, ItemIds = string.Join(',', items.Select(item => item.Id)) });
        return new DueListShown(items, scope, today, open.Count - items.Count);
    }

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

/// <summary>What a number refers to.</summary>
/// <param name="FollowUpId">Null when no item has that number.</param>
/// <param name="ListLength">How many items the list has; 0 when no list was shown in the last day.</param>
public sealed record ShownItem(Guid? FollowUpId, int ListLength);
