using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>
/// However free text comes in, its author is asked with the same three buttons, nothing of it is stored until they answer, and what they typed is not
/// lost meanwhile.
/// </summary>
public sealed class GuardedPathTests
{
    private const string Telling = "his bipolar disorder";
    private const string Keep = "Keep, it is not about a person";

    public static TheoryData<string> Paths => [.. Ways.Keys];

    /// <summary>Each way ends in the card that came back.</summary>
    private static IReadOnlyDictionary<string, Func<Scene, Task<JsonNode>>> Ways { get; } = new Dictionary<string, Func<Scene, Task<JsonNode>>>
    {
        ["a visit"] = scene => TypedAsync(scene, $"visited Friday's Café yesterday, talked about {Telling}"),
        ["a visit whose employer is asked"] = scene => TypedAsync(scene, $"visited costwell yesterday, talked about {Telling}"),
        ["a planned visit"] = scene => TypedAsync(scene, $"visiting Two Rivers tomorrow at 2, about {Telling}"),
        ["one of several visits"] = async scene =>
        {
            await scene.PostAsync(scene.Alex.Message($"visited Friday's Café yesterday, keen\nvisited Two Rivers yesterday, talked about {Telling}"));
            return scene.Connector.Calls.Select(call => call.CardOf()).Last(card => card.Buttons().Contains("Remove"));
        },
        ["a reminder"] = scene => TypedAsync(scene, $"remind me to ring Two Rivers about {Telling} on Monday"),
        ["a reminder whose employer is asked"] = scene => TypedAsync(scene, $"remind me to ring costwell about {Telling} on Monday"),
        ["the reason of a cancelled visit"] = async scene =>
        {
            await scene.SayAsync("visiting Two Rivers tomorrow at 2");
            await scene.SayAsync($"two rivers tomorrow cancelled, because of {Telling}");
            return scene.Connector.Calls[^1].CardOf();
        },
        ["the reason where one of several visits is asked for"] = async scene =>
        {
            await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
            scene.Clock.Advance(TimeSpan.FromMinutes(2));
            await scene.SayAsync("visiting Two Rivers on Thursday at 4");
            return await TypedAsync(scene, $"cancelled Two Rivers, because of {Telling}");
        },
        ["the next step instead of a cancelled visit"] = async scene =>
        {
            await scene.SayAsync("visiting Two Rivers tomorrow at 2");
            return await TypedAsync(scene, $"two rivers tomorrow cancelled, next ring about {Telling} Thursday");
        },
        ["the note with a moved visit"] = async scene =>
        {
            await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
            return await TypedAsync(scene, $"moved Two Rivers to Thursday 3pm, Sarah asked about {Telling}");
        },
        ["the form of a visit that was put off"] = async scene =>
        {
            await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
            var form = await TypedAsync(scene, $"two rivers postponed, Sarah asked about {Telling}");
            return (await scene.PressAsync(form, "Save", new JsonObject { ["on"] = "2026-11-27", ["notes"] = (string?)form.Field("notes")!["value"] })).CardOf();
        },
        ["the note with Happened"] = async scene =>
        {
            var card = await TypedAsync(scene, "visiting Two Rivers tomorrow at 2");
            scene.Clock.Advance(TimeSpan.FromDays(2));
            return (await scene.PressAsync(card, "Happened", new JsonObject { ["note"] = $"talked about {Telling}" })).CardOf();
        },
        ["a line that says it happened"] = async scene =>
        {
            await scene.SayAsync("visiting Two Rivers tomorrow at 2");
            scene.Clock.Advance(TimeSpan.FromDays(2));
            return await TypedAsync(scene, $"two rivers happened, talked about {Telling}");
        },
        ["same again"] = async scene =>
        {
            await scene.SayAsync("visited Friday's Café yesterday, keen");
            scene.Clock.Advance(TimeSpan.FromMinutes(2));
            return await TypedAsync(scene, $"same again at Two Rivers, talked about {Telling}");
        },
        ["the form of a new visit"] = async scene =>
        {
            var form = await TypedAsync(scene, "new visit");
            return (await scene.PressAsync(form, "Save", new JsonObject { ["employer"] = "Friday's Café", ["channel"] = "InPerson", ["on"] = "2026-11-20", ["notes"] = $"talked about {Telling}" })).CardOf();
        },
        ["the form of a recorded visit"] = async scene =>
        {
            var form = (await scene.PressAsync(await TypedAsync(scene, "visited Friday's Café yesterday"), "Edit")).CardOf();
            return (await scene.PressAsync(form, "Save", new JsonObject { ["channel"] = "InPerson", ["on"] = "2026-11-20", ["next"] = $"ring about {Telling}" })).CardOf();
        },
        ["an edited line"] = async scene =>
        {
            var typed = scene.Alex.Message("visited Friday's Café yesterday, keen");
            await scene.PostAsync(typed);
            await scene.PostAsync(scene.Alex.Edit((string)typed["id"]!, $"visited Friday's Café yesterday, talked about {Telling}"));
            return scene.Connector.Calls[^1].CardOf();
        },
        ["a job title"] = scene => TypedAsync(scene, $"JS12 starts at Friday's Café on Monday as a cook with {Telling}"),
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task The_author_is_asked_and_nothing_of_it_is_stored(string path)
    {
        await using var scene = await Scene.StartAsync();
        var asked = await Ways[path](scene);

        Assert.Equal(["Remove", Keep, "Edit"], asked.Buttons());
        Assert.False(await scene.StoreHoldsAsync("bipolar"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Remove_goes_on_without_it(string path)
    {
        await using var scene = await Scene.StartAsync();
        var done = (await scene.PressAsync(await Ways[path](scene), "Remove")).CardOf();

        Assert.DoesNotContain("Remove", done.Buttons());
        Assert.False(await scene.StoreHoldsAsync("bipolar"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Keep_goes_on_with_it_and_does_not_ask_again(string path)
    {
        await using var scene = await Scene.StartAsync();
        var done = (await scene.PressAsync(await Ways[path](scene), Keep)).CardOf();
        if (done.Buttons().FirstOrDefault(title => title.StartsWith("Costwell", StringComparison.Ordinal) || title.StartsWith("Two Rivers", StringComparison.Ordinal)) is { } choice)
            done = (await scene.PressAsync(done, choice)).CardOf();
        else if (done.Buttons().Contains("Change the visit"))
            done = await SavedAsync(scene, (await scene.PressAsync(done, "Change the visit")).CardOf());

        Assert.DoesNotContain("Remove", done.Buttons());
        Assert.Contains("Undo", done.Buttons());
        Assert.True(await scene.StoreHoldsAsync("bipolar"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Edit_goes_on_with_other_words(string path)
    {
        await using var scene = await Scene.StartAsync();
        var edit = (await scene.PressAsync(await Ways[path](scene), "Edit")).CardOf();
        var field = edit["body"]!.AsArray().Single(part => (string?)part!["type"] == "Input.Text")!;
        Assert.Contains("bipolar", (string)field["value"]!, StringComparison.Ordinal);

        var done = (await scene.PressAsync(edit, "Save", new JsonObject { [(string)field["id"]!] = ((string)field["value"]!).Replace(Telling, "the rota", StringComparison.Ordinal) })).CardOf();

        Assert.DoesNotContain("Remove", done.Buttons());
        Assert.False(await scene.StoreHoldsAsync("bipolar"));
        Assert.True(await scene.StoreHoldsAsync("the rota"));
    }

    /// <summary>Saves a form as it was opened.</summary>
    private static async Task<JsonNode> SavedAsync(Scene scene, JsonNode form)
    {
        var fields = form["body"]!.AsArray().Where(part => part!["value"] is not null).Select(part => KeyValuePair.Create((string)part!["id"]!, (JsonNode?)part["value"]!.DeepClone()));
        return (await scene.PressAsync(form, "Save", new JsonObject(fields))).CardOf();
    }

    private static async Task<JsonNode> TypedAsync(Scene scene, string line) => (await scene.SayAsync(line)).CardOf();
}
