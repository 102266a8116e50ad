using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Store.Tests.Support;

/// <summary>One visit as a chat turn stores it: everything that belongs to it in one transaction.</summary>
internal static class Turn
{
    public static Task<Guid> LogVisitAsync(CrmStore store, Rows rows)
    {
        var visit = rows.Visit();
        var (followUp, entry, step) = (rows.FollowUp(visit.On) with { VisitId = visit.Id }, rows.Entry(visit.Id), rows.Step(visit.Id));
        var received = rows.Received(visit.Id.ToString());
        return store.Write(async session =>
        {
            await session.Conversations.AddAsync(received);
            await session.Visits.AddAsync(visit);
            await session.FollowUps.AddAsync(followUp);
            await session.Visits.CountAsync(visit.SpecialistId, Weeks.StartOf(visit.On), WeekTally.Of(visit));
            await session.Employers.CountActivityAsync(visit.EmployerId, visit.SpecialistId, visit.On, visit.Channel == Channel.InPerson);
            await EngagementUpkeep.ApplyAsync(
                session, new EvidenceChange(visit.EmployerId, Evidence.ByDay(Evidence.Of(visit)), LevelReason.Contact, visit.TeamId), new EngagementOptions(), Rows.Now);
            await session.Audit.AddAsync(entry, []);
            await session.Undo.AddAsync(step);
            return visit.Id;
        });
    }
}
