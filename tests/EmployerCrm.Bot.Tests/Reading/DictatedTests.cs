using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Messages;

namespace EmployerCrm.Bot.Tests.Reading;

/// <summary>Lines as dictation and thumbs leave them, written before the code that reads them: the shared reading where there is one, and what stands beside it.</summary>
public sealed class DictatedTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reading");
    private static readonly List<JsonObject> Lines = [.. File.ReadLines(Path.Combine(Folder, "dictated.jsonl")).Select(line => JsonNode.Parse(line)!.AsObject())];
    private readonly IndexedDirectory _directory = IndexedDirectory.Load(Path.Combine(Folder, "directory.json"));

    [Fact]
    public async Task Dictated_lines_are_read_to_ninety_eight_in_a_hundred()
    {
        var reader = new LineReader(_directory);
        await ScoreAsync("expect", async (line, text, now) =>
        {
            var reading = await reader.ReadAsync(text, now, TestContext.Current.CancellationToken);
            Assert.False(line["expect"]!["ask"] is not null && reading.Ask is null, $"Read silently: {text}");
            return PhraseFile.Differences(new Phrase(text, now, line["expect"]!.AsObject()), reading);
        });
    }

    [Fact]
    public async Task What_dictated_lines_tell_beside_the_shared_reading_is_read_to_ninety_eight_in_a_hundred()
    {
        var reader = new MessageReader(_directory);
        await ScoreAsync("acts", async (line, text, now) =>
        {
            var message = await reader.ReadAsync(text, now, TestContext.Current.CancellationToken);
            var (expected, actual) = (line["acts"]!.AsArray(), JsonNode.Parse(ActsJson.Write(message))!.AsArray());
            return expected.Count == actual.Count
                ? [.. expected.Select((piece, place) => Differences(piece!.AsObject(), actual[place]!.AsObject(), message.Pieces[place].Reading, now)).SelectMany(different => different)]
                : [$"{expected.Count} contacts expected, read {actual.ToJsonString()}"];
        });
    }

    private async Task ScoreAsync(string member, Func<JsonObject, string, DateTime, Task<List<string>>> differences)
    {
        var (exact, all) = (0, 0);
        foreach (var line in Lines.Where(line => line.ContainsKey(member)))
        {
            var text = (string)line["text"]!;
            var different = await differences(line, text, DateTime.Parse((string)line["now"]!, CultureInfo.InvariantCulture));
            all++;
            exact += different.Count == 0 ? 1 : 0;
            if (different.Count > 0)
                output.WriteLine($"{text}\n    {string.Join("\n    ", different)}");
        }
        output.WriteLine($"{exact} of {all} exact");
        Assert.True(exact >= 0.98 * all, $"{exact} of {all} exact");
    }

    private static List<string> Differences(JsonObject expected, JsonObject actual, LineReading reading, DateTime now)
    {
        var different = expected.Select(pair => pair.Key).Union(actual.Select(pair => pair.Key), StringComparer.Ordinal).Where(name => name is not "expect" && Comparable(expected[name]) != Comparable(actual[name]))
            .Select(name => $"{name}: expected {Comparable(expected[name])}, read {Comparable(actual[name])}").ToList();
        return expected["expect"] is JsonObject shared ? [.. different, .. PhraseFile.Differences(new Phrase("", now, shared), reading)] : different;
    }

    private static string Comparable(JsonNode? value) => value is null ? "nothing" : value.ToJsonString().ToLowerInvariant().Trim('"', '.', ' ');
}
