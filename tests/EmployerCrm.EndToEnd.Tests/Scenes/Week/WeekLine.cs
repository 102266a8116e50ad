using System.Text.Json;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes.Week;

/// <summary>One line of the scripted week, and the record it must end as.</summary>
/// <param name="At">When it is sent, wall-clock time in London.</param>
/// <param name="Who">The first name of whoever sends it.</param>
/// <param name="How">"typed" on a phone or "dictated".</param>
/// <param name="Text">As sent.</param>
/// <param name="Want">What the person meant.</param>
internal sealed record WeekLine(DateTime At, string Who, string How, string Text, WantedContact Want)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The forty lines in the order in which they are sent.</summary>
    public static IReadOnlyList<WeekLine> All() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "EmployerCrm.EndToEnd.Tests", "Scenes", "Week", "lines.jsonl"))
            .Select(line => JsonSerializer.Deserialize<WeekLine>(line, Json)!)
            .OrderBy(line => line.At),
    ];
}
