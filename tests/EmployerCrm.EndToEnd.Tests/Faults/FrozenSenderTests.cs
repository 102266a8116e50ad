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
public sealed class FrozenSenderTests(SampleDatabase sample) : IAsyncLifetime
{
    private const string Rows = "select id, state, attempts, coalesce(lease, ''), coalesce(reason, ''), coalesce(ended_at, ''), version from outbox order by id";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Two minutes where there is time, else a few seconds under shorter leases.</summary>
    private static readonly TimeSpan Freeze = Machine.RunsLongTests ? TimeSpan.FromSeconds(130) : TimeSpan.FromSeconds(9);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-frozen-");
    private TestConnector _connector = null!;
    private string _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> Settings => Machine.RunsLongTests
        ? new() { ["Bot__ConnectorRetries"] = "0" }
        : new() { ["Bot__ConnectorRetries"] = "0", ["Outbox__ClaimLease"] = "00:00:03", ["Outbox__SendLease"] = "00:00:06" };

    public async ValueTask InitializeAsync()
    {
        _connector = await TestConnector.StartAsync();
        _database = await sample.CopyToAsync(_folder.FullName, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact(Timeout = 600_000)]
    public async Task What_a_frozen_host_had_in_hand_is_done_by_the_other_or_in_doubt_and_nothing_is_sent_twice_when_it_goes_on()
    {
        Assert.SkipUnless(Machine.RunsSoak, "Takes half a minute; set EMPLOYERCRM_TEST_SOAK=1 to run it, or EMPLOYERCRM_TEST_LONG=1 for the full two minutes.");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Processes are frozen with signals.");
        await using var frozen = await CrmHost.StartAsync(_database, Settings, Cancellation);
        await using var steady = await CrmHost.StartAsync(_database, Settings, Cancellation);
        using var admin = await AdminVisitor.SignInAsync(steady.Address, _database, Cancellation);
        // It looks on at first, so that the other has calls on their way.
        await steady.FreezeAsync();
        var reached = await OutboxBook.ReachAsync(_database, _connector.ServiceUrl, Cancellation);
        var people = reached.Select(one => one.Person).ToList();
        var all = await OutboxBook.FillAsync(_database, people, Math.Max(10, 400 / people.Count), Cancellation);

        await _connector.WaitAsync(calls => calls.Count >= 40, Cancellation);
        var answered = new TaskCompletionSource();
        _connector.Otherwise = () => ConnectorAnswer.After(answered.Task);
        await UntilAsync(() => Task.FromResult(_connector.Hanging >= 4));
        await frozen.FreezeAsync();
        var start = TimeProvider.System.GetTimestamp();
        await steady.ThawAsync();
        _connector.Otherwise = () => ConnectorAnswer.Ok;
        answered.SetResult();
        Assert.False(await StoredFacts.IsBeingWrittenAsync(_database, Cancellation), "The host was frozen in the middle of a write, which no host is while its calls hang.");
        await UntilAsync(async () => await LeftAsync() == 0 && TimeProvider.System.GetElapsedTime(start) > Freeze);
        var before = await StoredFacts.LinesAsync(_database, Rows, Cancellation);
        Assert.Contains("The program was stopped while it was sending.", (await admin.ReadAsync("/admin/outbox", Cancellation)).Text, StringComparison.Ordinal);

        await frozen.ThawAsync();
        all += await OutboxBook.FillAsync(_database, people, 5, Cancellation, first: all);
        await UntilAsync(async () => await LeftAsync() == 0);
        await ReadyAsync(frozen);
        var after = await StoredFacts.LinesAsync(_database, Rows, Cancellation);
        await frozen.KillAsync();
        await steady.KillAsync();

        var doubtful = before.Where(row => row.Split('|')[1] == "InDoubt").ToList();
        Assert.NotEmpty(doubtful);
        Assert.All(before.Except(doubtful), row => Assert.Contains(row, after));
        var states = await OutboxBook.StatesAsync(_database, Cancellation);
        var (sent, doubts) = (Sum(states, "Sent"), Sum(states, "InDoubt"));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{all} messages, frozen for {TimeProvider.System.GetElapsedTime(start).TotalSeconds:F0} s, {doubtful.Count} in doubt meanwhile, {sent} sent and {doubts} in doubt in the end, {_connector.Calls.Count} calls.");
        Assert.Equal(all, sent + doubts);
        foreach (var (person, conversation) in reached)
        {
            var delivered = _connector.Calls.Count(call => call.Delivered && call.ConversationId == conversation);
            Assert.InRange(delivered, states.GetValueOrDefault((person, "Sent")), states.GetValueOrDefault((person, "Sent")) + states.GetValueOrDefault((person, "InDoubt")));
        }
    }

    private static int Sum(IReadOnlyDictionary<(string Person, string State), int> states, string state) => states.Where(one => one.Key.State == state).Sum(one => one.Value);

    private async Task<int> LeftAsync() => await OutboxBook.StatesAsync(_database, Cancellation) is var states ? Sum(states, "Waiting") + Sum(states, "Sending") : 0;

    private static async Task ReadyAsync(CrmHost host)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        using var ready = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), Cancellation);
        ready.EnsureSuccessStatusCode();
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
            await Task.Delay(BetweenLooks, Cancellation);
    }
}
