using System.Net;
using System.Text.RegularExpressions;

namespace EmployerCrm.Web.Tests.Pages;

/// <summary>What a browser would send of the fields of a page, as they stand.</summary>
internal static partial class Fields
{
    public static IEnumerable<(string Name, string Value)> Of(string html) => All(html).DistinctBy(field => field.Name);

    /// <summary>The same with some of them changed or added.</summary>
    public static (string Name, string Value)[] With(IEnumerable<(string Name, string Value)> form, params (string Name, string Value)[] changed) =>
        [.. form.Where(field => !changed.Any(change => change.Name == field.Name)), .. changed];

    private static IEnumerable<(string Name, string Value)> All(string html)
    {
        // The forms of the page itself: those of its heading send things of their own.
        var page = html[html.IndexOf("<main", StringComparison.Ordinal)..];
        foreach (Match input in Input().Matches(page))
        {
            var attributes = Attribute().Matches(input.Value).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
            var isChoice = attributes.GetValueOrDefault("type") is "radio" or "checkbox";
            if (attributes.TryGetValue("name", out var name) && name != "line" && (!isChoice || input.Value.Contains(" checked", StringComparison.Ordinal)))
                yield return (name, attributes.GetValueOrDefault("value", ""));
        }

        foreach (Match area in Area().Matches(page))
        {
            if (area.Groups[1].Value != "line")
                yield return (area.Groups[1].Value, WebUtility.HtmlDecode(area.Groups[2].Value).TrimStart('\n'));
        }

        foreach (Match select in Select().Matches(page))
        {
            var chosen = Selected().Match(select.Groups[2].Value) is { Success: true } option ? option : First().Match(select.Groups[2].Value);
            yield return (select.Groups[1].Value, WebUtility.HtmlDecode(chosen.Groups[1].Value));
        }
    }

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("([a-z-]+)=\"([^\"]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("<textarea [^>]*name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>")]
    private static partial Regex Area();

    [GeneratedRegex("<select [^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Selected();

    [GeneratedRegex("<option value(?:=\"([^\"]*)\")?[ >]")]
    private static partial Regex First();
}
