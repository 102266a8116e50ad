using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Web.Settings;
using EmployerCrm.Web.Verbs.People;

namespace EmployerCrm.Web.Verbs;

/// <summary>The host's verbs. Exit codes: 0 done, 1 failed, 2 not understood; what a person did wrong is said in a sentence on stderr.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int NotUnderstood = 2;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Root(output).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (Misuse(parsed) is { } misuse)
        {
            await error.WriteLineAsync($"{misuse} Try --help.");
            return NotUnderstood;
        }

        try
        {
            // The web host listens to Ctrl-C itself; the other verbs may simply end, since each writes in one transaction.
            var how = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(how);
        }
        catch (UsageException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            return NotUnderstood;
        }
        catch (Exception known) when (IsForThePerson(known))
        {
            await error.WriteLineAsync(known.Message);
            return Failed;
        }
    }

    internal static RootCommand Root(TextWriter output)
    {
        var serve = ServeVerb.Make();
        var root = new RootCommand("EmployerCrm: employer contacts of employment specialists, logged in chat. Without a verb it serves.")
        {
            serve,
            MigrateVerb.Make(output),
            SeedVerb.Make(output),
            ParseVerb.Make(output),
            GuardVerb.Make(output),
            RebuildVerb.Make(output),
            PeopleVerb.Make(output),
            TeamsVerb.Make(output),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.Action = serve.Action;
        return root;
    }

    /// <summary>Unmatched words are settings, as in <c>--Store:Provider=SqlServer</c>; anything else was not understood.</summary>
    private static string? Misuse(ParseResult parsed)
    {
        if (parsed.Action is HelpAction)
            return null;
        if (parsed.Errors.Count > 0)
            return parsed.Errors[0].Message;
        var unknown = parsed.UnmatchedTokens.FirstOrDefault(token => !SettingTokens.IsSetting(token));
        return unknown is null ? null : $"'{unknown}' is neither a verb nor an option here.";
    }

    private static bool IsForThePerson(Exception exception) =>
        exception is FailedException or SettingsException or SchemaOutOfDateException or MigrationFailedException
            or DbException or IOException or UnauthorizedAccessException;
}
