using System.Net;
using System.Net.Http.Json;
using EmployerCrm.EndToEnd.Tests.Scenes;
using EmployerCrm.EndToEnd.Tests.Soak;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Faults;

/// <summary>
/// Two hosts whose database is taken from them while they send and while jobs fall due: another process writes and does not end, or nothing can even be read.
/// They say so, lose nothing, and go on by themselves.
/// </summary>
[Collection(nameof(Alone))]
public sealed class StoreAwayTests(SampleDatabase sample) : OwnStoreTests(sample)
{
    /// <summary>A minute where there is time; a read fails after some ten seconds.</summary>
    private static readonly TimeSpan Away = Machine.RunsLongTests ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(14);

    private static readonly Dictionary<string, string> Settings = new() { ["Bot__ConnectorRetries"] = "0", ["Jobs__LookEvery"] = "00:00:00.2", ["Outbox__TeamsPerSecond"] = "15" };

    [Theory(Timeout = 600_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hosts_whose_database_was_busy_or_gone_say_so_and_go_on_where_they_were(bool gone)
    {
        Assert.SkipUnless(Machine.RunsSoak, "Takes a minute; set EMPLOYERCRM_TEST_SOAK=1 to run it, or EMPLOYERCRM_TEST_LONG=1 for the full minute without a database.");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Takes the locks of a Linux file.");
        await using var one = await CrmHost.StartAsync(Database, Settings, Cancellation);
        await using var two = await CrmHost.StartAsync(Database, Settings, Cancellation);
        using var admin = await AdminVisitor.SignInAsync(one.Address, Database, Cancellation);
        var reached = await OutboxBook.ReachAsync(Database, Connector.ServiceUrl, Cancellation);
        var all = await OutboxBook.FillAsync(Database, [.. reached.Select(person => person.Person)], Math.Max(10, 400 / reached.Count), Cancellation);
        await Connector.WaitAsync(_ => Tests().Count >= 30, Cancellation);

        var start = TimeProvider.System.GetTimestamp();
        await using (gone ? await HeldStore.GoneAsync(Database, Cancellation) : await HeldStore.BusyAsync(Database, Cancellation))
        {
            // So that jobs fall due.
            await one.MoveClockAsync("00:30:00", Cancellation);
            await two.MoveClockAsync("00:30:00", Cancellation);
            Assert.Equal("not ready", await HealthAsync(one));
            Assert.Equal("not ready", await HealthAsync(two));
            var page = await admin.ReadAsync("/admin/outbox", Cancellation);
            if (gone)
                Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
            else
                Assert.Matches("Something has waited for 3[01] min", page.Text);
            await UntilAsync(() => Task.FromResult(TimeProvider.System.GetElapsedTime(start) > Away));
        }

        await UntilAsync(async () => await HealthAsync(one) != "not ready" && await HealthAsync(two) != "not ready");
        await UntilAsync(async () => await CountAsync("select count(*) from outbox where kind = 'probe' and state in ('Waiting', 'Sending')") == 0);
        await UntilAsync(async () => await CountAsync("select count(*) from job_runs where ended_at is null") == 0);
        Assert.Equal(HttpStatusCode.OK, (await admin.ReadAsync("/admin/outbox", Cancellation)).Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.ReadAsync("/admin/jobs", Cancellation)).Status);
        if (gone || Machine.RunsLongTests)
            Assert.Contains("The outbox could not be looked after", one.Output + two.Output, StringComparison.Ordinal);
        await one.KillAsync();
        await two.KillAsync();

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{all} messages, {(gone ? "no database" : "no writes")} for {Away.TotalSeconds:F0} s, all done after {TimeProvider.System.GetElapsedTime(start).TotalSeconds:F0} s, {Tests().Count} delivered.");
        Assert.Equal([$"Sent|{all}"], await StoredFacts.LinesAsync(Database, "select state, count(*) from outbox where kind = 'probe' group by state", Cancellation));
        Assert.Equal(all, Tests().Count);
        Assert.Empty(await StoredFacts.LinesAsync(Database, "select job, due_at from job_runs group by job, due_at having count(*) > 1", Cancellation));
        Assert.Empty(await StoredFacts.LinesAsync(Database, "select job, state from job_runs where state not in ('Done', 'Superseded')", Cancellation));
        Assert.Equal(0, await CountAsync("select count(distinct job) - (select count(distinct job) from job_runs where state = 'Done') from job_runs"));
        Assert.Contains("No difference.", await CrmHost.RunAsync(["rebuild"], Database, Cancellation), StringComparison.Ordinal);
    }

    private List<ConnectorCall> Tests() => [.. Connector.Calls.Where(call => call.Delivered && call.Activity.Text?.StartsWith("This is a test", StringComparison.Ordinal) == true)];

    private static async Task<string> HealthAsync(CrmHost host)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        using var answer = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), Cancellation);
        var facts = await answer.Content.ReadFromJsonAsync<Facts>(Cancellation);
        Assert.Equal(facts!.Status == "not ready", answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        return facts.Status;
    }

    private Task<int> CountAsync(string sql) => StoredFacts.CountAsync(Database, sql, Cancellation);

    private sealed record Facts(string Status);
}
