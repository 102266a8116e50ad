using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.FollowUps;

/// <summary>What a team has left undone for too long, as of a day.</summary>
/// <param name="DueBy">What was due on this day or before is on the list.</param>
public sealed record Escalated(IReadOnlyList<FollowUpSummary> Items, DateOnly DueBy, DateOnly Today);

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
                var dueBy = calendar.AddWorkingDays(today, -options.EscalateAfterWorkingDays);
                return new Escalated(await session.FollowUps.DueOfTeamAsync(teamId, dueBy), dueBy, today);
            },
            cancellationToken);
    }
}
