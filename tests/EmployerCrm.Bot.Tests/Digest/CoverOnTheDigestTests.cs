using System.Text.Json.Nodes;
using EmployerCrm.Bot.Digest;
using EmployerCrm.Bot.Tests.Conversations;
using EmployerCrm.Core;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Bot.Tests.Digest;

/// <summary>What somebody who covers for a colleague sees on the one screen of their digest.</summary>
public sealed class CoverOnTheDigestTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Ids Ids = new(TimeProvider.System);

    [Theory]
    [InlineData(10, -2)]
    [InlineData(10, 0)]
    [InlineData(5, 0)]
    [InlineData(5, -100)]
    public void However_much_of_their_own_is_older_something_of_the_colleagues_is_on_the_first_screen(int own, int dueIn)
    {
        var card = Card([.. Enumerable.Range(1, own).Select(number => Item($"own {number}", -20 - number, null)), Item("theirs", dueIn, "Alex Wilber"), Item("theirs too", dueIn, "Alex Wilber")]);

        Assert.Contains(card.Lines(), line => line.Contains(". Theirs", StringComparison.Ordinal) && line.EndsWith("for Alex Wilber, who is away", StringComparison.Ordinal));
        Assert.Contains("2 for Alex Wilber, who is away", card.Lines());
        Assert.Equal(5, card.Buttons().Count(button => button == "Done"));
    }

    [Fact]
    public void Where_all_of_it_is_on_the_screen_each_item_says_itself_for_whom_it_is()
    {
        var card = Card([Item("own", -1, null), Item("theirs", 0, "Alex Wilber")]);

        Assert.DoesNotContain("1 for Alex Wilber, who is away", card.Lines());
        Assert.Equal(2, card.Buttons().Count(button => button == "Done"));
    }

    private static JsonObject Card(IEnumerable<DigestItem> items) => DigestCard.Build(new DigestContents(Today, DigestContents.InOrder(items), [], [], null), new DigestView(null));

    private static DigestItem Item(string title, int dueIn, string? forName) =>
        new(new FollowUpSummary { Id = Ids.New(), TeamId = Ids.New(), State = FollowUpState.Open, Version = 1, Title = title, DueOn = Today.AddDays(dueIn), Kind = FollowUpKind.Promise }, forName);
}
