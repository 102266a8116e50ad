using EmployerCrm.EndToEnd.Tests.Scenes;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Soak;

/// <summary>
/// The real host, killed again and again while it sends what nobody asked for: every message is delivered once, or is in doubt and delivered at most once,
/// and none is lost.
/// </summary>
[Collection(nameof(Alone))]
public sealed class OutboxKillTests(SampleDatabase sample) : IAsyncLifetime
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly Dictionary<string, string> Settings = new() { ["Bot__ConnectorRetries"] = "1", ["Bot__ConnectorRetryDelay"] = "00:00:00.05" };

    private const int FewestLeft = 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-outbox-");
    private TestConnector _connector = null!;
    private string _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>One in a developer's run, five on a build server, a hundred where there is time.</summary>
    private static int Kills => Machine.RunsLongTests ? 100 : Machine.RunsSoak ? 5 : 1;

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

    [Fact]
    public async Task Killed_while_it_sends_it_loses_nothing_and_sends_nothing_twice()
    {
        await using var host = await CrmHost.StartAsync(_database, Settings, Cancellation);
        await host.KillAsync();
        var reached = await OutboxBook.ReachAsync(_database, _connector.ServiceUrl, Cancellation);
        var people = reached.Select(one => one.Person).ToList();
        var all = await OutboxBook.FillAsync(_database, people, Math.Max(10, Kills * 30 / people.Count), Cancellation);
        var chance = new FaultyConnector(7);
        for (var kill = 0; kill < Kills; kill++)
        {
            var killAfter = _connector.Calls.Count + chance.Number(3, 25);
            await host.StartAgainAsync(Cancellation);
            await _connector.WaitAsync(calls => calls.Count >= killAfter, Cancellation);
            await host.KillAsync();
            while (_connector.UnderWay > 0)
                await Task.Delay(BetweenLooks, Cancellation);
            await OutboxBook.EndLeasesAsync(_database, Cancellation);
            // A kill that came late on a busy machine may have let nearly all of it out.
            if (await LeftAsync() < FewestLeft)
                all += await OutboxBook.FillAsync(_database, people, FewestLeft / people.Count, Cancellation, first: all);
        }

        await host.StartAgainAsync(Cancellation);
        while (await LeftAsync() > 0)
            await Task.Delay(BetweenLooks, Cancellation);
        await host.KillAsync();

        var states = await OutboxBook.StatesAsync(_database, Cancellation);
        var (sent, doubts) = (states.Where(state => state.Key.State == "Sent").Sum(state => state.Value), states.Where(state => state.Key.State == "InDoubt").Sum(state => state.Value));
        TestContext.Current.TestOutputHelper!.WriteLine($"{all} messages, {Kills} kills, {sent} sent, {doubts} in doubt, {_connector.Calls.Count} calls.");
        Assert.Equal(all, sent + doubts);
        foreach (var (person, conversation) in reached)
        {
            var delivered = _connector.Calls.Count(call => call.Delivered && call.ConversationId == conversation);
            Assert.InRange(delivered, states.GetValueOrDefault((person, "Sent")), states.GetValueOrDefault((person, "Sent")) + states.GetValueOrDefault((person, "InDoubt")));
        }

        // Those on their way at the moment of a kill, and no more.
        Assert.InRange(doubts, 0, Kills * 16);
    }

    private async Task<int> LeftAsync() =>
        (await OutboxBook.StatesAsync(_database, Cancellation)).Where(state => state.Key.State is "Waiting" or "Sending").Sum(state => state.Value);
}
