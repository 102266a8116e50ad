using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class CardGalleryTests
{
    /// <summary>What cards are designed for; Teams counts a message as UTF-16.</summary>
    private const int MostBytes = 28 * 1024;

    [Fact]
    public void Every_card_stays_inside_28_KB() =>
        Assert.All(CardGallery.All(), card => Assert.True(card.Json.Length * 2 <= MostBytes, $"{card.Name}: {card.Json.Length * 2} bytes"));
}
