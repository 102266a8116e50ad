using System.CommandLine;
using EmployerCrm.Web.Hosting;

namespace EmployerCrm.Web.Verbs;

internal static class ServeVerb
{
    public static Command Make()
    {
        var command = new Command("serve", "Serves the chat endpoint and the pages until it is stopped.").TakesSettings();
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await CrmHost.BuildAsync(parsed.Settings(), cancellationToken);
            await app.RunAsync(cancellationToken);
            return CommandLine.Done;
        });
        return command;
    }
}
