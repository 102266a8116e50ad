using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>What Teams puts around a line, and what the bot leaves out around an answer.</summary>
public sealed class PlatformTests
{
    private const string Line = "visited Friday's Café yesterday 3pm, next send CV Tues";

    public static TheoryData<string, string> Dresses => new()
    {
        { "plain", Line },
        { "plain", "<at>Employer CRM</at> " + Line },
        { "plain", Line.Replace('\'', '’') },
        { "plain", Line.Replace(' ', '\u00a0') },
        { "plain", "\u200b" + Line + " \ud83d\ude0a" },
        { "plain", "  " + Line.Replace(",", " ,\r\n", StringComparison.Ordinal) },
        { "xml", Line.Replace("'", "&#39;", StringComparison.Ordinal).Replace("é", "&eacute;", StringComparison.Ordinal) },
        { "xml", "<at>Employer CRM</at>&nbsp;" + Line.Replace(" ", "&nbsp;", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Dresses))]
    public async Task A_line_is_read_the_same_however_Teams_dresses_it(string format, string text)
    {
        await using var scene = await Scene.StartAsync();
        var message = scene.Alex.Message(text);
        message["textFormat"] = format;
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention", ["text"] = "<at>Employer CRM</at>", ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Employer CRM" },
        });
        using var answer = await scene.PostAsync(message);

        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal(("Friday's Café", new DateOnly(2026, 11, 20), new TimeOnly(15, 0)), (visit.EmployerName, visit.On, visit.At));
        Assert.Equal("send CV", Assert.Single(await scene.OwedByAlexAsync()).Title);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("cy-GB")]
    [InlineData("xx-nonsense")]
    [InlineData(null)]
    public async Task The_language_of_the_client_changes_nothing(string? locale)
    {
        await using var scene = await Scene.StartAsync();
        var message = scene.Alex.Message(Line);
        message["locale"] = locale;
        using var answer = await scene.PostAsync(message);

        Assert.Contains("When: Fri 20 Nov, yesterday, 15:00", scene.Connector.Calls[^1].CardOf().Lines());
    }

    [Fact]
    public async Task No_message_asks_for_a_notification_besides()
    {
        await using var scene = await Scene.StartAsync();
        foreach (var line in new[] { "help", Line, "due", "my week", "undo", "what is the weather" })
            await scene.SayAsync(line);
        await scene.PostAsync(scene.Alex.Installation("add"));

        Assert.All(scene.Connector.Calls, call => Assert.DoesNotContain("notification", call.Activity.ChannelData?.ToJsonString() ?? "", StringComparison.OrdinalIgnoreCase));
    }
}
