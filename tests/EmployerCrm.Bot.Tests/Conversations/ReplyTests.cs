using System.Text.Json;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Turns;
using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class ReplyTests
{
    private static readonly Guid Visit = new("01a2030d-bb64-71fe-ba21-7d14108ffb99");

    [Fact]
    public void A_card_is_sent_in_the_words_in_which_it_is_stored()
    {
        var answer = TurnAnswer.Show(Card("Café ✓ \"<b>\""), CardKinds.Visit, Visit);
        var text = Card("Café ✓ \"<b>\"").ToJsonString();

        Assert.Contains($"\"card\":{text},", answer.ToJson(), StringComparison.Ordinal);
        Assert.Contains($"\"content\":{text}", Sent(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_answer_comes_back_whole()
    {
        var answer = TurnAnswer.Show(Card("Friday"), CardKinds.Visit, Visit) with { InPlace = new Reply("Done.", null, Replaces: "17") };

        var back = TurnAnswer.Of(answer.ToJson());

        var reply = Assert.Single(back.Replies);
        Assert.True(JsonNode.DeepEquals(Card("Friday"), reply.Card));
        Assert.Equal((null, CardKinds.Visit, Visit, null), (reply.Text, reply.Kind, reply.SubjectId, reply.Replaces));
        Assert.Equal(("Done.", null, "17"), (back.InPlace!.Text, back.InPlace.Card, back.InPlace.Replaces));
        Assert.Equal(answer.ToJson(), back.ToJson());
    }

    [Fact]
    public void A_reply_that_gets_another_card_is_sent_with_that()
    {
        var answer = TurnAnswer.Show(Card("Friday"), CardKinds.Visit, Visit);
        _ = answer.ToJson();

        var other = answer with { Replies = [answer.Replies[0] with { Card = Card("Monday") }] };

        Assert.Contains("Monday", Sent(other), StringComparison.Ordinal);
        Assert.DoesNotContain("Friday", Sent(other) + other.ToJson(), StringComparison.Ordinal);
    }

    private static JsonObject Card(string text) => new() { ["type"] = "AdaptiveCard", ["fallbackText"] = "Visit logged", ["text"] = text };

    private static string Sent(TurnAnswer answer) => JsonSerializer.Serialize(answer.Replies[0].ToActivity(), BotJson.Default.Activity);
}
