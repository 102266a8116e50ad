using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.FollowUps;

/// <summary>Something that has been overdue for so many working days of the team.</summary>
public sealed record EscalatedItem(FollowUpSummary Item, int WorkingDays);

/// <summary>What a team has left undone for too long, as of a day.</summary>
/// <param name="Late">Longest overdue first.</param>
/// <param name="DueBy">What was due on this day or before is on the list.</param>
/// <param name="Colleagues">Who can take something over.</param>
public sealed record Escalated(IReadOnlyList<EscalatedItem> Late, DateOnly DueBy, DateOnly Today, IReadOnlyList<Specialist> Colleagues)
{
    public IEnumerable<FollowUpSummary> Items => Late.Select(late => late.Item);
}

/// <summary>The team lead's list: overdue by so many working days of the team that somebody should ask.</summary>
public sealed class Escalations(ICrmStore store, LondonClock clock, ScheduleBook book, FollowUpOptions options)
{
    public Task<Outcome<Escalated>> OfTeamAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<Escalated>>(
            async session =>
            {
                if (actor is not { TeamId: { } teamId, Role: Role.TeamLead })
                    return RefusalReason.NotAllowed;
                var calendar = await book.CalendarAsync(session, teamId);
                var dueBy = DueBy(calendar, today, options.EscalateAfterWorkingDays);
                var days = new Dictionary<DateOnly, int>();
                var late = (await session.FollowUps.DueOfTeamAsync(teamId, dueBy)).Select(item => new EscalatedItem(item, Overdue(days, calendar, item.DueOn!.Value, today)));
                return new Escalated([.. late], dueBy, today, await Colleagues.OfAsync(session, teamId, today));
            },
            cancellationToken);
    }

    /// <summary>What was due by then is overdue by so many working days. On a day off the list is that of the last working day: nothing got later since.</summary>
    public static DateOnly DueBy(TeamCalendar calendar, DateOnly today, int workingDays)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var last = calendar.IsWorkingDay(today) ? today : calendar.AddWorkingDays(today, -1);
        return calendar.AddWorkingDays(last, 1 - workingDays).AddDays(-1);
    }

    private static int Overdue(Dictionary<DateOnly, int> days, TeamCalendar calendar, DateOnly due, DateOnly today) =>
        days.TryGetValue(due, out var count) ? count : days[due] = calendar.WorkingDaysAfter(due, today);
}
