using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Digest;

/// <summary>One of the team in a week that is over.</summary>
public sealed record MemberWeek(string Name, WeekProgress Progress);

/// <summary>A team's last week, and what its lead should know on Monday.</summary>
/// <param name="WeekStart">The Monday of the week told of.</param>
/// <param name="Unreachable">Who would miss whatever the bot sends unasked.</param>
/// <param name="Overdue">Open follow-ups of the team due before today.</param>
/// <param name="Escalated">How many of them for so many working days that somebody should ask.</param>
/// <param name="QuietSince">The day since when there was nothing with the quiet employers.</param>
public sealed record LeadOverview(
    string TeamName, DateOnly WeekStart, DateOnly Today, IReadOnlyList<MemberWeek> Members, IReadOnlyList<UnreachablePerson> Unreachable, int Overdue, int Escalated, int Quiet,
    IReadOnlyList<string> QuietNames, DateOnly QuietSince);

/// <summary>What the lead of a team reads on Monday.</summary>
public sealed class LeadOverviews(ICrmStore store, LondonClock clock, ScheduleBook book, FidelityOptions fidelity, FollowUpOptions options)
{
    private const int QuietForDays = 56;
    private const int MostQuietNames = 3;

    /// <summary>For delivery in the week that begins then; null where the person does not lead a team any more, or that week is over.</summary>
    public async Task<LeadOverview?> ForDeliveryAsync(Specialist person, DateOnly weekStart, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var today = clock.Today;
        return person.Role == Role.TeamLead && Weeks.StartOf(today) == weekStart
            ? await store.ReadAsync(session => OfAsync(session, person.TeamId, weekStart.AddDays(-7), today), cancellationToken)
            : null;
    }

    private async Task<LeadOverview> OfAsync(ICrmSession session, Guid teamId, DateOnly week, DateOnly today)
    {
        var calendar = await book.CalendarAsync(session, teamId);
        var members = await session.Digests.TeamWeekAsync(teamId, week, today);
        var unreachable = await session.Conversations.UnreachableAsync(teamId, today);
        var since = today.AddDays(-QuietForDays);
        var quiet = await session.Digests.QuietOfTeamAsync(teamId, since, MostQuietNames);
        return new LeadOverview(
            (await session.People.TeamAsync(teamId))!.Name, week, today, [.. members.Select(member => Of(member, week))],
            [.. unreachable.GroupBy(row => row.SpecialistId).Select(ended => ended.Last())],
            await session.Digests.CountDueOfTeamAsync(teamId, today.AddDays(-1)),
            await session.Digests.CountDueOfTeamAsync(teamId, calendar.AddWorkingDays(today, -options.EscalateAfterWorkingDays)),
            quiet.Count, quiet.Names, since);
    }

    private MemberWeek Of(TeamMemberWeek member, DateOnly week)
    {
        var tally = new WeekTally
        {
            All = member.All, Counted = member.Counted, ToConfirm = member.ToConfirm, DecisionMakers = member.DecisionMakers, DecisionMakersToConfirm = member.DecisionMakersToConfirm,
        };
        return new MemberWeek(member.Name, WeekProgress.Of(week, tally, WeeklyTarget.Of(member.WeeklyTarget, member.JobSeekers), fidelity));
    }
}
