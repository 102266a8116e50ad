using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>Which deliveries are one turn.</summary>
public sealed class TurnKeyTests
{
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 11, 18, 10, 20, 0, TimeSpan.Zero));
    private readonly TeamsActivities _activities;

    public TurnKeyTests() => _activities = new TeamsActivities("https://smba.trafficmanager.net/uk/", _clock);

    [Fact]
    public void The_same_message_again_is_the_same_turn()
    {
        var message = _activities.Message("due");

        Assert.Equal(KeyOf(message), KeyOf(message.DeepClone()));
        Assert.Equal(KeyOf(message).Digest(), KeyOf(message.DeepClone()).Digest());
        Assert.Equal(new TurnKey("msteams", "a:personal-1", "message", (string)message["id"]!, null), KeyOf(message));
    }

    [Fact]
    public void The_same_id_in_another_conversation_channel_or_type_is_another_turn()
    {
        var message = _activities.Message("due");
        var keys = new List<TurnKey> { KeyOf(message) };
        foreach (var (member, value) in new[] { ("type", "event"), ("channelId", "webchat"), ("id", "other") })
        {
            var other = message.DeepClone();
            other[member] = value;
            keys.Add(KeyOf(other));
        }

        var elsewhere = message.DeepClone();
        elsewhere["conversation"]!["id"] = "a:personal-2";
        keys.Add(KeyOf(elsewhere));

        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(keys.Count, keys.Select(key => key.Digest()).Distinct().Count());
    }

    [Fact]
    public void Two_edits_of_one_message_are_two_turns_and_a_repeated_one_is_one()
    {
        var first = _activities.Edit("1", "due");
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = _activities.Edit("1", "due");

        Assert.NotEqual(KeyOf(first), KeyOf(second));
        Assert.Equal(KeyOf(first), KeyOf(first.DeepClone()));
    }

    [Fact]
    public void A_button_press_without_an_id_is_known_by_its_content_and_time()
    {
        var press = _activities.Execute("snooze", new System.Text.Json.Nodes.JsonObject { ["id"] = 1 }, "card-1");
        press.Remove("id");
        var blank = press.DeepClone();
        blank["id"] = " ";
        var otherCard = press.DeepClone();
        otherCard["replyToId"] = "card-2";
        var otherPerson = press.DeepClone();
        otherPerson["from"]!["id"] = "29:dana";
        var otherData = press.DeepClone();
        otherData["value"]!["action"]!["data"]!["id"] = 2;
        var later = press.DeepClone();
        later["timestamp"] = "2026-11-18T10:20:01Z";

        Assert.Equal(KeyOf(press), KeyOf(press.DeepClone()));
        Assert.Equal(KeyOf(press), KeyOf(blank));
        Assert.All([otherCard, otherPerson, otherData, later], other => Assert.NotEqual(KeyOf(press), KeyOf(other)));
    }

    [Fact]
    public void Parts_do_not_run_together()
    {
        Assert.NotEqual(new TurnKey("a", "bc", "t", "i", null).Digest(), new TurnKey("ab", "c", "t", "i", null).Digest());
        Assert.NotEqual(new TurnKey("a", "b", "t", "i", null).Digest(), new TurnKey("a", "b", "t", "i", "").Digest());
    }

    private static TurnKey KeyOf(System.Text.Json.Nodes.JsonNode activity) => TurnKey.Of(ActivityTests.Read(activity));
}
