using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Cards;

public sealed class CardGalleryTests(Browser browser)
{
    [Fact]
    public async Task Every_card_the_bot_can_send_passes_Microsofts_own_renderer()
    {
        await using var renderer = await CardRenderer.StartAsync(browser);
        var cards = CardGallery.All().ToList();

        var complaints = await renderer.ComplaintsAsync(cards, photographed: TestTier.HasTime);

        Assert.True(cards.Count > 15, "The gallery has almost no cards.");
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }
}
