using EmployerCrm.Core.Employers;

namespace EmployerCrm.Web.Pages.Search;

internal static class SearchTexts
{
    /// <summary>Town, what was matched where that is not the name, and what one ought to know.</summary>
    public static string Beside(SuggestedEmployer employer) => string.Join(
        " · ",
        new[]
        {
            employer.Town,
            employer is { Matched: { } matched, Field: not MatchedField.Town } ? PageTexts.Get("Matched" + employer.Field, matched) : null,
            employer.IsMine ? PageTexts.Get("SearchMine") : null,
            employer.DoNotApproach ? PageTexts.Get("DoNotApproach") : null,
            employer.Archived ? PageTexts.Get("Archived") : null,
        }.OfType<string>());
}
