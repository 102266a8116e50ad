using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Statements;

/// <summary>Calls everything that finds who is to be told what.</summary>
internal static class DigestCalls
{
    public static async Task<bool> RunAsync(ICrmSession session, Rows rows)
    {
        var day = DateOnly.FromDateTime(Rows.Now.UtcDateTime);
        await session.Digests.ReachableAsync(day);
        await session.Digests.ToldAsync(OutboxKinds.Digest, day);
        await session.Digests.PlannedAtTimesAsync(day, new TimeOnly(9, 0), TimeOnly.MaxValue);
        await session.Digests.PlannedNotToldAsync(day, day, OutboxKinds.VisitQuestion);
        await session.Digests.ToConfirmAsync(rows.Specialist.Id, Weeks.StartOf(day));
        await session.Digests.TeamWeekAsync(rows.Team.Id, Weeks.StartOf(day), day);
        await session.Digests.CountDueOfTeamAsync(rows.Team.Id, day);
        await session.Digests.QuietOfTeamAsync(rows.Team.Id, day.AddYears(1), 3);
        return true;
    }
}
