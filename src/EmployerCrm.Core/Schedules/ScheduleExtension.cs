using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Schedules;

/// <summary>
/// Keeps what is owed for every job as its facts say on the day it is: of what has no end there is always a next time, and of a job whose last day was
/// recorded ahead nothing is owed once that day has come. Where everything is as it should be it changes nothing.
/// </summary>
public sealed class ScheduleExtension(ICrmStore store, LondonClock clock, Ids ids, SupportSchedules schedules) : IJob
{
    private const int AtOnce = 20;
    private static readonly Actor Service = Actor.System(Via.Job);

    public string Name => "schedule-extension";

    public JobTiming Timing { get; } = new JobTiming.DailyAt(new TimeOnly(2, 0));

    public async Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var placements = await store.ReadAsync(session => session.Placements.OwingAsync(today), cancellationToken);
        var changed = 0;
        foreach (var some in placements.Chunk(AtOnce))
        {
            var (now, rowKeys, auditKeys) = (clock.Now, schedules.NewKeys(), new RowKeys(ids));
            changed += await store.WriteAsync(session => ExtendAsync(session, some, now, rowKeys, auditKeys), cancellationToken);
        }

        return new JobResult(placements.Count, changed);
    }

    /// <summary>Returns of how many jobs something was changed.</summary>
    private async Task<int> ExtendAsync(ICrmSession session, IReadOnlyList<Guid> placementIds, DateTimeOffset now, RowKeys rowKeys, RowKeys auditKeys)
    {
        var changed = 0;
        auditKeys.Restart();
        rowKeys.Restart();
        foreach (var id in placementIds)
        {
            if (await session.Placements.PlacementAsync(id) is not { } placement || await session.Clients.ClientAsync(placement.ClientId) is not { } client)
                continue;
            var turn = new SupportTurn(session, Service, now, rowKeys);
            await schedules.SyncAsync(turn, placement, client);
            if (turn.Owed.Added.Count + turn.Owed.Changed.Count == 0)
                continue;
            await session.Audit.AddAsync(AuditEntry.Of(auditKeys.Next(), now, Service, "schedule-extended", "placement", id), []);
            changed++;
        }

        return changed;
    }
}
