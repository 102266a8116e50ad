using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>The host as a process that dies at the worst moment, with a connector that sees what reaches people.</summary>
public sealed class CrashTests(SampleDatabase sample) : IAsyncLifetime
{
    // In milliseconds: what never comes fails the test instead of holding up the run.
    private const int LongestWait = 120_000;

    // On a busy machine a first turn takes so long that it shows that somebody is typing, which is no reply.
    private static readonly Dictionary<string, string> NoTyping = new() { ["Bot__TypingAfter"] = "00:00:00" };

    private const string Line = "visited Friday's Café yesterday 3pm, next send CV Tues";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-crash-");
    private TestConnector _connector = null!;
    private string _database = null!;

    public async ValueTask InitializeAsync()
    {
        _connector = await TestConnector.StartAsync();
        _database = await sample.CopyToAsync(_folder.FullName, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact(Timeout = LongestWait)]
    public async Task Killed_between_commit_and_reply_it_replies_after_the_start_once_and_has_logged_one_visit()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var host = await CrmHost.StartAsync(_database, NoTyping, cancellationToken);
        using var client = new HttpClient { BaseAddress = host.Address };
        var before = await StoredVisits.CountAsync(_database, cancellationToken);
        var activity = new TeamsActivities(_connector.ServiceUrl).Message(Line);

        _connector.AnswerNext(ConnectorAnswer.Silence);
        var cutOff = new TestChannel(client).PostAsync(activity, cancellationToken);
        await _connector.WaitAsync(calls => calls.Count == 1, cancellationToken);
        await host.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => cutOff);

        await host.StartAgainAsync(cancellationToken);
        await _connector.WaitAsync(calls => calls.Any(call => call.Delivered), cancellationToken);
        using (await new TestChannel(client).PostAsync(activity, cancellationToken))
        {
            Assert.Equal(1, _connector.Calls.Count(call => call.Delivered));
            Assert.Contains("Visit logged", _connector.Calls[^1].Body, StringComparison.Ordinal);
        }

        Assert.Equal(before + 1, await StoredVisits.CountAsync(_database, cancellationToken));
    }

    [Fact(Timeout = LongestWait)]
    public async Task Killed_again_and_again_while_lines_come_in_it_loses_nothing_that_was_answered()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var host = await CrmHost.StartAsync(_database, NoTyping, cancellationToken);
        using var client = new HttpClient { BaseAddress = host.Address };
        var channel = new TestChannel(client);
        var teams = new TeamsActivities(_connector.ServiceUrl);
        var before = await StoredVisits.CountAsync(_database, cancellationToken);
        var lines = Enumerable.Range(0, 24).Select(number => teams.Message($"visited Friday's Café yesterday, table {number} wobbles")).ToList();

        // Every line is brought again until it was answered, as Teams does, while the process dies three times.
        for (var kill = 0; kill < 3; kill++)
        {
            var underWay = lines.Skip(kill * 8).Take(8).Select(line => channel.PostAsync(line, cancellationToken)).ToList();
            await _connector.WaitAsync(calls => calls.Count(call => call.Delivered) > kill * 8, cancellationToken);
            await host.KillAsync();
            await Task.WhenAll(underWay.Select(post => post.ContinueWith(done => done.Exception is null, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default)));
            await host.StartAgainAsync(cancellationToken);
            foreach (var line in lines.Take((kill + 1) * 8))
            {
                using var again = await channel.PostAsync(line, cancellationToken);
                Assert.True(again.IsSuccessStatusCode);
            }
        }

        Assert.Equal(before + 24, await StoredVisits.CountAsync(_database, cancellationToken));
        await _connector.WaitAsync(
            calls => Enumerable.Range(0, 24).All(number => calls.Any(call => call.Delivered && call.Body.Contains($"table {number} wobbles", StringComparison.Ordinal))),
            cancellationToken);
    }
}
