using EmployerCrm.EndToEnd.Tests.Scenes;
using EmployerCrm.EndToEnd.Tests.Soak;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Faults;

/// <summary>
/// Two hosts on one store, one of which stands still for longer than its leases in the middle of its deliveries, and goes on: the other has done its work
/// meanwhile, nothing is lost, nothing goes out twice, and no row that has ended is written over.
/// </summary>
[Collection(nameof(Alone))]
public sealed class FrozenSenderTests(SampleDatabase sample) : OwnStoreTests(sample)
{
    private const string Rows = "select id, state, attempts, coalesce(lease, ''), coalesce(reason, ''), coalesce(ended_at, ''), version from outbox order by id";

    /// <summary>Two minutes where there is time, else a few seconds under shorter leases.</summary>
    private static readonly TimeSpan Freeze = Machine.RunsLongTests ? TimeSpan.FromSeconds(130) : TimeSpan.FromSeconds(9);

    private static Dictionary<string, string> Settings => Machine.RunsLongTests
        ? new() { ["Bot__ConnectorRetries"] = "0" }
        : new() { ["Bot__ConnectorRetries"] = "0", ["Outbox__ClaimLease"] = "00:00:03", ["Outbox__SendLease"] = "00:00:06" };

    [Fact(Timeout = 600_000)]
    public async Task What_a_frozen_host_had_in_hand_is_done_by_the_other_or_in_doubt_and_nothing_is_sent_twice_when_it_goes_on()
    {
        Assert.SkipUnless(Machine.RunsSoak, "Takes half a minute; set EMPLOYERCRM_TEST_SOAK=1 to run it, or EMPLOYERCRM_TEST_LONG=1 for the full two minutes.");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Processes are frozen with signals.");
        await using var frozen = await CrmHost.StartAsync(Database, Settings, Cancellation);
        await using var steady = await CrmHost.StartAsync(Database, Settings, Cancellation);
        using var admin = await AdminVisitor.SignInAsync(steady.Address, Database, Cancellation);
        // It looks on at first, so that the other has calls on their way.
        await steady.FreezeAsync();
        var reached = await OutboxBook.ReachAsync(Database, Connector.ServiceUrl, Cancellation);
        var people = reached.Select(one => one.Person).ToList();
        var all = await OutboxBook.FillAsync(Database, people, Math.Max(10, 400 / people.Count), Cancellation);

        await Connector.WaitAsync(calls => calls.Count >= 40, Cancellation);
        var answered = new TaskCompletionSource();
        Connector.Otherwise = () => ConnectorAnswer.After(answered.Task);
        await UntilAsync(() => Task.FromResult(Connector.Hanging >= 4));
        await frozen.FreezeAsync();
        var start = TimeProvider.System.GetTimestamp();
        await steady.ThawAsync();
        Connector.Otherwise = () => ConnectorAnswer.Ok;
        answered.SetResult();
        Assert.False(await StoredFacts.IsBeingWrittenAsync(Database, Cancellation), "The host was frozen in the middle of a write, which no host is while its calls hang.");
        await UntilAsync(async () => await LeftAsync() == 0 && TimeProvider.System.GetElapsedTime(start) > Freeze);
        var before = await StoredFacts.LinesAsync(Database, Rows, Cancellation);
        Assert.Contains("The program was stopped while it was sending.", (await admin.ReadAsync("/admin/outbox", Cancellation)).Text, StringComparison.Ordinal);

        await frozen.ThawAsync();
        all += await OutboxBook.FillAsync(Database, people, 5, Cancellation, first: all);
        await UntilAsync(async () => await LeftAsync() == 0);
        await ReadyAsync(frozen);
        var after = await StoredFacts.LinesAsync(Database, Rows, Cancellation);
        await frozen.KillAsync();
        await steady.KillAsync();

        var doubtful = before.Where(row => row.Split('|')[1] == "InDoubt").ToList();
        Assert.NotEmpty(doubtful);
        Assert.All(before.Except(doubtful), row => Assert.Contains(row, after));
        var (sent, doubts) = await OutboxBook.AccountAsync(Database, all, reached, Connector, Cancellation);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{all} messages, frozen for {TimeProvider.System.GetElapsedTime(start).TotalSeconds:F0} s, {doubtful.Count} in doubt meanwhile, {sent} sent and {doubts} in doubt in the end, {Connector.Calls.Count} calls.");
    }

    private Task<int> LeftAsync() => OutboxBook.LeftAsync(Database, Cancellation);

    private static async Task ReadyAsync(CrmHost host)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        using var ready = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), Cancellation);
        ready.EnsureSuccessStatusCode();
    }
}
