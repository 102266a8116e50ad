using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Messages;

namespace EmployerCrm.Bot.Tests.Reading;

/// <summary>
/// A week of six specialists, typed and dictated, whole messages: each line holds the pieces expected of it, in order. A contact's piece is compared in the shared fields and in what its line
/// states beside them; any other in all of its fields.
/// </summary>
public sealed class WeekTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reading");
    private readonly IndexedDirectory _directory = IndexedDirectory.Load(Path.Combine(Folder, "week-directory.json"));

    [Theory]
    [InlineData("week.jsonl", 0.87)]
    [InlineData("week-later.jsonl", 0.87)]
    public async Task A_week_of_messages_is_read_to_most_of_its_lines(string file, double least)
    {
        var reader = new MessageReader(_directory);
        var (exact, all) = (0, 0);
        foreach (var line in File.ReadLines(Path.Combine(Folder, file)).Select(line => JsonNode.Parse(line)!.AsObject()))
        {
            var (text, now) = ((string)line["text"]!, DateTime.Parse((string)line["now"]!, CultureInfo.InvariantCulture));
            var different = Differences(line["pieces"]!.AsArray(), await reader.ReadAsync(text, now, TestContext.Current.CancellationToken), now);
            all++;
            exact += different.Count == 0 ? 1 : 0;
            if (different.Count > 0)
                output.WriteLine($"{text}\n    {string.Join("\n    ", different)}");
        }
        output.WriteLine($"{exact} of {all} exact");
        Assert.True(exact >= least * all, $"{exact} of {all} exact");
    }

    private static List<string> Differences(JsonArray expected, MessageReading message, DateTime now)
    {
        var actual = JsonNode.Parse(ActsJson.Write(message))!.AsArray();
        return expected.Count == actual.Count
            ? [.. expected.Select((piece, place) => Differences(piece!.AsObject(), actual[place]!.AsObject(), message.Pieces[place].Reading, now)).SelectMany(different => different)]
            : [$"{expected.Count} pieces expected, read {actual.ToJsonString()}"];
    }

    private static List<string> Differences(JsonObject expected, JsonObject actual, LineReading reading, DateTime now)
    {
        var fields = expected.Select(pair => pair.Key);
        if ((string?)expected["act"] is not ("contact" or "none"))
            fields = fields.Union(actual.Select(pair => pair.Key), StringComparer.Ordinal);
        var different = fields.Where(name => name is not ("expect" or "text") && Comparable(expected[name]) != Comparable(actual[name]))
            .Select(name => $"{name}: expected {Comparable(expected[name])}, read {Comparable(actual[name])}").ToList();
        return expected["expect"] is JsonObject shared ? [.. different, .. PhraseFile.Differences(new Phrase("", now, shared), reading)] : different;
    }

    private static string Comparable(JsonNode? value) => value is null ? "nothing" : value.ToJsonString(Relaxed).ToLowerInvariant().Trim('"', '.', ' ');

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
