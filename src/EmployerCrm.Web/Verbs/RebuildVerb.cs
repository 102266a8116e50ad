using System.CommandLine;

namespace EmployerCrm.Web.Verbs;

internal static class RebuildVerb
{
    public static Command Make(TextWriter output)
    {
        var command = new Command("rebuild", "Recomputes counts, employer activity, look-up keys, the rows of the employer list and engagement levels from the records; names each difference and mends it.")
            .TakesSettings();
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var engagement = VerbStore.Engagement(parsed.Settings());
            await using var store = await VerbStore.OpenAsync(parsed.Settings(), cancellationToken);
            var differences = await store.RebuildAsync(engagement, cancellationToken);
            foreach (var difference in differences)
                await output.WriteLineAsync(difference);
            await output.WriteLineAsync(differences.Count == 0 ? "No difference." : $"{differences.Count} mended.");
            return CommandLine.Done;
        });
        return command;
    }
}
