using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>
/// What the user of the local chat client finds: three visits in person this week (as far as the week has had working days), and something open in
/// every part of the due list.
/// </summary>
internal static class AlexsDesk
{
    private const int VisitsThisWeek = 3;

    public static IReadOnlyList<Visit> Visits(SampleSource source, SampleDiary diary)
    {
        var thisWeek = Weeks.StartOf(source.Today);
        var days = diary.WorkingDays.OfWeek(thisWeek).Where(day => day < source.Today).ToList();
        var visits = diary.Before(thisWeek).ToList();
        if (days.Count > 0)
            visits.AddRange(Enumerable.Range(0, VisitsThisWeek).Select(i => diary.Held(days[i % days.Count], Channel.InPerson) with { ClientId = null }).OrderBy(visit => visit.LoggedAt));
        if (days.Count > 1)
            visits.Add(diary.Held(days[^1], Channel.Phone));
        visits.AddRange(diary.Planned(2));
        return visits;
    }

    public static IReadOnlyList<FollowUp> FollowUps(SampleSource source, IReadOnlyList<Visit> visits, IReadOnlyList<SampleEmployer> employers)
    {
        var settled = SampleFollowUps.Of(source, visits, employers).Where(followUp => followUp.State is FollowUpState.Done);
        return [.. settled, .. Open(source, visits, employers)];
    }

    private static IEnumerable<FollowUp> Open(SampleSource source, IReadOnlyList<Visit> visits, IReadOnlyList<SampleEmployer> employers)
    {
        var byId = employers.ToDictionary(employer => employer.Employer.Id);
        var used = new HashSet<Guid>();
        foreach (var due in Dues(source.Today))
        {
            var madeBefore = due is null || due >= source.Today ? source.Today : due.Value;
            var visit = visits
                .Where(visit => visit.State is VisitState.Held && visit.On < madeBefore && !used.Contains(visit.EmployerId))
                .MaxBy(visit => visit.LoggedAt)!;
            used.Add(visit.EmployerId);
            yield return SampleFollowUps.Promise(source, visit, byId[visit.EmployerId], due);
        }
    }

    /// <summary>Two overdue, two today, one tomorrow, one later this week where there is a later, the rest after it, one without a date.</summary>
    private static IEnumerable<DateOnly?> Dues(DateOnly today)
    {
        var sunday = Weeks.EndOf(today);
        yield return WorkingDayBefore(today.AddDays(-12));
        yield return WorkingDayBefore(today.AddDays(-1));
        yield return today;
        yield return today;
        yield return today.AddDays(1);
        if (today.AddDays(2) <= sunday)
            yield return Earlier(sunday.AddDays(-2), notBefore: today.AddDays(2));
        else
            yield return sunday.AddDays(4);
        yield return sunday.AddDays(2);
        yield return sunday.AddDays(16);
        yield return null;
    }

    private static DateOnly WorkingDayBefore(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Monday => day.AddDays(-3),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day.AddDays(-1),
    };

    private static DateOnly Earlier(DateOnly day, DateOnly notBefore) => day < notBefore ? notBefore : day;
}
