using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Everybody is answered in the language of their own setting.</summary>
public sealed class ReaderLanguageTests
{
    [Fact]
    public void Every_text_is_there_in_Welsh_with_the_same_places_for_values()
    {
        var (english, welsh) = (TextsOf("Texts.resx"), TextsOf("Texts.cy.resx"));
        Assert.True(english.Count > 800, "Almost no text is found.");
        Assert.Empty(english.Keys.Except(welsh.Keys));
        Assert.Empty(welsh.Keys.Except(english.Keys));
        Assert.Empty(english.Where(text => !Places(text.Value).SetEquals(Places(welsh[text.Key]))).Select(text => text.Key));
    }

    [Fact]
    public void What_people_type_is_the_same_in_both()
    {
        var (english, welsh) = (TextsOf("Texts.resx"), TextsOf("Texts.cy.resx"));
        Assert.Empty(english.Where(text => text.Key.StartsWith("Words", StringComparison.Ordinal) && welsh[text.Key] != text.Value).Select(text => text.Key));
    }

    [Fact]
    public async Task The_answer_to_the_wish_is_in_the_language_that_was_wished_for_and_so_is_what_follows()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("Cymraeg")).CardOf();
        Assert.Equal(("cy", "Gosodiadau wedi'u cadw"), ((string?)card["lang"], card.Lines()[0]));

        var visit = (await scene.SayAsync("visited Two Rivers yesterday 3pm, met Sarah")).CardOf();
        Assert.Equal("Ymweliad wedi'i gofnodi", visit.Lines()[0]);
        Assert.Contains(visit.Lines(), line => line.StartsWith("Pryd: Gwe 20 Tach, ddoe", StringComparison.Ordinal));
        Assert.Contains("Dadwneud", visit.Buttons());
        Assert.Contains("Saesneg", (await scene.SayAsync("help")).CardOf().Whole(), StringComparison.Ordinal);

        Assert.Equal("Settings saved", (await scene.SayAsync("English")).CardOf().Lines()[0]);
        Assert.Equal("Nothing is due. Well done.", (await scene.SayAsync("due")).CardOf().Lines()[1]);
    }

    [Fact]
    public async Task A_pressed_button_is_answered_in_the_language_of_who_pressed()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visited Two Rivers yesterday 3pm, met Sarah")).CardOf();
        await scene.SayAsync("Cymraeg");
        Assert.Contains("Wedi'i ddadwneud", (await scene.PressAsync(card, "Undo")).CardOf().Whole(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_week_is_counted_in_Welsh_for_one_and_in_English_for_the_other_at_the_same_time()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("Cymraeg");
        for (var round = 0; round < 15; round++)
        {
            var calls = scene.Connector.Calls.Count;
            await Task.WhenAll(scene.PostAsync(scene.Alex.Message("my week")), scene.PostAsync(scene.Sam.Message("my week")), scene.PostAsync(scene.Alex.Message("due")), scene.PostAsync(scene.Sam.Message("due")));
            var answers = scene.Connector.Calls.Skip(calls).ToList();
            Assert.Equal(4, answers.Count);
            foreach (var answer in answers)
            {
                var isAlex = answer.ConversationId == scene.Alex.ConversationId;
                var first = answer.CardOf().Lines()[0];
                Assert.StartsWith(isAlex ? (first[0] == 'F' ? "Fy wythnos" : "Yr hyn sydd gennych") : (first[0] == 'M' ? "My week" : "What you owe"), first, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_question_is_put_in_the_persons_language()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("Cymraeg");
        Assert.Contains("Pa ddiwrnod", (await scene.SayAsync("visited Two Rivers last week")).CardOf().Whole(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> TextsOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "EmployerCrm.sln")))
            folder = folder.Parent;
        return XDocument.Load(Path.Combine(folder.FullName, "src", "EmployerCrm.Bot", "Resources", file)).Descendants("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);
    }

    private static HashSet<string> Places(string text) => [.. Regex.Matches(text, @"\{\d+\}").Select(match => match.Value)];
}
