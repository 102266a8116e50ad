using System.Text.Json.Nodes;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Tests.Architecture;

namespace EmployerCrm.Core.Tests.Privacy;

internal sealed record LabelledNote(string Text, GuardSurroundings Around, bool Stop);

internal static class LabelledNotes
{
    public static List<LabelledNote> Read(string file) =>
        [.. File.ReadLines(Path.Combine(House.Root.FullName, "tests/EmployerCrm.Core.Tests/Privacy", file)).Select(line => JsonNode.Parse(line)!).Select(Of)];

    private static LabelledNote Of(JsonNode note) => new(
        (string)note["text"]!,
        new GuardSurroundings
        {
            Client = (string?)note["client"],
            People = [.. note["contacts"]?.AsArray().Select(name => (string)name!) ?? []],
            Places = (string?)note["employer"] is { } employer ? [employer] : [],
        },
        (bool)note["stop"]!);
}
