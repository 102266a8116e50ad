using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Web.Jobs;

internal static class JobServices
{
    /// <summary>The frame in which jobs run, and those that belong to no part of their own. A part adds its jobs as <see cref="IJob"/>.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobList>();
        services.AddSingleton<JobMetrics>();
        services.AddSingleton<IJobWatch, JobWatch>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobClock>();
        services.AddSingleton<JobStandings>();
        services.AddSingleton<JobDesk>();
        services.AddSingleton<IJob, EngagementDecay>();
        services.AddSingleton<IJob, ScheduleExtension>();
        services.AddSingleton<IJob, Forgetting>();
        services.AddSingleton<IJob, DerivedFacts>();
        return services;
    }
}
