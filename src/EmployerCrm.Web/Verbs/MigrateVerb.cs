using System.CommandLine;
using EmployerCrm.Store.Migrations;

namespace EmployerCrm.Web.Verbs;

internal static class MigrateVerb
{
    public static Command Make(TextWriter output)
    {
        var command = new Command("migrate", "Brings the database to this version's schema.").TakesSettings();
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = VerbStore.Options(parsed.Settings());
            try
            {
                await using var current = await VerbStore.OpenAsync(options with { MigrateAtStart = false }, cancellationToken);
                await output.WriteLineAsync("Nothing to migrate.");
            }
            catch (SchemaOutOfDateException behind)
            {
                await using var migrated = await VerbStore.OpenAsync(options with { MigrateAtStart = true }, cancellationToken);
                foreach (var migration in behind.Missing)
                    await output.WriteLineAsync("Applied " + migration);
            }

            return CommandLine.Done;
        });
        return command;
    }
}
