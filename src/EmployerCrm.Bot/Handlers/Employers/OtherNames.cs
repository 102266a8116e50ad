using System.Text.RegularExpressions;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Handlers.Employers;

/// <summary>Employers that are asked for by something else than their name: a trading name, a person, a postcode, a company number.</summary>
internal sealed partial class OtherNames(EmployerSearching searching)
{
    private const int Most = 3;
    private const int MostWords = 6;

    /// <summary>What the line asks to see, without the words that ask; null when it does not ask.</summary>
    public static string? Sought(string text) =>
        Asking().Match(text) is { Success: true } asked && FoldedText.Words(asked.Groups["rest"].Value).Count is > 0 and <= MostWords ? asked.Groups["rest"].Value.Trim() : null;

    /// <summary>The likeliest first. Names are the reader's: one that is only nearly right is offered, not taken.</summary>
    public async Task<IReadOnlyList<DirectoryEmployer>> OfAsync(Turn turn, string sought, CancellationToken cancellationToken)
    {
        // The space behind the last word tells that it is whole.
        var found = await searching.SuggestAsync(turn.Actor, sought + " ", Most + 1, cancellationToken);
        return [.. found.Where(employer => !employer.Archived && employer.Field != MatchedField.Name).Take(Most).Select(employer => new DirectoryEmployer(employer.Id, employer.Name, employer.Town ?? string.Empty, []))];
    }

    [GeneratedRegex(@"^\s*(?:please\s+)?(?:who knows|who works at|who is at|who's at|who is|who's|employer|show me|show|find|look up|lookup|pull up|info on|tell me about|open|contacts? (?:at|for)|what do we know about)\s+(?<rest>[^?!]+?)\s*[?!.]*\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Asking();
}
