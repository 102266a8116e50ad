using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>An employer offered while somebody types.</summary>
/// <param name="Field">Where it holds what was typed.</param>
/// <param name="Matched">What it holds there, where that is not its name.</param>
/// <param name="IsMine">The person looks after it, or has been in contact.</param>
/// <param name="MyLastOn">The day of the person's last contact.</param>
public sealed record SuggestedEmployer(
    Guid Id, string Name, string? Town, int Level, MatchedField Field, string? Matched, bool IsMine, DateOnly? MyLastOn, bool DoNotApproach, bool Archived);

/// <summary>Search as you type, for everybody in the service: name, trading name, town, postcode, contact and company number, slips and all.</summary>
public sealed class EmployerSearching(ICrmStore store)
{
    public const int Most = 50;

    /// <summary>The likeliest first; before anything is typed, those with which the person was in contact last. Archived employers come last.</summary>
    /// <param name="typed">Of any length; what is beyond two hundred characters is not looked at.</param>
    public Task<IReadOnlyList<SuggestedEmployer>> SuggestAsync(Actor actor, string typed, int max, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(typed);
        if (actor is { SpecialistId: null, Role: not null })
            return Task.FromResult<IReadOnlyList<SuggestedEmployer>>([]);
        var (text, most) = (SearchText.Of(typed), Math.Clamp(max, 1, Most));
        return store.ReadAsync(session => SuggestAsync(session, actor, text, most), cancellationToken);
    }

    private static async Task<IReadOnlyList<SuggestedEmployer>> SuggestAsync(ICrmSession session, Actor actor, SearchText text, int most) => text.Words.Count == 0
        ? [.. (await session.EmployerLists.RecentAsync(actor, most)).Select(found => Suggested(new EmployerMatch(found, MatchedField.Name, null, 0, 0)))]
        : [.. EmployerMatch.Best(await session.EmployerLists.FindAsync(actor, text), text).Take(most).Select(Suggested)];

    private static SuggestedEmployer Suggested(EmployerMatch match) => new(
        match.Employer.Id, match.Employer.Name, match.Employer.Town, match.Found.Level, match.Field, match.Matched, match.Found.IsMine, match.Found.MyLastOn,
        match.Employer.DoNotApproachSince is not null, match.Employer.ArchivedOn is not null);
}
