using System.CommandLine;
using System.Text.RegularExpressions;

namespace EmployerCrm.Web.Verbs;

/// <summary>Settings given on the command line.</summary>
internal static partial class SettingTokens
{
    public const string Help = " Settings can be added as --Section:Name=value.";

    /// <summary>Lets a verb take settings beside its own options.</summary>
    public static T TakesSettings<T>(this T command)
        where T : Command
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.Description += Help;
        return command;
    }

    public static bool IsSetting(string token) => Setting.IsMatch(token);

    public static string[] Settings(this ParseResult parsed) => [.. parsed.UnmatchedTokens];

    [GeneratedRegex("^--([A-Za-z][A-Za-z0-9_.-]*(:[A-Za-z0-9_.*-]+)+|urls|environment|contentRoot|AllowedHosts)=", RegexOptions.NonBacktracking)]
    private static partial Regex Setting { get; }
}
