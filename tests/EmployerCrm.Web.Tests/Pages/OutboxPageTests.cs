using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Web.Tests.Pages;

/// <summary>Whatever keeps a message from arriving stands on the page about messages, in words: the whole host sends, to a connector that fails as Teams does.</summary>
public sealed partial class OutboxPageTests : IAsyncLifetime
{
    // Nothing else takes this long, so that a call on its way can be told by its timer.
    private static readonly TimeSpan ConnectorTimeout = TimeSpan.FromSeconds(29);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly TestClock _clock = new(new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero));
    private TestConnector _connector = null!;
    private PagesHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connector = await TestConnector.StartAsync();
        _host = await PagesHost.StartAsync(["--Bot:ConnectorRetries=0", $"--Bot:ConnectorTimeout={ConnectorTimeout}"], services => services.AddSingleton<TimeProvider>(_clock));
        await _host.WriteAsync(async session =>
        {
            foreach (var person in new[] { _host.Bea, _host.Wim })
                await session.Conversations.SaveAsync(Conversation(person));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _connector.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task An_hour_of_429_shows_as_what_waits_and_why_and_is_gone_from_the_page_when_all_is_sent()
    {
        _connector.Otherwise = () => ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromHours(1));
        var (rows, added) = (await AddAsync(20), _clock.GetUtcNow());
        await PassUntilAsync(async () => await CountAsync(OutboxState.Waiting, "429") >= 8 && await CountAsync(OutboxState.Sending) == 0);
        await PassAsync(TimeSpan.FromMinutes(20));

        var busy = await PageAsync();
        var waited = int.Parse(Regex.Match(busy, "Something has waited for ([0-9]+) min").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(waited, 20, Math.Ceiling((_clock.GetUtcNow() - added).TotalMinutes));
        Assert.Matches(@"\d+ put off: Teams asks for fewer messages\. \(429\)", busy);
        Assert.Contains("Everything has arrived.", busy, StringComparison.Ordinal);
        Assert.Contains("\"outbox\":\"behind\"", await _host.Host.Client.GetStringAsync(new Uri("/healthz/ready", UriKind.Relative), Token), StringComparison.Ordinal);

        _connector.Otherwise = () => ConnectorAnswer.Ok;
        await PassUntilAsync(async () => await CountAsync(OutboxState.Sent) == rows.Count);
        var quiet = await PageAsync();
        Assert.Contains("Nothing is waiting to be sent now.", quiet, StringComparison.Ordinal);
        Assert.DoesNotContain("put off", quiet, StringComparison.Ordinal);
        Assert.Equal(rows.Count, _connector.Calls.Count(call => call.Delivered));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_403_shows_whom_it_did_not_reach_and_why_and_may_be_tried_again()
    {
        _connector.AnswerNext(ConnectorAnswer.Status(403, "BotNotInConversationRoster"));
        await AddAsync(1);
        await PassUntilAsync(async () => await CountAsync(OutboxState.Dead) == 1);

        var page = await PageAsync();
        Assert.Matches("Bea Hart Test message Not delivered ?: They blocked or removed the app", page);
        Assert.Contains("(403 BotNotInConversationRoster)", page, StringComparison.Ordinal);
        Assert.Contains("Try again", page, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_Teams_took_without_an_answer_in_time_shows_as_in_doubt_and_is_not_sent_again()
    {
        using var never = new CancellationTokenSource();
        _connector.AnswerNext(ConnectorAnswer.After(Task.Delay(Timeout.Infinite, never.Token)));
        await AddAsync(1);
        await PassUntilAsync(async () => await CountAsync(OutboxState.InDoubt) == 1);
        await PassAsync(TimeSpan.FromHours(1));
        await never.CancelAsync();

        Assert.Matches("Bea Hart Test message In doubt ?: Teams did not answer in time", await PageAsync());
        Assert.Single(_connector.Calls);
    }

    private async Task<IReadOnlyList<OutboxRow>> AddAsync(int count)
    {
        var (ids, now) = (_host.Service<Core.Ids>(), _clock.GetUtcNow());
        List<OutboxRow> rows = [.. Enumerable.Range(0, count).Select(number => new OutboxRow
        {
            Id = ids.New(), Channel = OutboxChannel.Teams, Kind = OutboxKinds.Probe, RecipientId = (number % 2 == 0 ? _host.Bea : _host.Wim).Id, IdempotencyKey = $"probe:{number}",
            CreatedAt = now, NotBefore = now, ExpiresAt = now.AddDays(1),
        })];
        await _host.WriteAsync(session => session.Outbox.AddAllAsync(rows));
        return rows;
    }

    private Task<int> CountAsync(OutboxState state, string? reason = null) => _host.ReadAsync(async session => reason is null
        ? (await session.Outbox.CountsAsync(DateTimeOffset.MinValue)).Where(count => count.State == state).Sum(count => count.Number)
        : (await session.Outbox.CausesAsync()).Where(cause => cause.Reason == reason).Sum(cause => cause.Number));

    private async Task PassAsync(TimeSpan time)
    {
        for (var until = _clock.GetUtcNow() + time; _clock.GetUtcNow() < until;)
            await TickAsync(TimeSpan.FromSeconds(2));
    }

    private async Task PassUntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
            await TickAsync(TimeSpan.FromMilliseconds(500));
    }

    /// <summary>Lets time pass once no message is on its way but those that the connector makes wait.</summary>
    private async Task TickAsync(TimeSpan step)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (await CountAsync(OutboxState.Sending) is var sending && (sending != _connector.Hanging || sending != _clock.Running(setFor => setFor == ConnectorTimeout)))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"{sending} on their way, {_connector.Calls.Count} calls. {_host.Host.Log.Text}");
            await Task.Yield();
            Token.ThrowIfCancellationRequested();
        }

        _clock.Advance(step);
    }

    private async Task<string> PageAsync()
    {
        using var admin = await _host.SignedInAsync(_host.Cal);
        return Space().Replace(WebUtility.HtmlDecode(Mark().Replace((await admin.GetAsync("/admin/outbox")).Text, " ")), " ");
    }

    private StoredConversation Conversation(Specialist person) => new()
    {
        ChannelId = "msteams", ConversationId = $"a:{person.ObjectId}", SpecialistId = person.Id, IsPersonal = true, State = ReferenceState.Live, UpdatedAt = _clock.GetUtcNow(),
        Reference = $$$"""{"channelId":"msteams","serviceUrl":"{{{_connector.ServiceUrl}}}","conversation":{"id":"a:{{{person.ObjectId}}}"},"bot":{"id":"28:bot"},"user":{"id":"29:{{{person.ObjectId}}}"}}""",
    };

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
