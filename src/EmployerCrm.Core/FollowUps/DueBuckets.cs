using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.FollowUps;

/// <summary>When something is owed, seen from today.</summary>
public enum DueBucket
{
    Overdue,
    Today,
    Tomorrow,

    /// <summary>After tomorrow and no later than this week's Sunday.</summary>
    ThisWeek,
    Later,
    NoDate,
}

/// <summary>The one due-state function, for queries, cards and reports. Both dates are dates in London.</summary>
public static class DueBuckets
{
    public static DueBucket Of(DateOnly? dueOn, DateOnly today)
    {
        if (dueOn is not { } due)
            return DueBucket.NoDate;
        if (due < today)
            return DueBucket.Overdue;
        if (due == today)
            return DueBucket.Today;
        if (due == today.AddDays(1))
            return DueBucket.Tomorrow;
        return due <= Weeks.EndOf(today) ? DueBucket.ThisWeek : DueBucket.Later;
    }
}
