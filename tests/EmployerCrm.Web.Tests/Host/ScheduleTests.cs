using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EmployerCrm.Core;
using EmployerCrm.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Web.Tests.Host;

/// <summary>The host with its schedule at work.</summary>
public sealed class ScheduleTests
{
    private static readonly string[] Scheduled = ["--Jobs:Enabled=true"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_job_runs_when_the_host_starts_and_again_after_the_clock_was_moved_by_a_week_once()
    {
        await using var host = await RunningHost.StartAsync("Development", Scheduled, Token);
        var jobs = host.Services.GetRequiredService<JobList>().All;
        await DoneAsync(host, 1);

        using var moved = await host.Client.PostAsJsonAsync("/dev/clock", new { offset = "7.00:00:00" }, Token);
        await DoneAsync(host, 2);

        Assert.True(jobs.Count >= 4);
        foreach (var job in jobs.Where(job => job.Timing.Interval >= TimeSpan.FromDays(1)))
            Assert.Equal(2, (await RunsAsync(host, job)).Count);
        Assert.Equal("on time", (string?)(await host.Client.GetFromJsonAsync<JsonObject>("/healthz/ready", Token))!["jobs"]);
    }

    [Fact]
    public async Task Jobs_that_have_not_run_for_twice_their_time_make_the_host_degraded_and_are_named()
    {
        await using var host = await RunningHost.StartAsync(Token);
        using var moved = await host.Client.PostAsJsonAsync("/dev/clock", new { offset = "1.23:59:00" }, Token);
        var soon = await host.Client.GetFromJsonAsync<JsonObject>("/healthz/ready", Token);
        using var again = await host.Client.PostAsJsonAsync("/dev/clock", new { offset = "2.00:01:00" }, Token);
        var late = await host.Client.GetFromJsonAsync<JsonObject>("/healthz/ready", Token);

        Assert.DoesNotContain("engagement-decay", (string?)soon!["jobs"]);
        Assert.Equal("degraded", (string?)late!["status"]);
        Assert.StartsWith("late: derived-facts, engagement-decay, forgetting", (string?)late["jobs"], StringComparison.Ordinal);
    }

    /// <summary>Waits until every job has so many runs that are done.</summary>
    private static async Task DoneAsync(RunningHost host, int runs)
    {
        var start = TimeProvider.System.GetTimestamp();
        foreach (var job in host.Services.GetRequiredService<JobList>().All)
        {
            while ((await RunsAsync(host, job)).Count(run => run.State is JobRunState.Done) < runs)
            {
                Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"{job.Name} has not run: {host.Log.Text}");
                await Task.Delay(50, Token);
            }
        }
    }

    private static Task<IReadOnlyList<JobRun>> RunsAsync(RunningHost host, IJob job) =>
        host.Services.GetRequiredService<ICrmStore>().ReadAsync(session => session.Jobs.LatestAsync(job.Name, 10), Token);
}
