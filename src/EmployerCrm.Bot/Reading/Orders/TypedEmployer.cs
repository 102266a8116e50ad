using System.Text.RegularExpressions;

namespace EmployerCrm.Bot.Reading.Orders;

/// <summary>What a line tells of a new employer: "Greenacre Bakery, Otley LS21 3AB", "Greenacre Bakery in Otley".</summary>
internal sealed partial record TypedEmployer(string Name, string? Town, string? Postcode)
{
    public static TypedEmployer Of(string typed)
    {
        var (rest, postcode) = (typed, (string?)null);
        foreach (Match match in PostcodeLike().Matches(typed))
        {
            if (Core.Employers.Fields.Postcode.Read(match.Value).Value is not { } written)
                continue;
            (rest, postcode) = (typed.Remove(match.Index, match.Length), written);
            break;
        }

        var parts = rest.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length > 1)
            return new TypedEmployer(parts[0], parts[^1], postcode);
        rest = rest.Trim(' ', ',', '.', '-');
        return InTown().Match(rest) is { Success: true } placed
            ? new TypedEmployer(placed.Groups["name"].Value, placed.Groups["town"].Value, postcode)
            : new TypedEmployer(rest, null, postcode);
    }

    [GeneratedRegex(@"\b[A-Za-z]{1,2}[0-9][0-9A-Za-z]?\s*[0-9][A-Za-z]{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex PostcodeLike();

    [GeneratedRegex(@"^(?<name>.+)\s+in\s+(?<town>\p{Lu}[\p{L}' -]{2,40})$", RegexOptions.NonBacktracking)]
    private static partial Regex InTown();
}
