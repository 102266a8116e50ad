using System.Net;
using System.Text.Json.Nodes;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>The host as it runs in production, with an authority of our own in Microsoft's place: what gets in has its effect once.</summary>
public sealed class ProductionTests(SharedProductionHost running) : IClassFixture<SharedProductionHost>
{
    private static int _lines;

    // The tests share a host, and the same line twice within a minute is asked about.
    private readonly string _line = $"visited Friday's Café yesterday 3pm, {Interlocked.Increment(ref _lines)} shelves filled, next send CV Tues";
    private readonly ProductionHost _host = running.Host;
    private readonly int _before = running.Host.Connector.Calls.Count;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<ConnectorCall> Replies => _host.Connector.Calls.Skip(_before).Where(call => !call.IsTyping);

    [Fact]
    public async Task A_genuine_line_is_logged_and_answered_with_our_own_token()
    {
        await PostAsync(HttpStatusCode.OK, _line);
        await RepliedAsync();

        var reply = Assert.Single(Replies);
        Assert.NotNull(reply.BearerToken);
        Assert.Contains("Visit logged", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_genuine_activity_that_is_played_again_changes_nothing_and_is_not_answered_again()
    {
        var activity = _host.Alex.Message(_line);
        var token = _host.Authority.Token(ProductionHost.AppId, _host.Connector.ServiceUrl).ToString();
        using (var first = await _host.Channel.PostAsync(activity, token, Cancellation))
        {
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        }

        await RepliedAsync();
        var rows = await RowsAsync();
        var changed = activity.DeepClone().AsObject();
        changed["text"] = "visited Friday's Café today 9am";
        changed["timestamp"] = "2026-11-19T10:00:00Z";

        // With the very token, with a fresh one, with another text under the same id, and many at once.
        var again = Enumerable.Range(0, 10).Select(_ => _host.Channel.PostAsync(activity, Cancellation))
            .Append(_host.Channel.PostAsync(activity, token, Cancellation))
            .Append(_host.Channel.PostAsync(changed, Cancellation));
        Assert.All(await Task.WhenAll(again), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));

        Assert.Equal(rows, await RowsAsync());
        Assert.Single(Replies);
    }

    [Fact]
    public async Task A_genuine_activity_that_comes_many_times_at_once_has_one_effect_and_one_answer()
    {
        var before = await StoredVisits.CountAsync(_host.Database, Cancellation);
        var activity = _host.Alex.Message(_line);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _host.Channel.PostAsync(activity, Cancellation)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await RepliedAsync();
        Assert.Equal(before + 1, await StoredVisits.CountAsync(_host.Database, Cancellation));
        Assert.Single(Replies);
    }

    [Fact]
    public async Task A_press_that_is_played_again_undoes_nothing_more()
    {
        await PostAsync(HttpStatusCode.OK, _line);
        await RepliedAsync();
        var card = _host.Connector.Calls[^1];
        var undo = Button(JsonNode.Parse(card.Card.GetRawText())!, "Undo")!;
        var press = _host.Alex.Execute((string)undo["verb"]!, undo["data"], card.Id);
        using var first = await _host.Channel.PostAsync(press, Cancellation);
        var rows = await RowsAsync();

        using var second = await _host.Channel.PostAsync(press, Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await second.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(rows, await RowsAsync());
    }

    private static JsonObject? Button(JsonNode? node, string title) => node switch
    {
        JsonObject button when button["title"] is JsonValue && (string?)button["title"] == title && button["verb"] is not null => button,
        JsonObject members => members.Select(member => Button(member.Value, title)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(item => Button(item, title)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    // Which card was sent is written down after it was sent, which a reply does not wait for.
    private async Task<IReadOnlyDictionary<string, int>> RowsAsync()
    {
        await StoredVisits.SettledAsync(_host.Database, Cancellation);
        return await StoredRows.CountAsync(_host.Database, Cancellation);
    }

    private Task RepliedAsync() => _host.Connector.WaitAsync(calls => calls.Count > _before && calls[^1].Delivered, Cancellation);

    private async Task PostAsync(HttpStatusCode expected, string text)
    {
        using var answer = await _host.Channel.PostAsync(_host.Alex.Message(text), Cancellation);
        Assert.Equal(expected, answer.StatusCode);
    }
}
