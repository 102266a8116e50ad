using System.Text.Json.Nodes;
using EmployerCrm.BotFramework;
using EmployerCrm.Store;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>A day of talk in which much goes wrong: what people said and whom they met is in no log line, no measurement and no span.</summary>
public sealed class ContentNowhereTests
{
    private static readonly string[] Said =
        ["Marta", "Kowalska", "Olu", "JS12", "lumbago", "porter", "07700", "secret.person@", "Friday", "Otley", "send CV", "Quirk", "sick note"];

    [Fact]
    public async Task What_people_say_is_in_no_log_line_no_measurement_and_no_span()
    {
        using var spans = new Spans();
        await using var scene = await Scene.StartAsync();
        using var measured = new Measurements(scene.Meters);

        await TalkAsync(scene);
        await FailAsync(scene);

        measured.Observe();
        AssertClean(scene.Log.Everything);
        AssertClean(measured.All.Select(one => $"{one.Name} {one.Tags}"));
        AssertClean(spans.Everything);

        // It was all there to be told.
        Assert.Contains(scene.Log.Lines, line => line.Contains("answer may or may not have arrived", StringComparison.Ordinal));
        Assert.Contains(scene.Log.Lines, line => line.StartsWith("A turn failed", StringComparison.Ordinal));
        Assert.Contains("delivered", string.Join(' ', measured.TagsOf(AnswerTelemetry.Answers)), StringComparison.Ordinal);
        Assert.NotEmpty(measured.Of(BotTelemetry.ConnectorRetries));
        Assert.NotEmpty(measured.Of(StoreTelemetry.WriteDuration));
        Assert.NotEmpty(measured.Of(StoreTelemetry.CommitSize));
        Assert.NotEmpty(measured.Of(StoreTelemetry.QueueLength));
        foreach (var name in new[] { BotTelemetry.TurnSpan, BotTelemetry.ConnectorSpan, StoreTelemetry.WriteSpan })
            Assert.Contains(spans.Ended, span => span.OperationName == name);
    }

    [Fact]
    public async Task A_write_and_a_call_to_the_connector_belong_to_the_turn_they_were_made_in()
    {
        using var spans = new Spans();
        await using var scene = await Scene.StartAsync();

        await scene.SayAsync("visited Friday's Café yesterday");

        var turn = spans.Ended.Where(span => span.OperationName == BotTelemetry.TurnSpan).Select(span => span.SpanId).ToList();
        Assert.Contains(spans.Ended, span => span.OperationName == StoreTelemetry.WriteSpan && turn.Contains(span.ParentSpanId));
        Assert.Contains(spans.Ended, span => span.OperationName == BotTelemetry.ConnectorSpan && turn.Contains(span.ParentSpanId));
    }

    private static async Task TalkAsync(Scene scene)
    {
        var visit = scene.Alex.Message("visited Friday's Café yesterday 3pm, spoke to Marta Kowalska, re JS12, next send CV Tues, she rang 07700 900123 about her lumbago, wants a porter");
        await scene.PostAsync(visit);
        await scene.PostAsync(visit);
        await scene.PostAsync(scene.Alex.Edit((string)visit["id"]!, "visited Friday's Café today, met Olu, sick note for JS12"));
        await scene.PostAsync(scene.Alex.Delete((string)visit["id"]!));
        foreach (var line in new[] { "due", "my week", "friday's cafe", "adjustments JS12", "rang Quirk & Sons about JS12 and his lumbago", "drafts", "JS12 started at Friday's on Monday as a porter", "help", "remind me to ring Marta at Friday's Café about her hip on Tuesday", "saw JS12 at work, his hip is fine", "yes", "my clients", "JS12 lost the job, his hip", "new client Marta Kowalska", "close JS12", "1", "visiting Friday's Café tomorrow", "friday's tomorrow cancelled, Marta off with her hip", "visited Friday's Café today, met Marta Kowalska\nrang Quirk & Sons about JS12", "same again at Friday's Café, Marta's hip" })
            await scene.SayAsync(line);
        var form = (await scene.SayAsync("visit")).CardOf();
        await scene.PressAsync(form, "Save", new JsonObject
        {
            ["employer"] = "friday's cafe", ["channel"] = "InPerson", ["on"] = "2026-11-20", ["contact"] = "Marta Kowalska", ["client"] = "JS12", ["notes"] = "her lumbago, secret.person@example.org",
        });
        await scene.SayAsync("visited Friday's Café today re JS12", scene.Stranger);
        await scene.PostAsync(scene.Alex.Invoke("composeExtension/query", new JsonObject { ["commandId"] = "find", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "name", ["value"] = "Marta" }) }));
        await scene.PostAsync(scene.Alex.Invoke("Marta/lumbago", new JsonObject { ["lumbago"] = "JS12" }));
        await scene.PostAsync(scene.Alex.Create("Marta"));
    }

    private static async Task FailAsync(Scene scene)
    {
        var cancellation = TestContext.Current.CancellationToken;
        scene.Connector.AnswerNext(ConnectorAnswer.Status(503, "Marta", TimeSpan.Zero), ConnectorAnswer.Status(500, "Marta"));
        await scene.SayAsync("rang Friday's Café, no answer, Marta off with her lumbago");
        scene.Connector.AnswerNext(ConnectorAnswer.Status(413));
        await scene.SayAsync("rang Friday's Café, Marta, JS12, lumbago");
        await scene.PostRawAsync("""{"type":"message","text":"Marta Kowalska's lumbago","text":"JS12"}""");
        await scene.PostRawAsync("""{"type":"message","text":"Marta Kowalska's lumbago" JS12""");
        scene.Connector.AnswerNext(ConnectorAnswer.Status(403));
        await scene.SayAsync("visited Friday's Café today, met Marta");
        await scene.CloseStoreAsync();
        await scene.PostAsync(scene.Alex.Message("visited Friday's Café today, met Marta Kowalska about JS12"));
        await scene.Connector.WaitAsync(calls => calls.Any(call => call.Body.Contains("number", StringComparison.OrdinalIgnoreCase)), cancellation);
    }

    private static void AssertClean(IEnumerable<string> told) =>
        Assert.DoesNotContain(told, line => Said.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
