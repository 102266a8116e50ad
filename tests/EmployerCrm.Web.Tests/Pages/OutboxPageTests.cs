using System.Net;
using System.Text.RegularExpressions;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Tests.Pages;

/// <summary>What became of messages, as an admin sees it on their page and the health check tells it. That it becomes so is for the tests of the outbox under faults.</summary>
public sealed partial class OutboxPageTests : IAsyncLifetime
{
    private PagesHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await PagesHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_Teams_put_off_for_an_hour_shows_as_waiting_with_how_long_and_why_and_the_health_check_says_so()
    {
        var now = TimeProvider.System.GetUtcNow();
        await AddAsync(_host.Bea, row => row with { CreatedAt = now.AddMinutes(-39), NotBefore = now.AddMinutes(21), Attempts = 1, Reason = "429" });

        var page = await PageAsync();
        Assert.Matches("Something has waited for (39|40) min", page);
        Assert.Matches(@"\b1 put off: Teams asks for fewer messages\. \(429\)", page);
        Assert.Contains("Everything has arrived.", page, StringComparison.Ordinal);
        Assert.Contains("\"outbox\":\"behind\"", await _host.Host.Client.GetStringAsync(new Uri("/healthz/ready", UriKind.Relative), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_403_shows_whom_it_did_not_reach_and_why_and_may_be_tried_again()
    {
        await AddAsync(_host.Bea, row => row with { State = OutboxState.Dead, Attempts = 1, Reason = "403 BotNotInConversationRoster", EndedAt = row.CreatedAt });

        var page = await PageAsync();
        Assert.Matches("Bea Hart Test message Not delivered ?: They blocked or removed the app", page);
        Assert.Contains("(403 BotNotInConversationRoster)", page, StringComparison.Ordinal);
        Assert.Contains("Try again", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Teams_may_have_taken_without_an_answer_shows_as_in_doubt()
    {
        await AddAsync(_host.Wim, row => row with { State = OutboxState.InDoubt, Attempts = 1, Reason = OutboxReasons.NoAnswer, EndedAt = row.CreatedAt });

        Assert.Matches("Wim Vale Test message In doubt ?: Teams did not answer in time", await PageAsync());
    }

    private Task AddAsync(Specialist person, Func<OutboxRow, OutboxRow> change)
    {
        var now = TimeProvider.System.GetUtcNow();
        var row = new OutboxRow
        {
            Id = _host.Service<Core.Ids>().New(), Channel = OutboxChannel.Teams, Kind = OutboxKinds.Probe, RecipientId = person.Id, IdempotencyKey = "probe:1",
            CreatedAt = now, NotBefore = now, ExpiresAt = now.AddDays(1),
        };
        return _host.WriteAsync(session => session.Outbox.AddAllAsync([change(row)]));
    }

    private async Task<string> PageAsync()
    {
        using var admin = await _host.SignedInAsync(_host.Cal);
        return Space().Replace(WebUtility.HtmlDecode(Mark().Replace((await admin.GetAsync("/admin/outbox")).Text, " ")), " ");
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 5000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+", RegexOptions.None, 5000)]
    private static partial Regex Space();
}
