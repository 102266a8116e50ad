using System.Text.Json.Nodes;

namespace EmployerCrm.Web.Verbs.Parsing;

/// <summary>
/// Compares a reading with what was expected: every field exactly, people's free text as <see cref="FreeText"/> compares it, an ambiguous employer
/// as a set, and beside a question nothing but the question.
/// </summary>
internal static class Scoring
{
    private static readonly HashSet<string> Free = new(["notes", "next.title", "newEmployer", "newContact", "title"], StringComparer.Ordinal);

    /// <summary>One entry for each field that is not as expected; none when the line is right.</summary>
    public static IReadOnlyList<string> Differences(JsonObject expected, string reading)
    {
        var actual = JsonNode.Parse(reading)!.AsObject();
        if (expected["ask"] is { } ask)
            return [.. Compare("ask", ask, actual["ask"])];
        var names = expected.Select(field => field.Key).Union(actual.Select(field => field.Key), StringComparer.Ordinal);
        return [.. names.SelectMany(name => name == "next" ? Next(expected[name], actual[name]) : Compare(name, expected[name], actual[name]))];
    }

    private static IEnumerable<string> Next(JsonNode? expected, JsonNode? actual) =>
        expected is JsonObject && actual is JsonObject
            ? Compare("next.title", expected["title"], actual["title"]).Concat(Compare("next.due", expected["due"], actual["due"]))
            : Compare("next", expected, actual);

    private static IEnumerable<string> Compare(string name, JsonNode? expected, JsonNode? actual)
    {
        if (!Same(name, expected, actual))
            yield return $"{name} expected {Show(expected)}, read {Show(actual)}";
    }

    private static bool Same(string name, JsonNode? expected, JsonNode? actual)
    {
        if (expected is null || actual is null)
            return expected is null && actual is null;
        if (name == "ambiguous")
            return Set(expected).SetEquals(Set(actual));
        return Free.Contains(name)
            ? FreeText.Same((string?)expected, (string?)actual, dropJoiningWord: name == "notes")
            : JsonNode.DeepEquals(expected, actual);
    }

    private static HashSet<string?> Set(JsonNode list) => [.. list.AsArray().Select(item => (string?)item)];

    private static string Show(JsonNode? value) => value?.ToJsonString(Relaxed) ?? "nothing";

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
