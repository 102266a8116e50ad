using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Reading;

namespace EmployerCrm.Bot.Tests.Reading;

internal sealed record Phrase(string Text, DateTime Now, JsonObject Expected);

/// <summary>Chat lines with the reading expected of each, and the comparison of the two.</summary>
internal static class PhraseFile
{
    private static readonly string[] Loose = ["notes", "newEmployer", "newContact", "title"];
    private static readonly string[] JoiningWords = ["about", "re", "regarding", "and", "but", "so", "that", "who", "for", "to"];

    public static List<Phrase> Read(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!).Select(node => new Phrase(
            node["text"]!.GetValue<string>(), DateTime.Parse(node["now"]!.GetValue<string>(), CultureInfo.InvariantCulture), node["expect"]!.AsObject()))];

    /// <summary>The fields that differ; empty for an exact reading.</summary>
    public static List<string> Differences(Phrase phrase, LineReading reading)
    {
        var actual = JsonNode.Parse(ReadingJson.Write(reading))!.AsObject();
        var fields = phrase.Expected.ContainsKey("ask") ? ["ask"] : phrase.Expected.Select(pair => pair.Key).Union(actual.Select(pair => pair.Key), StringComparer.Ordinal);
        return [.. fields.Select(field => (field, Expected: Comparable(field, phrase.Expected[field]), Actual: Comparable(field, actual[field])))
            .Where(pair => pair.Expected != pair.Actual).Select(pair => $"{pair.field}: expected {pair.Expected}, read {pair.Actual}")];
    }

    private static string Comparable(string field, JsonNode? value) => value switch
    {
        null => "nothing",
        JsonArray names => string.Join(" | ", names.Select(name => name!.GetValue<string>()).Order(StringComparer.Ordinal)),
        JsonObject next => $"{Loosely(next["title"]!.GetValue<string>())} due {next["due"]?.GetValue<string>()}",
        _ when Array.IndexOf(Loose, field) >= 0 => field == "notes" ? WithoutJoining(Loosely(value.GetValue<string>())) : Loosely(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    private static string Loosely(string text)
    {
        var straight = text.ToLowerInvariant().Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"');
        return string.Join(' ', straight.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim([.. " .,;:!?-–—()[]\"'…"]);
    }

    private static string WithoutJoining(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Array.IndexOf(JoiningWords, text[..space]) >= 0 ? text[(space + 1)..] : text;
    }
}
