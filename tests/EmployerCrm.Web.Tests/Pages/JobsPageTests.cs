using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Web.Pages.Admin;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Web.Tests.Pages;

/// <summary>The page about jobs, as an admin uses it.</summary>
public sealed partial class JobsPageTests
{
    private static readonly string[] Scheduled = ["--Jobs:Enabled=true"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_an_admin_asks_for_is_made_by_the_host_and_shown_with_its_counts()
    {
        await using var host = await PagesHost.StartAsync(Scheduled);
        using var admin = await host.SignedInAsync(host.Cal);

        var asked = await admin.SubmitAsync("/admin/jobs", "/admin/jobs/engagement-decay/run");
        Assert.Equal("/admin/jobs?said=JobAsked#engagement-decay", asked.To);
        Assert.Contains("It begins within a few seconds.", (await admin.GetAsync("/admin/jobs?said=JobAsked")).Text, StringComparison.Ordinal);
        var run = await EndedAsync(host, run => run.Job == "engagement-decay" && run.AskedById == host.Cal.Id);

        Assert.Equal(JobRunState.Done, run.State);
        var page = (await admin.GetAsync("/admin/jobs")).Text;
        Assert.Contains("asked for by Cal Moss", page, StringComparison.Ordinal);
        Assert.Contains("0 found, 0 done", page, StringComparison.Ordinal);
        Assert.Contains("Every day at 01:30", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_shown_by_its_type_and_number_and_the_log_has_the_number_and_not_the_message()
    {
        await using var host = await PagesHost.StartAsync(Scheduled, services => services.AddSingleton<IJob, Failing>());
        using var admin = await host.SignedInAsync(host.Cal);

        var run = await EndedAsync(host, run => run is { Job: "failing", Reference: not null });
        var page = (await admin.GetAsync("/admin/jobs")).Text;

        Assert.Contains($"TimeoutException, error {run.Reference} in the log", page, StringComparison.Ordinal);
        Assert.Contains("Failed, is made again", page, StringComparison.Ordinal);
        Assert.Contains(run.Reference!, host.Host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dorota", host.Host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dorota", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_job_says_who_paused_it_and_goes_on_when_an_admin_says_so()
    {
        await using var host = await PagesHost.StartAsync();
        using var admin = await host.SignedInAsync(host.Cal);

        var paused = await admin.SubmitAsync("/admin/jobs", "/admin/jobs/forgetting/pause");
        await admin.SubmitAsync("/admin/jobs", "/admin/jobs/forgetting/pause");
        var page = (await admin.GetAsync(paused.To!)).Text;
        Assert.Matches("Paused since [^<]+ by Cal Moss", page);
        Assert.Contains("The job is paused, on every host.", page, StringComparison.Ordinal);
        Assert.Equal(host.Cal.Id, Assert.Single(await host.ReadAsync(session => session.Jobs.PausesAsync())).PausedById);

        Assert.Equal("/admin/jobs?said=JobResumed#forgetting", (await admin.SubmitAsync("/admin/jobs", "/admin/jobs/forgetting/resume")).To);
        Assert.Empty(await host.ReadAsync(session => session.Jobs.PausesAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.SubmitAsync("/admin/jobs", "/admin/jobs/no-such-job/pause")).Status);
    }

    [Fact]
    public async Task The_page_shows_thirty_runs_as_a_picture_and_the_same_as_a_table()
    {
        await using var host = await PagesHost.StartAsync();
        using var admin = await host.SignedInAsync(host.Cal);
        var ids = host.Service<Core.Ids>();
        await host.WriteAsync(async session =>
        {
            for (var day = 1; day <= 40; day++)
            {
                var due = host.Clock.Now.AddDays(-day);
                await session.Jobs.AddAsync(new JobRun
                {
                    Id = ids.New(), Job = "derived-facts", DueAt = due, State = JobRunState.Done, Lease = ids.New(), LeaseUntil = due, Attempts = 1, StartedAt = due,
                    EndedAt = due.AddSeconds(day), FoundCount = day, DoneCount = day,
                });
            }
        });

        var page = (await admin.GetAsync("/admin/jobs")).Text;
        var card = page[page.IndexOf("id=\"derived-facts\"", StringComparison.Ordinal)..page.IndexOf("id=\"engagement-decay\"", StringComparison.Ordinal)];
        Assert.Equal(30, Bar().Count(card));
        Assert.Equal(30, Row().Count(card));
        Assert.Contains("The latest 30 runs", card, StringComparison.Ordinal);
        Assert.Contains("1 found, 1 done, 1.0 s", card.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_job_has_its_words_in_both_languages()
    {
        await using var host = await PagesHost.StartAsync();
        foreach (var language in new[] { "en-GB", "cy" })
        {
            var before = CultureInfo.CurrentUICulture;
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            Assert.All(host.Service<JobList>().All, job => Assert.NotEqual(job.Name, JobWords.Title(job.Name)));
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static async Task<JobRun> EndedAsync(PagesHost host, Predicate<JobRun> which)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            foreach (var job in host.Service<JobList>().All)
            {
                if ((await host.ReadAsync(session => session.Jobs.LatestAsync(job.Name, 10))).FirstOrDefault(run => which(run) && run.State is not (JobRunState.Waiting or JobRunState.Running)) is { } found)
                    return found;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(30), host.Host.Log.Text);
            await Task.Delay(50, Token);
        }
    }

    [GeneratedRegex("<i class=\"done\"", RegexOptions.None, 1000)]
    private static partial Regex Bar();

    [GeneratedRegex("<th scope=\"row\">", RegexOptions.None, 1000)]
    private static partial Regex Row();

    private sealed class Failing : IJob
    {
        public string Name => "failing";

        public JobTiming Timing { get; } = new JobTiming.Every(TimeSpan.FromHours(1));

        public Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken) => throw new TimeoutException("Dorota did not answer");
    }
}
