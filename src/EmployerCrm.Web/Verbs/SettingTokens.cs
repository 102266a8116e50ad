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

    /// <summary>An argument that a setting does not fill by mistake: arguments come first.</summary>
    public static Argument<string> BeforeSettings(this Argument<string> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && IsSetting(token.Value))
                result.AddError($"The {argument.Name} is missing; it comes before settings.");
        });
        return argument;
    }

    public static bool IsSetting(string token) => Setting.IsMatch(token);

    public static string[] Settings(this ParseResult parsed) => [.. parsed.UnmatchedTokens];

    [GeneratedRegex("^--([A-Za-z][A-Za-z0-9_.-]*(:[A-Za-z0-9_.*-]+)+|urls|environment|contentRoot|AllowedHosts)=", RegexOptions.NonBacktracking)]
    private static partial Regex Setting { get; }
}
