using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>The host as a process that dies at the worst moment, with a connector that sees what reaches people.</summary>
public sealed class CrashTests(SampleDatabase sample) : OwnStoreTests(sample)
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    private const int LongestWait = 120_000;

    // On a busy machine a first turn takes so long that it shows that somebody is typing, which is no reply.
    private static readonly Dictionary<string, string> NoTyping = new() { ["Bot__TypingAfter"] = "00:00:00" };

    private const string Line = "visited Friday's Café yesterday 3pm, next send CV Tues";

    [Fact(Timeout = LongestWait)]
    public async Task Killed_between_commit_and_reply_it_replies_after_the_start_once_and_has_logged_one_visit()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var host = await CrmHost.StartAsync(Database, NoTyping, cancellationToken);
        using var client = new HttpClient { BaseAddress = host.Address };
        var before = await StoredVisits.CountAsync(Database, cancellationToken);
        var activity = new TeamsActivities(Connector.ServiceUrl).Message(Line);

        Connector.AnswerNext(ConnectorAnswer.Silence);
        var cutOff = new TestChannel(client).PostAsync(activity, cancellationToken);
        await Connector.WaitAsync(calls => calls.Count == 1, cancellationToken);
        await host.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => cutOff);

        await host.StartAgainAsync(cancellationToken);
        await Connector.WaitAsync(calls => calls.Any(call => call.Delivered), cancellationToken);
        using (await new TestChannel(client).PostAsync(activity, cancellationToken))
        {
            Assert.Equal(1, Connector.Calls.Count(call => call.Delivered));
            Assert.Contains("Visit logged", Connector.Calls[^1].Body, StringComparison.Ordinal);
        }

        Assert.Equal(before + 1, await StoredVisits.CountAsync(Database, cancellationToken));
    }

    [Fact(Timeout = LongestWait)]
    public async Task Killed_again_and_again_while_lines_come_in_it_loses_nothing_that_was_answered()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var host = await CrmHost.StartAsync(Database, NoTyping, cancellationToken);
        using var client = new HttpClient { BaseAddress = host.Address };
        var channel = new TestChannel(client);
        var teams = new TeamsActivities(Connector.ServiceUrl);
        var before = await StoredVisits.CountAsync(Database, cancellationToken);
        var lines = Enumerable.Range(0, 24).Select(number => teams.Message($"visited Friday's Café yesterday, table {number} wobbles")).ToList();

        // Every line is brought again until it was answered, as Teams does, while the process dies three times.
        for (var kill = 0; kill < 3; kill++)
        {
            var underWay = lines.Skip(kill * 8).Take(8).Select(line => channel.PostAsync(line, cancellationToken)).ToList();
            await Connector.WaitAsync(calls => calls.Count(call => call.Delivered) > kill * 8, cancellationToken);
            await host.KillAsync();
            await Task.WhenAll(underWay.Select(post => post.ContinueWith(done => done.Exception is null, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default)));
            await host.StartAgainAsync(cancellationToken);
            foreach (var line in lines.Take((kill + 1) * 8))
            {
                using var again = await channel.PostAsync(line, cancellationToken);
                Assert.True(again.IsSuccessStatusCode);
            }
        }

        Assert.Equal(before + 24, await StoredVisits.CountAsync(Database, cancellationToken));
        await Connector.WaitAsync(
            calls => Enumerable.Range(0, 24).All(number => calls.Any(call => call.Delivered && call.Body.Contains($"table {number} wobbles", StringComparison.Ordinal))),
            cancellationToken);
    }
}
