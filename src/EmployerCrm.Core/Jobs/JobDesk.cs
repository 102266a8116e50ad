using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Jobs;

/// <summary>Every job by name, and the names of those who may have asked for a run or paused one.</summary>
/// <param name="At">When this was so, UTC.</param>
public sealed record JobsOverview(IReadOnlyList<JobStanding> Jobs, IReadOnlyDictionary<Guid, string> People, DateTimeOffset At);

/// <summary>What admins see and do about jobs. What they ask for stands in the store, so that whichever node looks next does it.</summary>
public sealed class JobDesk(ICrmStore store, LondonClock clock, Ids ids, JobList jobs, JobStandings standings)
{
    private const string AuditKind = "job";

    public Task<Outcome<JobsOverview>> ShowAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        return store.ReadAsync(Body, cancellationToken);

        async Task<Outcome<JobsOverview>> Body(ICrmSession session)
        {
            if (!actor.Administers)
                return RefusalReason.NotAllowed;
            var people = await PeopleNames.OfAsync(session);
            return new JobsOverview(await standings.AllAsync(session, now), people, now);
        }
    }

    /// <summary>Asks for a run now, beside those of the clock and of a paused job too; one that waits or runs already is not asked for twice.</summary>
    public Task<Outcome<JobStanding>> RunNowAsync(Actor actor, string job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        var run = new JobRun
        {
            Id = ids.New(), Job = job, DueAt = now, State = JobRunState.Waiting, Lease = ids.New(), LeaseUntil = now, Attempts = 0, StartedAt = now, AskedById = actor.SpecialistId,
        };
        return ChangeAsync(actor, job, "job-asked", run.Id, now, Body, cancellationToken);

        async Task<bool> Body(ICrmSession session)
        {
            if ((await session.Jobs.UnfinishedAsync()).Any(other => other.Job == job && other.State is JobRunState.Waiting or JobRunState.Running && !other.IsAheadOf(now)))
                return false;
            await session.Jobs.AddAsync(run);
            return true;
        }
    }

    /// <summary>Lets the job's moments pass without a run, on every node.</summary>
    public Task<Outcome<JobStanding>> PauseAsync(Actor actor, string job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        var pause = new JobPause { Id = ids.New(), Job = job, PausedAt = now, PausedById = actor.SpecialistId };
        return ChangeAsync(actor, job, "job-paused", pause.Id, now, Body, cancellationToken);

        async Task<bool> Body(ICrmSession session)
        {
            if ((await session.Jobs.PausesAsync()).Any(other => other.Job == job))
                return false;
            await session.Jobs.AddAsync(pause);
            return true;
        }
    }

    /// <summary>Lets a paused job go on: its latest moment is run if nobody ran it, earlier ones are not made up for.</summary>
    public Task<Outcome<JobStanding>> ResumeAsync(Actor actor, string job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return ChangeAsync(actor, job, "job-resumed", ids.New(), clock.Now, session => session.Jobs.ResumeAsync(job), cancellationToken);
    }

    /// <summary>Makes a change that is audited.</summary>
    /// <param name="change">Tells whether it changed anything.</param>
    private Task<Outcome<JobStanding>> ChangeAsync(
        Actor actor, string name, string action, Guid recordId, DateTimeOffset now, Func<ICrmSession, Task<bool>> change, CancellationToken cancellationToken)
    {
        var auditId = ids.New();
        return store.WriteAsync(Body, cancellationToken);

        async Task<Outcome<JobStanding>> Body(ICrmSession session)
        {
            if (!actor.Administers)
                return RefusalReason.NotAllowed;
            if (jobs.Named(name) is not { } job)
                return RefusalReason.NotFound;
            if (await change(session))
                await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, action, AuditKind, recordId), [new AuditValue { AuditId = auditId, Field = "job", NewValue = name }]);
            var pause = (await session.Jobs.PausesAsync()).FirstOrDefault(other => other.Job == name);
            return await standings.OfAsync(session, job, pause, now);
        }
    }
}
