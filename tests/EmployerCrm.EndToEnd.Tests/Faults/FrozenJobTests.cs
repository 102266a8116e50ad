using EmployerCrm.EndToEnd.Tests.Scenes;
using EmployerCrm.EndToEnd.Tests.Soak;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Faults;

/// <summary>
/// Two hosts on one store, one of which stands still for longer than its lease in the middle of a sweep that takes its time, and goes on: the other has taken
/// the run over, and what it wrote down is not written over.
/// </summary>
[Collection(nameof(Alone))]
public sealed class FrozenJobTests(SampleDatabase sample) : OwnStoreTests(sample)
{
    private const string Job = "receipts-for-old-cards";
    private const string Runs = "select id, state, lease, attempts, started_at, ended_at, found_count, done_count from job_runs where job = '" + Job + "'";
    private const string Unfinished = "select count(*) from sent_cards where receipt_at is null";
    private const int Cards = 120;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Two minutes where there is time, else a few seconds under a shorter lease.</summary>
    private static readonly TimeSpan Freeze = Machine.RunsLongTests ? TimeSpan.FromSeconds(125) : TimeSpan.FromSeconds(6);

    private static Dictionary<string, string> Settings
    {
        get
        {
            var settings = new Dictionary<string, string> { ["Bot__ConnectorRetries"] = "0", ["Jobs__LookEvery"] = "00:00:00.2" };
            if (!Machine.RunsLongTests)
                settings["Jobs__Lease"] = "00:00:04";
            return settings;
        }
    }

    [Fact(Timeout = 600_000)]
    public async Task A_sweep_that_stood_still_is_taken_over_and_when_it_goes_on_writes_nothing_over_and_repeats_nothing()
    {
        Assert.SkipUnless(Machine.RunsSoak, "Takes a minute; set EMPLOYERCRM_TEST_SOAK=1 to run it, or EMPLOYERCRM_TEST_LONG=1 for the full two minutes.");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Processes are frozen with signals.");
        await using var frozen = await CrmHost.StartAsync(Database, Settings, Cancellation);
        await using var steady = await CrmHost.StartAsync(Database, Settings, Cancellation);
        await UntilAsync(async () => await StoredFacts.CountAsync(Database, "select count(*) - sum(state = 'Done') from job_runs", Cancellation) == 0);
        // It looks on at first, so that the other has the sweep of the next hour.
        await FreezeOutsideWritesAsync(steady);
        var reached = await OutboxBook.ReachAsync(Database, Connector.ServiceUrl, Cancellation);
        await StoredFacts.OldCardsAsync(Database, reached, Cards, Cancellation);
        var all = await StoredFacts.CountAsync(Database, Unfinished, Cancellation);
        await frozen.MoveClockAsync("01:00:00", Cancellation);
        await Connector.WaitAsync(_ => Receipts().Count >= 3, Cancellation);
        await FreezeOutsideWritesAsync(frozen);
        Assert.InRange(Receipts().Count, 3, all - 40);
        var start = TimeProvider.System.GetTimestamp();
        await steady.ThawAsync();
        await steady.MoveClockAsync("01:00:00", Cancellation);
        await UntilAsync(async () => (await RunAsync())[1] == "Done" && TimeProvider.System.GetElapsedTime(start) > Freeze);
        var (before, receipts) = (await RunAsync(), Receipts().Count);
        Assert.Equal("2", before[3]);

        await frozen.ThawAsync();
        await frozen.SayAsync($"A run of the job {Job} was, or may have been, taken over by another node", Cancellation);
        Assert.Equal(before, await RunAsync());
        // What it had taken before it stood still, and the other left to it, and no more.
        Assert.InRange(Receipts().Count, receipts, all);

        // A lease on a card lasts half an hour.
        await frozen.MoveClockAsync("02:05:00", Cancellation);
        await steady.MoveClockAsync("02:05:00", Cancellation);
        await UntilAsync(async () => await StoredFacts.CountAsync(Database, Unfinished + " and sent_at < datetime('now', '-1 day')", Cancellation) == 0);
        await frozen.KillAsync();
        await steady.KillAsync();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{all} cards, frozen for {Freeze.TotalSeconds:F0} s with {all - receipts} left after the other's sweep, {Receipts().Count} receipts.");
        Assert.Equal(all, Receipts().DistinctBy(call => (call.ConversationId, call.ActivityId)).Count());
        Assert.InRange(Receipts().Count, all, all + 1);
    }

    private List<ConnectorCall> Receipts() => [.. Connector.Calls.Where(call => call is { Method: "PUT", Delivered: true })];

    /// <summary>The latest run of the sweep as it is stored.</summary>
    private async Task<string[]> RunAsync() => (await StoredFacts.LinesAsync(Database, Runs + " order by due_at desc limit 1", Cancellation))[0].Split('|');

    /// <summary>One that is frozen in the middle of a write holds up all others: that is what <see cref="StoreAwayTests"/> are about.</summary>
    private async Task FreezeOutsideWritesAsync(CrmHost host)
    {
        await host.FreezeAsync();
        while (await StoredFacts.IsBeingWrittenAsync(Database, Cancellation))
        {
            await host.ThawAsync();
            await Task.Delay(BetweenLooks, Cancellation);
            await host.FreezeAsync();
        }
    }
}
