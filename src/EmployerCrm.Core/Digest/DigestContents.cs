using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Digest;

/// <summary>Something owed, as one person's digest shows it.</summary>
/// <param name="ForName">The colleague who is away, where it is theirs; null for the person's own.</param>
public sealed record DigestItem(FollowUpSummary FollowUp, string? ForName = null);

/// <summary>A colleague who is away, with what they owe and the days of both.</summary>
/// <param name="Leave">One that the reader of the digest covers.</param>
public sealed record CoveredColleague(string Name, PersonDays Days, Leave Leave, IReadOnlyList<FollowUpSummary> Owed);

/// <summary>What a person reads in the morning of a working day.</summary>
/// <param name="Items">What has to be shown by this day and is open, in the order of a due list.</param>
/// <param name="Plans">Visits planned for the day and the days off after it.</param>
/// <param name="Unanswered">Visits planned for a day before, of which nobody has said what became of them.</param>
/// <param name="Week">Null where the person does not want to see it.</param>
public sealed record DigestContents(
    DateOnly Day, IReadOnlyList<DigestItem> Items, IReadOnlyList<VisitSummary> Plans, IReadOnlyList<VisitSummary> Unanswered, WeekProgress? Week)
{
    /// <summary>What a colleague has left overdue for longer than this waits until they are back.</summary>
    private const int DaysOverdueBeforeLeave = 7;

    public bool IsEmpty => Items.Count == 0 && Plans.Count == 0 && Unanswered.Count == 0;

    public IReadOnlyDictionary<DueBucket, int> Buckets => Items.CountBy(item => DueBuckets.Of(item.FollowUp.DueOn, Day)).ToDictionary();

    /// <summary>The last day of which anything can be on the digest: the day before the person works next.</summary>
    public static DateOnly LastShown(PersonDays person, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.NextWorkingDay(day) is { } next ? next.AddDays(-1) : day;
    }

    /// <summary>What of the person's own follow-ups stands on the digest of a day.</summary>
    /// <param name="owed">Open ones, due up to <see cref="LastShown"/> at least.</param>
    /// <param name="coverOf">The days of whoever covers on a day of leave; null where nobody does.</param>
    public static IEnumerable<FollowUpSummary> Own(PersonDays person, DateOnly day, IEnumerable<FollowUpSummary> owed, Func<DateOnly, PersonDays?> coverOf)
    {
        ArgumentNullException.ThrowIfNull(person);
        return owed.Where(item => item.DueOn is { } due && (due <= day || IsShown(person.ShowingOf(due, Urgency.IsUrgent(item), coverOf(due)), person.PersonId, day)));
    }

    /// <summary>What of an absent colleague's follow-ups stands on the digest of whoever covers.</summary>
    public static IEnumerable<FollowUpSummary> Covered(PersonDays cover, DateOnly day, CoveredColleague colleague)
    {
        ArgumentNullException.ThrowIfNull(cover);
        ArgumentNullException.ThrowIfNull(colleague);
        var (leave, away) = (colleague.Leave, colleague.Days);
        return leave.Holds(day) ? colleague.Owed.Where(item => item.DueOn is { } due && due >= leave.From.AddDays(-DaysOverdueBeforeLeave) && Urgency.IsUrgent(item)
            && (due <= day || IsShown(away.ShowingOf(due, isUrgent: true, cover), cover.PersonId, day))) : [];
    }

    /// <summary>All of it in the order of a due list: by day, then by time; of the same moment the person's own first.</summary>
    public static IReadOnlyList<DigestItem> InOrder(IEnumerable<DigestItem> items) =>
        [.. items.OrderBy(item => item.FollowUp.DueOn).ThenBy(item => item.FollowUp.DueAt is null).ThenBy(item => item.FollowUp.DueAt).ThenBy(item => item.ForName is not null)];

    private static bool IsShown(Showing showing, Guid personId, DateOnly day) => showing.PersonId == personId && showing.On <= day;
}
