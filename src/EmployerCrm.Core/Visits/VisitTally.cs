using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Visits;

/// <summary>Keeps the derived counts in step with the visits.</summary>
internal static class VisitTally
{
    public static async Task AddAsync(ICrmSession session, Visit visit)
    {
        if (visit.State != VisitState.Held)
            return;
        await session.Visits.CountAsync(visit.SpecialistId, Weeks.StartOf(visit.On), InPerson(visit), 1);
        await session.Employers.CountActivityAsync(visit.EmployerId, visit.SpecialistId, visit.On, visit.Channel == Channel.InPerson);
    }

    /// <summary>Counts a visit as it is now in the store in place of what it was; the employer is the same.</summary>
    public static async Task ReplaceAsync(ICrmSession session, Visit before, Visit after)
    {
        if (before.State == VisitState.Held)
            await session.Visits.CountAsync(before.SpecialistId, Weeks.StartOf(before.On), -InPerson(before), -1);
        if (after.State == VisitState.Held)
            await session.Visits.CountAsync(after.SpecialistId, Weeks.StartOf(after.On), InPerson(after), 1);
        await session.Employers.RecountActivityAsync(after.EmployerId, after.SpecialistId);
    }

    /// <summary>Takes back a visit that has been removed from the store already.</summary>
    public static async Task RemoveAsync(ICrmSession session, Visit visit)
    {
        if (visit.State != VisitState.Held)
            return;
        await session.Visits.CountAsync(visit.SpecialistId, Weeks.StartOf(visit.On), -InPerson(visit), -1);
        await session.Employers.RecountActivityAsync(visit.EmployerId, visit.SpecialistId);
    }

    public static async Task<WeekProgress> ProgressAsync(ICrmSession session, Specialist specialist, DateOnly day)
    {
        var week = Weeks.StartOf(day);
        var count = await session.Visits.WeeklyCountAsync(specialist.Id, week);
        return new WeekProgress(week, count.InPerson, count.All, specialist.WeeklyTarget);
    }

    private static int InPerson(Visit visit) => visit.Channel == Channel.InPerson ? 1 : 0;
}
