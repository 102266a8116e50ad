using EmployerCrm.EndToEnd.Tests.Scenes;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Soak;

/// <summary>
/// The real host, killed again and again while it sends what nobody asked for: every message is delivered once, or is in doubt and delivered at most once,
/// and none is lost.
/// </summary>
[Collection(nameof(Alone))]
public sealed class OutboxKillTests(SampleDatabase sample) : OwnStoreTests(sample)
{
    private static readonly Dictionary<string, string> Settings = new() { ["Bot__ConnectorRetries"] = "1", ["Bot__ConnectorRetryDelay"] = "00:00:00.05" };

    private const int FewestLeft = 60;

    /// <summary>One in a developer's run, five on a build server, a hundred where there is time.</summary>
    private static int Kills => Machine.RunsLongTests ? 100 : Machine.RunsSoak ? 5 : 1;

    [Fact]
    public async Task Killed_while_it_sends_it_loses_nothing_and_sends_nothing_twice()
    {
        await using var host = await CrmHost.StartAsync(Database, Settings, Cancellation);
        await host.KillAsync();
        var reached = await OutboxBook.ReachAsync(Database, Connector.ServiceUrl, Cancellation);
        var people = reached.Select(one => one.Person).ToList();
        var all = await OutboxBook.FillAsync(Database, people, Math.Max(10, Kills * 30 / people.Count), Cancellation);
        var chance = new FaultyConnector(7);
        for (var kill = 0; kill < Kills; kill++)
        {
            var killAfter = Connector.Calls.Count + chance.Number(3, 25);
            await host.StartAgainAsync(Cancellation);
            await Connector.WaitAsync(calls => calls.Count >= killAfter, Cancellation);
            await host.KillAsync();
            await UntilAsync(() => Task.FromResult(Connector.UnderWay == 0));
            await OutboxBook.EndLeasesAsync(Database, Cancellation);
            // A kill that came late on a busy machine may have let nearly all of it out.
            if (await LeftAsync() < FewestLeft)
                all += await OutboxBook.FillAsync(Database, people, FewestLeft / people.Count, Cancellation, first: all);
        }

        await host.StartAgainAsync(Cancellation);
        await UntilAsync(async () => await LeftAsync() == 0);
        await host.KillAsync();

        var (sent, doubts) = await OutboxBook.AccountAsync(Database, all, reached, Connector, Cancellation);
        TestContext.Current.TestOutputHelper!.WriteLine($"{all} messages, {Kills} kills, {sent} sent, {doubts} in doubt, {Connector.Calls.Count} calls.");

        // Those on their way at the moment of a kill, and no more.
        Assert.InRange(doubts, 0, Kills * 16);
    }

    private Task<int> LeftAsync() => OutboxBook.LeftAsync(Database, Cancellation);
}
