using EmployerCrm.EndToEnd.Tests.Cards;
using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes;

public sealed class RealCardsTests(Browser browser, SampleDatabase sample)
{
    [Fact]
    public async Task Every_card_of_a_real_conversation_passes_Microsofts_own_renderer()
    {
        Machine.NeedsTime("A whole conversation (each kind of card is rendered by CardGalleryTests)");
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        await scene.Chat.SayAsync("help");
        var visit = await scene.Chat.SayAsync(Lines.Visit);
        await visit.PressAsync("Edit");
        await visit.SaysAsync("Next step due");
        await visit.PressAsync("Cancel");
        await visit.SaysAsync("Visit logged");
        await scene.Chat.SayAsync(Lines.AmbiguousVisit);
        await scene.Chat.SayAsync(Lines.UnknownEmployer);
        await scene.Chat.SayAsync("my week");
        var list = await scene.Chat.SayAsync("due");
        await list.PressAsync("Snooze");
        await list.SaysAsync("Snooze until");
        await list.PressAsync("Tomorrow");
        await list.SaysAsync("Snoozed: ");

        var cards = scene.Wire.Exchanges.SelectMany(exchange => exchange.Cards()).Select((json, index) => (Name: $"card {index + 1} of the conversation", json)).ToList();
        await using var renderer = await CardRenderer.StartAsync(browser);
        var complaints = await renderer.ComplaintsAsync(cards);

        Assert.True(cards.Count >= 11, $"Only {cards.Count} cards went over the wire.");
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }
}
