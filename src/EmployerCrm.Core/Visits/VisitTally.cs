using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Visits;

/// <summary>Keeps the derived counts, and the employer's level, in step with the visits.</summary>
internal static class VisitTally
{
    public static async Task AddAsync(ICrmSession session, Visit visit, FidelityOptions fidelity, DateTimeOffset now)
    {
        if (visit.State != VisitState.Held)
            return;
        await session.Visits.CountAsync(visit.SpecialistId, Weeks.StartOf(visit.On), WeekTally.Of(visit));
        await session.Employers.CountActivityAsync(visit.EmployerId, visit.SpecialistId, visit.On, visit.Channel == Channel.InPerson);
        await EvidenceAsync(session, null, visit, fidelity, now);
    }

    /// <summary>Counts a visit as it is now in the store in place of what it was.</summary>
    public static async Task ReplaceAsync(ICrmSession session, Visit before, Visit after, FidelityOptions fidelity, DateTimeOffset now)
    {
        var (weekBefore, weekAfter) = (Weeks.StartOf(before.On), Weeks.StartOf(after.On));
        if (weekBefore == weekAfter && before.SpecialistId == after.SpecialistId)
        {
            await CountAsync(session, after, WeekTally.Of(after) - WeekTally.Of(before));
        }
        else
        {
            await CountAsync(session, before, WeekTally.None - WeekTally.Of(before));
            await CountAsync(session, after, WeekTally.Of(after));
        }

        if (Activity(before) != Activity(after))
        {
            await session.Employers.RecountActivityAsync(after.EmployerId, after.SpecialistId);
            if (before.EmployerId != after.EmployerId)
                await session.Employers.RecountActivityAsync(before.EmployerId, before.SpecialistId);
        }

        await EvidenceAsync(session, before, after, fidelity, now);
    }

    /// <summary>Takes back a visit that has been removed from the store already.</summary>
    public static async Task RemoveAsync(ICrmSession session, Visit visit, FidelityOptions fidelity, DateTimeOffset now)
    {
        if (visit.State != VisitState.Held)
            return;
        await CountAsync(session, visit, WeekTally.None - WeekTally.Of(visit));
        await session.Employers.RecountActivityAsync(visit.EmployerId, visit.SpecialistId);
        await EvidenceAsync(session, visit, null, fidelity, now);
    }

    public static async Task<WeekProgress> ProgressAsync(ICrmSession session, Specialist specialist, DateOnly day, FidelityOptions fidelity)
    {
        var week = Weeks.StartOf(day);
        var tally = await session.Visits.WeekTallyAsync(specialist.Id, week);
        var target = WeeklyTarget.Of(specialist.WeeklyTarget, await session.Clients.JobSeekersOfOwnerAsync(specialist.Id, day));
        return WeekProgress.Of(week, tally, target, fidelity);
    }

    private static Task CountAsync(ICrmSession session, Visit visit, WeekTally change) =>
        change == WeekTally.None ? Task.CompletedTask : session.Visits.CountAsync(visit.SpecialistId, Weeks.StartOf(visit.On), change);

    private static async Task EvidenceAsync(ICrmSession session, Visit? before, Visit? after, FidelityOptions fidelity, DateTimeOffset now)
    {
        if (before is not null && after is not null && before.EmployerId != after.EmployerId)
        {
            await EvidenceAsync(session, before, null, fidelity, now);
            await EvidenceAsync(session, null, after, fidelity, now);
            return;
        }

        var difference = Evidence.Difference(before is null ? [] : Evidence.Of(before), after is null ? [] : Evidence.Of(after));
        var because = before?.State == VisitState.Held ? LevelReason.Corrected : LevelReason.Contact;
        var visit = after ?? before!;
        await EngagementUpkeep.ApplyAsync(session, new EvidenceChange(visit.EmployerId, difference, because, visit.TeamId), fidelity.Engagement, now);
    }

    private static (Guid Employer, Guid Specialist, bool Held, bool InPerson, DateOnly On) Activity(Visit visit) =>
        (visit.EmployerId, visit.SpecialistId, visit.State == VisitState.Held, visit.Channel == Channel.InPerson, visit.On);
}
