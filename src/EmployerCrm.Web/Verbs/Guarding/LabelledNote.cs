using System.Text.Json;
using System.Text.Json.Nodes;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Web.Verbs.Guarding;

/// <summary>One line of a file of notes: the text, what is known beside it, and whether it is to be stopped if that is said.</summary>
internal sealed record LabelledNote(int Number, string Text, GuardSurroundings Around, bool? Stop, IReadOnlyList<string> Kinds)
{
    public static async Task<IReadOnlyList<LabelledNote>> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            throw new FailedException($"There is no file {file.FullName}.");
        var notes = new List<LabelledNote>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file.FullName, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                notes.Add(Read(line, number, file.Name));
        }

        return notes;
    }

    private static LabelledNote Read(string line, int number, string file)
    {
        try
        {
            var json = JsonNode.Parse(line)!.AsObject();
            var around = new GuardSurroundings
            {
                Client = (string?)json["client"],
                People = Strings(json["contacts"]),
                Places = (string?)json["employer"] is { } employer ? [employer] : [],
            };
            if ((string?)json["text"] is { } text)
                return new LabelledNote(number, text, around, (bool?)json["stop"], Strings(json["kinds"]));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw new FailedException($"Line {number} of {file} is not a JSON object of the right shape.", broken);
        }

        throw new FailedException($"Line {number} of {file} needs text.");
    }

    private static IReadOnlyList<string> Strings(JsonNode? list) => [.. list?.AsArray().Select(item => (string?)item).OfType<string>() ?? []];
}
