using System.Text.RegularExpressions;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading.Orders;

/// <summary>A short order about employers that names what it wants at its start. It is read before the line is, and stands beside the shared reading.</summary>
internal abstract partial record EmployerOrder
{
    private const int LongestPlace = 60;

    private static readonly HashSet<string> OpeningWords = new(
        [
            "openings", "opening", "live openings", "our openings", "my openings", "the openings", "team openings", "show openings", "list openings", "any openings", "what openings are there",
            "which openings are live", "vacancies", "show vacancies", "any vacancies", "live vacancies", "jobs going", "any jobs going", "what jobs are going", "open jobs",
        ],
        StringComparer.Ordinal);

    /// <summary>The order that the line is; null when it is none.</summary>
    public static EmployerOrder? Of(string text) => Of(text, FoldedText.Key(text));

    /// <summary>As above, where the line has been folded already.</summary>
    public static EmployerOrder? Of(string text, string key)
    {
        if (AddContactLine().Match(text) is { Success: true } contact)
            return new AddContactOrder(Or(contact.Groups["employer"].Value), contact.Groups["rest"].Value.Trim());
        if (text.Contains('\n', StringComparison.Ordinal))
            return null;
        if (OpeningWords.Contains(key))
            return new OpeningsOrder();
        if (NearLine().Match(text) is { Success: true } near && near.Groups["place"].Value.Trim() is { Length: > 0 and <= LongestPlace } place)
            return new NearOrder(place);
        return NewEmployerLine().Match(text) is { Success: true } added ? new NewEmployerOrder(added.Groups["rest"].Value.Trim()) : null;
    }

    private static string? Or(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"^\s*(?:(?:who|whos|who's|who is|what|whats|what's|what is|which|any|show|list|find)\s+)?(?:(?:employers?|anyone|anybody|places|everyone|we know|do we know|is|are|there)\s+)*(?:near|nearby|close to|round|around)\s+(?:to\s+)?(?<place>[^?!]+?)\s*[?!.]*\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NearLine();

    [GeneratedRegex(@"^\s*(?:please\s+)?(?:new|add|create|add a|add new|add a new|create a new)\s+(?:employer|company|business)\b\s*[:,\-–]?\s*(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NewEmployerLine();

    [GeneratedRegex(@"^\s*(?:please\s+)?(?:add|new|save)\s+(?:a\s+)?(?:new\s+)?contact\b(?:\s+(?:at|for|to|from)\s+(?<employer>[^:\n]+?)(?:\s*:\s*|\s*\r?\n|\s*$)|\s*[:,\-–]?\s*)(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex AddContactLine();
}

/// <summary>"near Otley", "who's near LS21".</summary>
internal sealed record NearOrder(string Place) : EmployerOrder;

/// <summary>"openings".</summary>
internal sealed record OpeningsOrder : EmployerOrder;

/// <summary>"new employer Greenacre Bakery, Otley".</summary>
internal sealed record NewEmployerOrder(string Typed) : EmployerOrder;

/// <summary>"add contact at Two Rivers:" and a signature from a mail.</summary>
internal sealed record AddContactOrder(string? Employer, string Pasted) : EmployerOrder;
