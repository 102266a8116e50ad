using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmployerCrm.Web.Verbs.Parsing;

/// <summary>One line of a phrase file: what was typed, when, and what it means if that is known.</summary>
internal sealed record PhraseLine(int Number, string Text, DateTime Now, JsonObject? Expect)
{
    public static async Task<IReadOnlyList<PhraseLine>> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            throw new FailedException($"There is no file {file.FullName}.");
        var lines = new List<PhraseLine>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file.FullName, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                lines.Add(Read(line, number, file.Name));
        }

        return lines;
    }

    private static PhraseLine Read(string line, int number, string file)
    {
        try
        {
            var json = JsonNode.Parse(line)!.AsObject();
            if (Dates.TryLocalTime((string?)json["now"], out var now) && (string?)json["text"] is { } text)
                return new PhraseLine(number, text, now, json["expect"]?.AsObject());
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new FailedException($"Line {number} of {file} is not a JSON object of the right shape.", broken);
        }

        throw new FailedException($"Line {number} of {file} needs text, and now such as 2026-11-18T10:20.");
    }
}
