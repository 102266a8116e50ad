using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EmployerCrm.BotFramework;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What this version does not know is kept: any members, in any object of the protocol, at any depth.</summary>
public sealed class RoundTripTests
{
    private const string Message = """
        {"type":"message","id":"1","timestamp":"2026-11-18T10:20:00+00:00","localTimestamp":"2026-11-18T10:20:00+01:00","localTimezone":"Europe/London","serviceUrl":"https://smba.trafficmanager.net/uk/",
         "channelId":"msteams","from":{"id":"29:a","name":"Alex","aadObjectId":"0020","role":"user"},"conversation":{"id":"a:1","conversationType":"personal","tenantId":"t","isGroup":false},
         "recipient":{"id":"28:b"},"replyToId":"0","locale":"en-GB","text":"hi","textFormat":"plain",
         "attachments":[{"contentType":"c","content":{"x":1.10},"name":"n"},{"contentUrl":"u"}],
         "entities":[{"type":"mention","mentioned":{"id":"28:b"},"text":"<at>B</at>"},{"type":"clientInfo"}],
         "suggestedActions":{"to":["29:a"],"actions":[{"type":"imBack","title":"t","value":{"a":1}},{"type":"openUrl"}]},
         "membersAdded":[{"id":"1"}],"membersRemoved":[{"id":"2"}],"reactionsAdded":[{"type":"like"}],"reactionsRemoved":[{"type":"heart"}],
         "action":"add","name":"n","value":{"deep":[{"x":2}]},"channelData":{"tenant":{"id":"t"}}}
        """;

    private const string Invoke = """{"action":{"type":"Action.Execute","id":"1","verb":"undo","data":{"id":1,"input":"x"}},"trigger":"manual","state":"s"}""";

    private const string InvokeResponse = """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""";

    private const string Reference = """
        {"activityId":"1","user":{"id":"29:a"},"bot":{"id":"28:b"},"conversation":{"id":"a:1"},"channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/uk/","locale":"cy"}
        """;

    [Fact]
    public void An_activity_keeps_what_it_does_not_know() => Check(Message, BotJson.Default.Activity);

    [Fact]
    public void A_pressed_button_keeps_what_it_does_not_know() => Check(Invoke, BotJson.Default.AdaptiveCardInvokeValue);

    [Fact]
    public void An_answer_to_one_keeps_what_it_does_not_know() => Check(InvokeResponse, BotJson.Default.AdaptiveCardInvokeResponse);

    [Fact]
    public void A_conversation_reference_keeps_what_it_does_not_know() => Check(Reference, BotJson.Default.ConversationReference);

    [Fact]
    public void The_connectors_answer_keeps_what_it_does_not_know() => Check("""{"id":"1"}""", BotJson.Default.ResourceResponse);

    [Fact]
    public void Every_object_of_the_protocol_has_room_for_what_it_does_not_know()
    {
        var objects = typeof(Activity).Assembly.GetTypes()
            .Where(type => !type.IsGenericTypeDefinition && BotJson.Default.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object })
            .ToList();

        Assert.Contains(typeof(CardAction), objects);
        Assert.All(objects, type => Assert.Contains(BotJson.Default.GetTypeInfo(type)!.Properties, property => property.IsExtensionData));
    }

    private static void Check<T>(string json, JsonTypeInfo<T> type)
    {
        var template = JsonNode.Parse(json)!;
        var places = Objects(template).Count();
        var additions = RandomJson.Members(2).ListOf(places);
        Prop.ForAll(
            additions.ToArbitrary(),
            members =>
            {
                var sent = template.DeepClone();
                foreach (var (place, more) in Objects(sent).Zip(members).ToList())
                {
                    foreach (var (name, value) in more)
                    {
                        place[name] = value?.DeepClone();
                    }
                }

                var kept = JsonNode.Parse(JsonSerializer.Serialize(JsonSerializer.Deserialize(sent.ToJsonString(), type)!, type));

                Assert.Equal(RandomJson.Canonical(sent), RandomJson.Canonical(kept));
            }).QuickCheckThrowOnFailure();
    }

    /// <summary>Every object of the template, the free ones (value, data, content, channel data) too.</summary>
    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
