using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmployerCrm.TestSupport.Forging;

/// <summary>Spoils activities and tokens at random, the same way for the same seed.</summary>
/// <param name="marker">Stands in every text, so that a test can look for it where no text may be.</param>
public sealed class Mutator(int seed, TeamsActivities activities, string marker)
{
    private readonly Random _random = new(seed);

    /// <summary>The body of a request: an activity of any kind with some of its members replaced, or with some of its bytes changed, or no activity at all.</summary>
    public byte[] Body() => _random.Next(10) switch
    {
        0 => Bytes(_random.Next(2000)),
        < 4 => Spoilt(Encoding.UTF8.GetBytes(Any().ToJsonString())),
        _ => Encoding.UTF8.GetBytes(Changed(Any()).ToJsonString()),
    };

    /// <summary>A token with some of its letters changed, or a text that never was one.</summary>
    public string Token(string right) => _random.Next(4) switch
    {
        0 => Encoding.ASCII.GetString([.. Bytes(_random.Next(3000)).Select(letter => (byte)(33 + (letter % 94)))]),
        1 => right[.._random.Next(right.Length)],
        _ => Encoding.ASCII.GetString([.. Spoilt(Encoding.ASCII.GetBytes(right)).Select(letter => letter is > 32 and < 127 ? letter : (byte)(33 + (letter % 94)))]),
    };

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private JsonObject Any() => _random.Next(14) switch
    {
        0 => activities.Submit(new JsonObject { ["verb"] = "undo", ["id"] = marker }),
        1 => activities.Execute("undo", new JsonObject { ["id"] = marker }, "card-1"),
        2 => activities.Execute(marker, null),
        3 => activities.Edit("activity-1", "visited " + marker),
        4 => activities.Delete("activity-1"),
        5 => activities.MembersAdded(),
        6 => activities.Installation("add"),
        7 => activities.Installation("remove"),
        8 => activities.Invoke(Pick("task/fetch", "task/submit", "composeExtension/query", "composeExtension/submitAction", "signin/verifyState", "fileConsent/invoke", "adaptiveCard/action", "application/search"), Value(3)),
        9 => activities.Create(Pick("messageReaction", "typing", "event", "endOfConversation", "handoff", "conversationUpdate", "command", marker)),
        10 => activities.Message("due"),
        11 => activities.Message("who have I got at " + marker),
        _ => activities.Message("visited Friday's Café yesterday, " + marker + ", next send CV Tues"),
    };

    private JsonObject Changed(JsonObject activity)
    {
        for (var changes = _random.Next(1, 5); changes > 0; changes--)
        {
            Change(activity);
        }

        return activity;
    }

    private void Change(JsonNode node)
    {
        // Down at random, and there something is replaced, taken away or added.
        if (node is JsonObject members)
        {
            var name = members.Count > 0 && _random.Next(5) > 0 ? members.ElementAt(_random.Next(members.Count)).Key : Pick("id", "type", "value", "text", "tenantId", "aadObjectId", "new", "data", "verb");
            if (members[name] is { } child and (JsonObject or JsonArray) && _random.Next(3) > 0)
            {
                Change(child);
            }
            else if (_random.Next(4) == 0)
            {
                members.Remove(name);
            }
            else
            {
                // Mostly of the same type, since anything else is soon refused.
                members[name] = members[name] is JsonValue text && text.GetValueKind() is JsonValueKind.String && _random.Next(8) > 0 ? Text() : Value(3);
            }
        }
        else if (node is JsonArray { Count: > 0 } items && items[_random.Next(items.Count)] is { } item)
        {
            Change(item);
        }
    }

    private JsonNode? Value(int depth) => _random.Next(depth > 0 ? 12 : 8) switch
    {
        0 => null,
        1 => _random.Next(2) == 0,
        2 => _random.Next(int.MinValue, int.MaxValue),
        3 => JsonNode.Parse(Pick("1e308", "-0", "12345678901234567890123", "0.1", "1E400")),
        < 8 => Text(),
        8 or 9 => new JsonObject { [Pick("id", "type", "value", "action", "verb", "data", "tenant", "new", "")] = Value(depth - 1), [Pick("x", "name", "text")] = Value(depth - 1) },
        _ => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth - 1))]),
    };

    private string Text() => _random.Next(7) switch
    {
        0 => Pick("", " ", "\0", "\u202E", "🎉", "../..", "' or 1=1 --", "<script>", "%s%n", "{0}", "\r\nX: y"),
        1 => new string(Pick("a", "\\", "é", "\u200d", "(", " ")[0], _random.Next(5000)),
        2 => Pick("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2026-11-18T10:20:00+14:00", "1900-02-28T00:00:00-12:00", "2026-11-18", "10:20"),
        3 => Pick("message", "messageUpdate", "messageDelete", "invoke", "event", "installationUpdate", "conversationUpdate", "adaptiveCard/action"),
        4 => Pick("personal", "groupChat", "channel", "msteams", "undo", "done", "snooze", "edit", "help", "due", "add", "remove", "xml", "plain"),
        5 => Pick("00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{}", "[]", "null", "true"),
        _ => marker,
    };

    private byte[] Spoilt(byte[] bytes)
    {
        var spoilt = bytes.ToList();
        for (var changes = _random.Next(1, 6); changes > 0 && spoilt.Count > 0; changes--)
        {
            var place = _random.Next(spoilt.Count);
            switch (_random.Next(5))
            {
                case 0:
                    spoilt.RemoveAt(place);
                    break;
                case 1:
                    spoilt.Insert(place, (byte)_random.Next(256));
                    break;
                case 2:
                    spoilt.RemoveRange(place, _random.Next(spoilt.Count - place));
                    break;
                case 3:
                    spoilt.InsertRange(place, spoilt.GetRange(place, Math.Min(spoilt.Count - place, _random.Next(200))));
                    break;
                default:
                    spoilt[place] = _random.Next(3) == 0 ? (byte)_random.Next(256) : (byte)Pick("\"", "{", "}", "[", "]", ",", ":", "\\", "0", "-", ".", "e")[0];
                    break;
            }
        }

        return [.. spoilt];
    }

    private string Pick(params ReadOnlySpan<string> texts) => texts[_random.Next(texts.Length)];
}
