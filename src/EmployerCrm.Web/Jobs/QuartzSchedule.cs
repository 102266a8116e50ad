using System.Collections.Concurrent;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Web.Hosting;
using Quartz;

namespace EmployerCrm.Web.Jobs;

/// <summary>
/// Quartz, in memory, on every node; no other file sees it. It gives the rhythm in which this node looks, the threads on which jobs run beside one another,
/// and an orderly end. What is due it does not decide: its triggers know nothing of runs that other nodes made, of weeks in which no node ran, and of a
/// Development clock that jumps. <see cref="JobClock"/> knows, from the clock of the service and the rows of the store, and so a misfired look costs nothing.
/// </summary>
internal static class QuartzSchedule
{
    private const string Scheduler = "EmployerCrm";

    public static void AddQuartzSchedule(this WebApplicationBuilder builder, JobSettings settings)
    {
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        if (!settings.Enabled)
            return;
        builder.Services.AddSingleton<Underway>();
        builder.Services.AddQuartz(Scheduler, quartz =>
        {
            quartz.UseInMemoryStore();
            // Real time, whatever the clock of the service shows; to a scheduler without a name this would be given as the clock of the whole host.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.ScheduleJob<Look>(trigger => trigger
                .StartNow()
                .WithSimpleSchedule(look => look.WithInterval(settings.LookEvery).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
            quartz.AddJob<Run>(run => run.WithIdentity(Run.Key).StoreDurably());
        });
        builder.Services.AddQuartzHostedService(Scheduler, hosted => hosted.WaitForJobsToComplete = true);
    }

    /// <summary>The jobs that this node runs now: none is begun a second time beside itself.</summary>
    private sealed class Underway
    {
        private readonly ConcurrentDictionary<string, DueRun> _runs = new(StringComparer.Ordinal);

        public bool Begin(DueRun run) => _runs.TryAdd(run.Job.Name, run);

        public DueRun? Of(string job) => _runs.GetValueOrDefault(job);

        public void End(DueRun run) => _runs.TryRemove(run.Job.Name, out _);
    }

    /// <summary>Asks what is due, and begins what this node does not run yet.</summary>
    [DisallowConcurrentExecution]
    private sealed class Look(JobClock jobs, Underway underway, JobStandings standings, JobMetrics metrics, ILogger<Look> logger) : Quartz.IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                foreach (var due in await jobs.DueAsync(cancellationToken))
                {
                    if (underway.Begin(due))
                        await context.Scheduler.TriggerJob(Run.Key, new JobDataMap { [Run.Job] = due.Job.Name }, cancellationToken);
                }

                metrics.Late = (await standings.LateAsync(cancellationToken)).Count;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                logger.JobLookFailed(failure.GetType().FullName);
            }
        }
    }

    /// <summary>Runs one job, on a thread of the scheduler.</summary>
    private sealed class Run(JobClock jobs, Underway underway, ILogger<Run> logger) : Quartz.IJob
    {
        public const string Job = "job";

        public static readonly JobKey Key = new("run");

        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            if (underway.Of(context.MergedJobDataMap.GetString(Job)!) is not { } due)
                return;
            try
            {
                await jobs.RunAsync(due, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                logger.JobLookFailed(failure.GetType().FullName);
            }
            finally
            {
                underway.End(due);
            }
        }
    }
}
