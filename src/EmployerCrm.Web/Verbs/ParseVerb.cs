using System.CommandLine;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Web.Verbs.Parsing;

namespace EmployerCrm.Web.Verbs;

internal static class ParseVerb
{
    private static readonly Option<FileInfo> Directory = new("--directory") { Description = "The employers and client references, as JSON.", Required = true };

    private static readonly Option<string> Now = new("--now") { Description = "When the line was typed, wall clock in London (2026-11-18T10:20)." };

    private static readonly Option<string> Text = new("--text") { Description = "The chat line." };

    private static readonly Option<FileInfo> File = new("--file") { Description = "Lines with text and now, one JSON object each." };

    private static readonly Option<bool> Score = new("--score") { Description = "Compare each line with its expect and print what differs and how many are right." };

    private static readonly Option<bool> Acts = new("--acts") { Description = "Add an acts member: what is understood beside these fields, one object for each contact of the message." };

    public static Command Make(TextWriter output)
    {
        var command = new Command("parse", "Prints what the bot understands of a chat line, as one JSON line; nothing is stored.") { Directory, Now, Text, File, Score, Acts };
        command.Validators.Add(result =>
        {
            // That the directory is missing is said by the option itself, unless something else is.
            if (result.GetResult(Directory) is null)
                return;
            var (file, text) = (result.GetResult(File) is not null, result.GetResult(Text) is not null);
            if (file == text)
                result.AddError("Give either --text with --now, or --file.");
            else if (text && result.GetResult(Now) is null)
                result.AddError("--text needs --now, such as --now 2026-11-18T10:20.");
            else if (text && result.GetValue(Score))
                result.AddError("--score needs --file.");
            else if (result.GetValue(Score) && result.GetValue(Acts))
                result.AddError("--score compares the fields of expect, not the acts: leave --acts out.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var directory = parsed.GetValue(Directory)!;
            await (parsed.GetValue(File) is { } file
                ? FileAsync(directory, file, parsed.GetValue(Score), parsed.GetValue(Acts), output, cancellationToken)
                : LineAsync(directory, parsed.GetValue(Text)!, parsed.GetValue(Now)!, parsed.GetValue(Acts), output, cancellationToken));
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task LineAsync(FileInfo directory, string text, string now, bool acts, TextWriter output, CancellationToken cancellationToken)
    {
        if (!Dates.TryLocalTime(now, out var localNow))
            throw new UsageException($"'{now}' is not a time such as 2026-11-18T10:20.");
        await using var library = await TemporaryDirectory.LoadAsync(directory, cancellationToken);
        await output.WriteLineAsync(await AnswerAsync(library, text, localNow, acts, cancellationToken));
    }

    private static async Task<string> AnswerAsync(TemporaryDirectory library, string text, DateTime localNow, bool acts, CancellationToken cancellationToken)
    {
        var reading = await library.Reader.ReadAsync(text, localNow, cancellationToken);
        return acts ? ActsJson.Write(reading, await library.Messages.ReadAsync(text, localNow, cancellationToken)) : ReadingJson.Write(reading);
    }

    private static async Task FileAsync(FileInfo directory, FileInfo file, bool score, bool acts, TextWriter output, CancellationToken cancellationToken)
    {
        var lines = await PhraseLine.ReadAsync(file, cancellationToken);
        if (score && lines.FirstOrDefault(line => line.Expect is null) is { } unmarked)
            throw new FailedException($"Line {unmarked.Number} of {file.Name} has no expect, so it cannot be scored.");
        await using var library = await TemporaryDirectory.LoadAsync(directory, cancellationToken);
        var right = 0;
        foreach (var line in lines)
        {
            var answer = await AnswerAsync(library, line.Text, line.Now, acts, cancellationToken);
            if (!score)
                await output.WriteLineAsync(answer);
            else if (await IsRightAsync(line, answer, output))
                right++;
        }

        if (score)
            await output.WriteLineAsync(FormattableString.Invariant($"{right} of {lines.Count} right ({100.0 * right / Math.Max(1, lines.Count):0.0} %)"));
    }

    private static async Task<bool> IsRightAsync(PhraseLine line, string answer, TextWriter output)
    {
        var differences = Scoring.Differences(line.Expect!, answer);
        if (differences.Count > 0)
            await output.WriteLineAsync($"line {line.Number}: {string.Join("; ", differences)} | {line.Text}");
        return differences.Count == 0;
    }
}
