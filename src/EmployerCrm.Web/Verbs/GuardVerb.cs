using System.CommandLine;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Settings;
using EmployerCrm.Web.Verbs.Guarding;

namespace EmployerCrm.Web.Verbs;

internal static class GuardVerb
{
    private const string Remarks =
        """
        Prints what the guard on free text would ask about in a note, as one JSON line; nothing is stored.

        A file has one JSON object a line: text, and where it is known client (the reference of the visit), contacts (names of the employer's people),
        employer (its name). Each is answered with {"stop":true,"kinds":["health"],"words":["bipolar"],"left":"the text after Remove"}. With --score each line also
        says stop, and may say kinds (health, medication, crime, date-of-birth, nhs-number, ni-number, name): printed is what differs, then recall and precision.
        """;

    private static readonly Option<string> Text = new("--text") { Description = "One note." };

    private static readonly Option<FileInfo> File = new("--file") { Description = "Notes, one JSON object a line." };

    private static readonly Option<bool> Score = new("--score") { Description = "Compare with what each line says and print recall and precision." };

    private static readonly Option<DirectoryInfo> Words = new("--words") { Description = "A folder of word lists to add, as the setting Privacy:GuardWordsFolder." };

    public static Command Make(TextWriter output)
    {
        var command = new Command("guard", Remarks) { Text, File, Score, Words };
        command.Validators.Add(result =>
        {
            if (result.GetResult(File) is not null == result.GetResult(Text) is not null)
                result.AddError("Give either --text or --file.");
            else if (result.GetResult(Text) is not null && result.GetValue(Score))
                result.AddError("--score needs --file.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var guard = GuardSettings.Of(parsed.GetValue(Words)).ToGuard();
            if (parsed.GetValue(File) is { } file)
                await FileAsync(guard, file, parsed.GetValue(Score), output, cancellationToken);
            else
                await output.WriteLineAsync(NoteVerdict.Of(guard, new LabelledNote(1, parsed.GetValue(Text)!, GuardSurroundings.None, null, [])).ToJson());
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task FileAsync(FreeTextGuard guard, FileInfo file, bool score, TextWriter output, CancellationToken cancellationToken)
    {
        var notes = await LabelledNote.ReadAsync(file, cancellationToken);
        if (score && notes.FirstOrDefault(note => note.Stop is null) is { } unmarked)
            throw new FailedException($"Line {unmarked.Number} of {file.Name} has no stop, so it cannot be scored.");
        var tally = new GuardTally();
        foreach (var note in notes)
        {
            var answer = NoteVerdict.Of(guard, note);
            if (!score)
                await output.WriteLineAsync(answer.ToJson());
            else if (tally.Add(note, answer) is { } difference)
                await output.WriteLineAsync(difference);
        }

        if (score)
            await output.WriteLineAsync(tally.ToString());
    }
}
