using System.Globalization;
using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>Text that is too long for one message goes out in several, and is all there.</summary>
public sealed class LongTextTests
{
    private static readonly string[] Pieces =
        ["word", "naïve", " ", "  ", ". ", "! ", "? ", "…\u00a0", "\n", "\r\n", "\n\n", "\r\n\r\n", "\t", "👩‍👩‍👧", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "e\u0301", "😀", "\ud83d", "\ude00", "ŵ", "\"Yes.\" ", "averyveryverylongword"];

    [Theory]
    [InlineData("One. Two.\n\nThree is more. ", 20, "One. Two.\n\n|Three is more. ")]
    [InlineData("One two\nthree four five", 14, "One two\n|three four |five")]
    [InlineData("It is so. It was so before", 16, "It is so. |It was so before")]
    [InlineData("He said \"No.\" He went home", 18, "He said \"No.\" |He went home")]
    [InlineData("one two three", 9, "one two |three")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("ab\r\ncdefgh", 3, "ab|\r\n|cde|fgh")]
    [InlineData("a😀b😀", 2, "a|😀|b|😀")]
    [InlineData("abc👩‍👩‍👧def", 8, "abc|👩‍👩‍👧|def")]
    [InlineData("short", 5, "short")]
    [InlineData("", 5, "")]
    public void It_is_cut_after_a_paragraph_a_line_a_sentence_or_a_word(string text, int longest, string parts) =>
        Assert.Equal(parts.Split('|'), LongText.Split(text, longest));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_character_is_lost_or_cut_and_no_part_is_too_long(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var longest = random.Next(20, 80);
            var parts = LongText.Split(text, longest);

            Assert.Equal(text, string.Concat(parts));
            Assert.All(parts, part => Assert.InRange(part.Length, text.Length == 0 ? 0 : 1, longest));
            var wholes = StringInfo.ParseCombiningCharacters(text);
            var cuts = parts.SkipLast(1).Aggregate(new List<int> { 0 }, (ends, part) => [.. ends, ends[^1] + part.Length]);
            Assert.All(cuts, cut => Assert.True(text.Length == 0 || wholes.Contains(cut) || char.IsWhiteSpace(text[cut - 1]), $"{cut} of {text}"));
        }
    }

    [Fact]
    public async Task A_long_answer_goes_out_in_order_part_by_part_each_inside_the_limit_of_the_channel()
    {
        await using var host = await BotHost.StartAsync();
        var text = string.Concat(Enumerable.Range(0, 4000).Select(number => $"Nŵmber {number} \"is\" here. "));
        host.Bot.OnMessage = (turn, cancellation) => turn.SendActivityAsync(text, cancellation);
        using var answer = await host.PostAsync(host.Activities.Message("all of it"));

        Assert.True(host.Connector.Calls.Count > 10);
        Assert.Equal(text, string.Concat(host.Connector.Calls.Select(call => call.Activity.Text)));
        Assert.All(host.Connector.Calls, call => Assert.InRange(call.Body.Length * 2, 1, 100 * 1024));
    }

    [Fact]
    public async Task A_mention_goes_with_the_part_it_stands_in_and_attachments_after_the_last()
    {
        await using var host = await BotHost.StartAsync();
        host.Bot.OnMessage = (turn, cancellation) => turn.SendActivityAsync(
            new Activity
            {
                Type = ActivityTypes.Message,
                Text = new string('x', 7990) + " <at>Alex</at> " + new string('y', 9000),
                Entities = [new Entity { Type = Entity.Mention, Text = "<at>Alex</at>", Mentioned = new ChannelAccount { Id = "29:alex" } }],
                Attachments = [Attachment.AdaptiveCard(new System.Text.Json.Nodes.JsonObject { ["type"] = "AdaptiveCard" })],
            },
            cancellation);
        using var answer = await host.PostAsync(host.Activities.Message("all of it"));

        Assert.Equal([0, 1, 0, 0], host.Connector.Calls.Select(call => call.Activity.Entities?.Count ?? 0));
        Assert.Equal([0, 0, 0, 1], host.Connector.Calls.Select(call => call.Activity.Attachments?.Count ?? 0));
        Assert.Contains("<at>Alex</at>", host.Connector.Calls[1].Activity.Text, StringComparison.Ordinal);
    }
}
