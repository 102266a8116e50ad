using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Tests.BotFramework.Teams;

/// <summary>Which handler hears of what happened in a team, a chat or to a message.</summary>
public sealed class EventTests : TeamsBotHost
{
    [Theory(Timeout = LongestWait)]
    [InlineData("channelCreated", "created Otley in Leeds")]
    [InlineData("channelDeleted", "deleted Otley in Leeds")]
    [InlineData("channelRenamed", "renamed Otley in Leeds")]
    [InlineData("channelRestored", "restored Otley in Leeds")]
    [InlineData("teamArchived", "archived Leeds")]
    [InlineData("teamDeleted", "deleted Leeds")]
    [InlineData("teamHardDeleted", "deleted for good Leeds")]
    [InlineData("teamRenamed", "renamed Leeds")]
    [InlineData("teamRestored", "restored Leeds")]
    [InlineData("teamUnarchived", "unarchived Leeds")]
    public async Task A_change_of_a_team_or_channel_has_its_handler(string eventType, string heard) =>
        Assert.Equal([heard], await HearAsync(InTeam(Activities.Create("conversationUpdate"), eventType)));

    [Theory(Timeout = LongestWait)]
    [InlineData("madeUp")]
    [InlineData(null)]
    public async Task A_change_that_is_not_known_is_let_be(string? eventType) =>
        Assert.Empty(await HearAsync(InTeam(Activities.Create("conversationUpdate"), eventType)));

    [Fact(Timeout = LongestWait)]
    public async Task A_change_outside_Teams_is_no_change_of_a_team() =>
        Assert.Empty(await HearAsync(InTeam(Activities.Create("conversationUpdate"), "channelCreated"), "directline"));

    [Fact(Timeout = LongestWait)]
    public async Task Channel_data_of_another_shape_does_not_fail_the_turn()
    {
        var update = Activities.Create("conversationUpdate");
        update["channelData"] = new JsonObject { ["eventType"] = "teamRenamed", ["team"] = 7 };

        Assert.Empty(await HearAsync(update));
    }

    [Fact(Timeout = LongestWait)]
    public async Task Who_comes_to_a_team_is_told_with_the_team_and_then_without_the_bot() =>
        Assert.Equal(
            ["added to team Leeds: 29:sam,28:bot", "added 29:sam"],
            await HearAsync(InTeam(Activities.MembersAdded("29:sam", "28:bot"), "teamMemberAdded")));

    [Fact(Timeout = LongestWait)]
    public async Task The_bot_that_comes_alone_is_told_of_the_team_alone() =>
        Assert.Equal(["added to team Leeds: 28:bot"], await HearAsync(InTeam(Activities.MembersAdded("28:bot"), "teamMemberAdded")));

    [Fact(Timeout = LongestWait)]
    public async Task Who_leaves_is_told_in_the_same_way()
    {
        var update = InTeam(Activities.Create("conversationUpdate"), "teamMemberRemoved");
        update["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "29:sam" }, new JsonObject { ["id"] = "28:bot" });

        Assert.Equal(["removed from team Leeds: 29:sam,28:bot", "removed 29:sam"], await HearAsync(update));
    }

    [Fact(Timeout = LongestWait)]
    public async Task Who_comes_and_goes_at_once_is_told_of_twice()
    {
        var update = Activities.MembersAdded("29:sam");
        update["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "29:noor" });

        Assert.Equal(["added 29:sam", "removed 29:noor"], await HearAsync(update, "directline"));
    }

    [Theory(Timeout = LongestWait)]
    [InlineData("messageUpdate", "editMessage", "update", "edit")]
    [InlineData("messageUpdate", "undeleteMessage", "update", "undelete")]
    [InlineData("messageUpdate", "madeUp", "update", null)]
    [InlineData("messageUpdate", null, "update", null)]
    [InlineData("messageDelete", "softDeleteMessage", "deletion", "soft delete")]
    [InlineData("messageDelete", null, "deletion", null)]
    public async Task What_became_of_a_message_has_its_handler(string type, string? eventType, string first, string? second)
    {
        var heard = await HearAsync(InTeam(Activities.Create(type), eventType));

        Assert.Equal(second is null ? [first] : [first, second], heard);
    }

    [Theory(Timeout = LongestWait)]
    [InlineData("messageUpdate", "undeleteMessage", "update")]
    [InlineData("messageDelete", "softDeleteMessage", "deletion")]
    public async Task What_became_of_a_message_elsewhere_has_the_general_handler(string type, string eventType, string heard) =>
        Assert.Equal([heard], await HearAsync(InTeam(Activities.Create(type), eventType), "directline"));

    [Fact(Timeout = LongestWait)]
    public async Task Reactions_put_on_and_taken_off_have_a_handler_each()
    {
        var reaction = Activities.Create("messageReaction");
        reaction["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" }, new JsonObject { ["type"] = "heart" });
        reaction["reactionsRemoved"] = new JsonArray(new JsonObject { ["type"] = "sad" });

        Assert.Equal(["reactions added like,heart", "reactions removed sad"], await HearAsync(reaction));
    }

    [Theory(Timeout = LongestWait)]
    [InlineData("add", "installed")]
    [InlineData("add-upgrade", "installed")]
    [InlineData("remove", "removed")]
    [InlineData("remove-upgrade", "removed")]
    [InlineData("made-up", null)]
    public async Task An_install_and_a_removal_have_a_handler_each(string action, string? heard) =>
        Assert.Equal(heard is null ? [] : [heard], await HearAsync(Activities.Installation(action)));

    [Theory(Timeout = LongestWait)]
    [InlineData("tokens/response", "token response")]
    [InlineData("made/up", "event made/up")]
    [InlineData(null, "event ")]
    public async Task An_event_is_told_by_its_name(string? name, string heard) => Assert.Equal([heard], await HearAsync(Activities.Create("event", ("name", name))));

    [Theory(Timeout = LongestWait)]
    [InlineData("""{"lastReadMessageId":"1645"}""", "read up to 1645")]
    [InlineData("""{"lastReadMessageId":7}""", "read up to ")]
    [InlineData("7", "read up to ")]
    public async Task A_read_receipt_says_how_far_somebody_has_read(string value, string heard) => Assert.Equal(
        [heard], await HearAsync(Activities.Create("event", ("name", "application/vnd.microsoft.readReceipt"), ("value", JsonNode.Parse(value)))));

    [Theory(Timeout = LongestWait)]
    [InlineData("endOfConversation", "end")]
    [InlineData("typing", "typing")]
    [InlineData("command", "command")]
    [InlineData("commandResult", "command result")]
    [InlineData("madeUp", "unrecognized")]
    public async Task Every_other_type_has_its_handler(string type, string heard) => Assert.Equal([heard], await HearAsync(Activities.Create(type)));

    private static JsonObject InTeam(JsonObject activity, string? eventType)
    {
        var data = activity["channelData"]!.AsObject();
        data["team"] = new JsonObject { ["id"] = "19:team", ["name"] = "Leeds", ["aadGroupId"] = "g" };
        data["channel"] = new JsonObject { ["id"] = "19:channel", ["name"] = "Otley" };
        data["eventType"] = eventType;
        return activity;
    }
}
