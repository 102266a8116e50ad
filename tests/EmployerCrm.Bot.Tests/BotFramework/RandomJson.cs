using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>JSON of every shape, for what nobody has thought of yet.</summary>
internal static class RandomJson
{
    private static readonly string[] Numbers =
        ["0", "-0", "7", "-1", "1.10", "1e3", "1E-7", "12345678901234567890123456789012345", "0.1000000000000000055511151231257827", "1e400", "-9223372036854775809", "18446744073709551616", "2026"];

    private static readonly string[] Texts =
        ["", " ", "plain", "Zielińska", "ŵyna", "日本語", "🎉👩‍👩‍👧", "\u0000", "\u001b[0m", "\"quoted\" \\ / ", "line\nbreak\ttab", "\u2028\u2029", "\uFEFF", "<at>Bot</at>", "2026-11-18T10:20:00Z", "null", "\u202Edetisiv"];

    private static readonly string[] Names =
        ["new", "$type", "$ref", "$id", "__proto__", "", " ", "a b", "é", "日本", "🎉", "Text", "ID", "TYPE", "ChannelData", "From", "constructor", "toString", "@odata.type", "a.b", "a\"b", "properties", "Properties", "x\u0000"];

    public static Gen<JsonNode?> Value(int depth) => depth == 0
        ? Leaf
        : Gen.Frequency((4, Leaf), (1, Members(depth - 1).Select(members => (JsonNode?)members)), (1, Value(depth - 1).ListOf().Select(items => (JsonNode?)new JsonArray([.. items.Take(4).Select(Copy)]))));

    /// <summary>Up to six members whose names the protocol does not have.</summary>
    public static Gen<JsonObject> Members(int depth) =>
        Gen.Zip(Gen.Elements(Names), Value(depth)).ListOf().Select(members =>
        {
            var made = new JsonObject();
            foreach (var (name, value) in members.Take(6))
            {
                made[name] = Copy(value);
            }

            return made;
        });

    /// <summary>One text for JSON that means the same: members in order of name, numbers as they were written.</summary>
    public static string Canonical(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => JsonValue.Create(member.Key).ToJsonString() + ":" + Canonical(member.Value))) + "}",
        JsonArray items => "[" + string.Join(',', items.Select(Canonical)) + "]",
        _ => node?.ToJsonString() ?? "null",
    };

    private static Gen<JsonNode?> Leaf => Gen.OneOf(
        Gen.Elements(Numbers).Select(number => JsonNode.Parse(number)),
        Gen.Elements(Texts).Select(text => (JsonNode?)text),
        Gen.Elements(true, false).Select(truth => (JsonNode?)truth),
        Gen.Constant<JsonNode?>(null));

    // A node has one parent, and what was generated may be used twice.
    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}
