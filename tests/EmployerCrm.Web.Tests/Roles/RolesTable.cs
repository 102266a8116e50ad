using System.Text.RegularExpressions;

namespace EmployerCrm.Web.Tests.Roles;

/// <summary>One row of <c>docs/roles.md</c>: what it is about, and what each column says.</summary>
internal sealed record RoleRow(string What, string Unknown, string OwnTeam, string OtherTeam, string Lead, string Admin, string System);

/// <summary>The table that people read and these tests hold against the program.</summary>
internal static partial class RolesTable
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "roles.md"));

    public static IReadOnlyList<RoleRow> UseCases => Section("Use cases");

    public static IReadOnlyList<RoleRow> Endpoints => Section("Pages and endpoints");

    public static IReadOnlyList<RoleRow> Buttons => Section("Buttons of cards");

    public static IReadOnlyList<RoleRow> Verbs => Section("Verbs of the host");

    private static List<RoleRow> Section(string title)
    {
        var start = Page.IndexOf("\n## " + title, StringComparison.Ordinal);
        var end = Page.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return [.. Row().Matches(Page[start..(end < 0 ? Page.Length : end)]).Select(match => new RoleRow(
            match.Groups["what"].Value, Cell(match, 0), Cell(match, 1), Cell(match, 2), Cell(match, 3), Cell(match, 4), Cell(match, 5)))];
    }

    private static string Cell(Match match, int index) => match.Groups["cell"].Captures[index].Value.Trim();

    [GeneratedRegex(@"^\| `(?<what>[^`]+)` \|(?:(?<cell>[^|\n]*)\|){6}$", RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
