using System.Net;
using System.Text.Json.Nodes;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>The host as it runs in production, with an authority of our own in Microsoft's place: what gets in, once, and while keys change.</summary>
public sealed class ProductionTests(SampleDatabase sample) : IAsyncLifetime
{
    private const string Line = "visited Friday's Café yesterday 3pm, next send CV Tues";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-production-");
    private ProductionHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await ProductionHost.StartAsync(await sample.CopyToAsync(_folder.FullName, Cancellation), Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_genuine_line_is_logged_and_answered_with_our_own_token()
    {
        await PostAsync(HttpStatusCode.OK, Line);

        var reply = Assert.Single(_host.Connector.Calls);
        Assert.NotNull(reply.BearerToken);
        Assert.Contains("Visit logged", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_genuine_activity_that_is_played_again_changes_nothing_and_is_not_answered_again()
    {
        var activity = _host.Alex.Message(Line);
        var token = _host.Authority.Token(ProductionHost.AppId, _host.Connector.ServiceUrl).ToString();
        using (var first = await _host.Channel.PostAsync(activity, token, Cancellation))
        {
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        }

        var rows = await StoredRows.CountAsync(_host.Database, Cancellation);
        var changed = activity.DeepClone().AsObject();
        changed["text"] = "visited Friday's Café today 9am";
        changed["timestamp"] = "2026-11-19T10:00:00Z";

        // With the very token, with a fresh one, with another text under the same id, and many at once.
        var again = Enumerable.Range(0, 10).Select(_ => _host.Channel.PostAsync(activity, Cancellation))
            .Append(_host.Channel.PostAsync(activity, token, Cancellation))
            .Append(_host.Channel.PostAsync(changed, Cancellation));
        Assert.All(await Task.WhenAll(again), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));

        Assert.Equal(rows, await StoredRows.CountAsync(_host.Database, Cancellation));
        Assert.Single(_host.Connector.Calls);
    }

    [Fact]
    public async Task A_genuine_activity_that_comes_many_times_at_once_has_one_effect_and_one_answer()
    {
        var before = await StoredVisits.CountAsync(_host.Database, Cancellation);
        var activity = _host.Alex.Message(Line);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _host.Channel.PostAsync(activity, Cancellation)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(before + 1, await StoredVisits.CountAsync(_host.Database, Cancellation));
        Assert.Single(_host.Connector.Calls);
    }

    [Fact]
    public async Task A_press_that_is_played_again_undoes_nothing_more()
    {
        await PostAsync(HttpStatusCode.OK, Line);
        var card = _host.Connector.Calls[^1];
        var undo = Button(JsonNode.Parse(card.Card.GetRawText())!, "Undo")!;
        var press = _host.Alex.Execute((string)undo["verb"]!, undo["data"], card.Id);
        using var first = await _host.Channel.PostAsync(press, Cancellation);
        var rows = await StoredRows.CountAsync(_host.Database, Cancellation);

        using var second = await _host.Channel.PostAsync(press, Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await second.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(rows, await StoredRows.CountAsync(_host.Database, Cancellation));
    }

    [Fact]
    public async Task A_flood_of_unknown_keys_is_hardly_noticed_by_the_authority_and_not_at_all_by_people()
    {
        await PostAsync(HttpStatusCode.OK, "help");
        var flood = Enumerable.Range(0, 300).Select(_ =>
        {
            var token = _host.Authority.Token(ProductionHost.AppId, _host.Connector.ServiceUrl, _host.Authority.StrangersKey()).ToString();
            return _host.Channel.PostAsync(_host.Alex.Message(Line), token, Cancellation);
        }).ToList();
        await PostAsync(HttpStatusCode.OK, "help");

        Assert.All(await Task.WhenAll(flood), answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        Assert.InRange(_host.Authority.KeyRequests, 1, 4);
        Assert.InRange(_host.Authority.MetadataRequests, 1, 4);
    }

    [Fact]
    public async Task A_new_key_opens_at_once_the_old_one_no_longer_and_an_outage_changes_nothing()
    {
        await PostAsync(HttpStatusCode.OK, "help");
        var old = _host.Authority.Keys[0];
        _host.Authority.RotateKeys();

        await PostAsync(HttpStatusCode.OK, "help");
        await PostAsync(HttpStatusCode.Unauthorized, Line, old);
        _host.Authority.IsDown = true;
        await PostAsync(HttpStatusCode.Unauthorized, Line, _host.Authority.NewKey(["msteams"]));
        await PostAsync(HttpStatusCode.OK, "help");
    }

    private static JsonObject? Button(JsonNode? node, string title) => node switch
    {
        JsonObject button when button["title"] is JsonValue && (string?)button["title"] == title && button["verb"] is not null => button,
        JsonObject members => members.Select(member => Button(member.Value, title)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(item => Button(item, title)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private async Task PostAsync(HttpStatusCode expected, string text, TestKey? key = null)
    {
        var token = _host.Authority.Token(ProductionHost.AppId, _host.Connector.ServiceUrl, key);
        using var answer = await _host.Channel.PostAsync(_host.Alex.Message(text), token.ToString(), Cancellation);
        Assert.Equal(expected, answer.StatusCode);
    }
}
