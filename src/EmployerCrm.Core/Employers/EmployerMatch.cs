namespace EmployerCrm.Core.Employers;

/// <summary>Where an employer holds what was typed.</summary>
public enum MatchedField
{
    Name,
    TradingName,
    CompanyNumber,
    Postcode,
    Town,
    Contact,
}

/// <summary>An employer that fits what was typed.</summary>
/// <param name="Field">Where the first word that its name does not hold was found; the name when it holds them all.</param>
/// <param name="Matched">The trading name, contact, town, postcode or number in question; null for the name.</param>
/// <param name="Missing">How many of the words it does not hold.</param>
/// <param name="Distance">How far from what was typed: 0 for whole words as they are written.</param>
public sealed record EmployerMatch(FoundEmployer Found, MatchedField Field, string? Matched, int Missing, int Distance)
{
    public Employer Employer => Found.Employer;

    /// <summary>
    /// Those that hold the most of the words, the likeliest first: archived ones last; what is spelt as typed before what is nearly; then the person's own, the
    /// latest contact first, the team's, the others.
    /// </summary>
    public static IReadOnlyList<EmployerMatch> Best(IEnumerable<FoundEmployer> found, SearchText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var matches = found.Select(employer => new MatchedWords(employer, text).Match()).Where(match => match.Missing < text.Words.Count).ToList();
        if (matches.Count == 0)
            return [];
        var fewest = matches.Min(match => match.Missing);
        return
        [
            .. matches.Where(match => match.Missing == fewest)
                .OrderBy(match => match.Employer.ArchivedOn is not null).ThenBy(match => match.Distance >= MatchedWords.Slip)
                .ThenBy(match => !match.Found.IsMine).ThenByDescending(match => match.Found.MyLastOn ?? DateOnly.MinValue).ThenBy(match => !match.Found.IsTeams)
                .ThenBy(match => match.Distance).ThenBy(match => FoldedText.Key(match.Employer.Name), StringComparer.Ordinal)
                .ThenBy(match => FoldedText.Key(match.Employer.Town ?? ""), StringComparer.Ordinal),
        ];
    }
}
