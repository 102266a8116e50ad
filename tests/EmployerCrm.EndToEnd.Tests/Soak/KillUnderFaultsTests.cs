using System.Globalization;
using EmployerCrm.EndToEnd.Tests.FrontDoor;
using EmployerCrm.EndToEnd.Tests.Scenes;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Soak;

/// <summary>
/// The real host, killed again and again while the connector fails in every way it can: every visit is logged once, and every answer is delivered once,
/// or in doubt. One kill lets an answer through twice: between the connector's "created" and our mark (docs/decisions/0008). Those are counted, exactly:
/// delivered in the life that ended, and owed in the file that it left.
/// </summary>
[Collection(nameof(Alone))]
public sealed class KillUnderFaultsTests(SampleDatabase sample) : OwnStoreTests(sample)
{
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private IReadOnlyList<string> _people = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _people = await StoredVisits.SpecialistsAsync(Database, Cancellation);
    }

    public static TheoryData<int, int> Runs => Machine.RunsLongTests ? new() { { 11, 25 }, { 12, 25 }, { 13, 25 }, { 14, 25 } } : new() { { 1, 3 } };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Every_answer_is_delivered_once_but_those_that_a_kill_left_unmarked(int seed, int kills)
    {
        Assert.SkipUnless(Machine.RunsSoak, "Takes half a minute; set EMPLOYERCRM_TEST_SOAK=1 to run it, or EMPLOYERCRM_TEST_LONG=1 for some minutes.");
        var before = await StoredVisits.CountAsync(Database, Cancellation);
        var faults = new FaultyConnector(seed);
        Connector.Otherwise = faults.Next;
        await using var host = await CrmHost.StartAsync(
            Database, new Dictionary<string, string> { ["Bot__ConnectorRetries"] = "1", ["Bot__ConnectorRetryDelay"] = "00:00:00.05" }, Cancellation);
        using var client = new HttpClient { BaseAddress = host.Address };
        using var enough = new CancellationTokenSource();

        var talks = _people.Select((person, index) => TalkAsync(client, person, index, enough.Token)).ToList();
        var unmarked = new List<string>();
        for (var kill = 0; kill < kills; kill++)
            unmarked.AddRange(await KillAsync(host, faults));
        await enough.CancelAsync();
        var said = await Task.WhenAll(talks);
        Connector.Otherwise = () => ConnectorAnswer.Ok;
        while (await AnswerBook.CountOwedAsync(Database, Cancellation) > 0)
            await Task.Delay(BetweenLooks, Cancellation);

        var lines = said.SelectMany(numbers => numbers).ToList();
        var inDoubt = (await AnswerBook.InDoubtAsync(Database, Cancellation)).ToHashSet(StringComparer.Ordinal);
        var delivered = AnswerBook.Delivered(Connector.Calls).CountBy(number => number, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var expected = lines.ToDictionary(number => number, number => (inDoubt.Contains(number) ? 0 : 1) + unmarked.Count(left => left == number), StringComparer.Ordinal);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{lines.Count} lines, {kills} kills, {inDoubt.Count} answers in doubt, {unmarked.Count} delivered and not marked when killed, {Connector.Calls.Count} calls.");
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Empty(expected.Where(entry => entry.Value != delivered.GetValueOrDefault(entry.Key)).Select(entry => $"{entry.Key} expected {entry.Value}: {Trail(entry.Key)}"));
        Assert.Empty(delivered.Keys.Except(lines, StringComparer.Ordinal));
        AssertInOrder(said);
        Assert.Equal(before + lines.Count, await StoredVisits.CountAsync(Database, Cancellation));
        Assert.Empty(Connector.Strays);
        await host.KillAsync();
        AssertNothingFailed(host);
        Assert.Contains("No difference.", await CrmHost.RunAsync(["rebuild"], Database, Cancellation), StringComparison.Ordinal);
    }

    /// <summary>Kills it after some calls of this life, and returns what it had delivered and not marked.</summary>
    private async Task<IEnumerable<string>> KillAsync(CrmHost host, FaultyConnector faults)
    {
        var (born, killAfter) = (Connector.Calls.Count, faults.Number(10, 120));
        await Connector.WaitAsync(calls => calls.Count >= born + killAfter, Cancellation);
        await host.KillAsync();
        AssertNothingFailed(host);
        // What had left it by then arrives.
        do
        {
            await Task.Delay(BetweenLooks, Cancellation);
        }
        while (Connector.UnderWay > 0);
        var owed = await AnswerBook.OwedAsync(Database, Cancellation);
        var left = owed.Intersect(AnswerBook.Delivered(Connector.Calls.Skip(born)), StringComparer.Ordinal).ToList();
        await host.StartAgainAsync(Cancellation);
        return left;
    }

    /// <summary>Says numbered lines, each until it is taken, as Teams does, until it is enough; returns the numbers.</summary>
    private async Task<IReadOnlyList<string>> TalkAsync(HttpClient client, string person, int index, CancellationToken enough)
    {
        var channel = new TestChannel(client);
        var teams = new TeamsActivities(Connector.ServiceUrl) { AadObjectId = person, UserId = $"29:faults-{index}", ConversationId = $"a:faults-{index}" };
        var said = new List<string>();
        while (!enough.IsCancellationRequested)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{((index + 1) * 10_000) + said.Count}");
            var line = teams.Message(AnswerBook.Line(number));
            while (!await IsTakenAsync(channel, line))
                await Task.Delay(BeforeTryingAgain, Cancellation);
            said.Add(number);
        }

        return said;
    }

    private static async Task<bool> IsTakenAsync(TestChannel channel, System.Text.Json.Nodes.JsonObject line)
    {
        try
        {
            using var answer = await channel.PostAsync(line, Cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A connector that fails is no failure of the host.</summary>
    private static void AssertNothingFailed(CrmHost host)
    {
        var at = host.Output.IndexOf("fail:", StringComparison.Ordinal);
        Assert.True(at < 0, host.Output[Math.Max(at, 0)..Math.Min(host.Output.Length, Math.Max(at, 0) + 3000)]);
    }

    /// <summary>What was tried with the answer to a line.</summary>
    private string Trail(string number) => string.Join(
        ", ", Connector.Calls.Where(call => call.Body.Contains(AnswerBook.Mark(number), StringComparison.Ordinal)).Select(call => $"{call.Method} {call.Answer}"));

    /// <summary>Nobody sees a later answer before an earlier one.</summary>
    private void AssertInOrder(IEnumerable<IReadOnlyList<string>> said)
    {
        var seen = AnswerBook.Delivered(Connector.Calls).Distinct(StringComparer.Ordinal).ToList();
        Assert.All(said, numbers => Assert.Equal(numbers.Intersect(seen, StringComparer.Ordinal), seen.Intersect(numbers, StringComparer.Ordinal)));
    }
}
