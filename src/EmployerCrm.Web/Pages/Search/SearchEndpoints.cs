using EmployerCrm.Core.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Search;

/// <summary>Search over all employers: a page of results, and suggestions while one types.</summary>
internal static class SearchEndpoints
{
    private const int MostSuggested = 8;

    public static void MapSearch(this WebApplication app)
    {
        var pages = app.MapGroup("/search").ForPeople();
        pages.MapGet("", ShowAsync);
        pages.MapGet("/suggestions", SuggestAsync);
    }

    private static async Task<IResult> ShowAsync(string? q, HttpContext context, EmployerSearching searching, CancellationToken cancellationToken) => Page.Of<SearchPage>(
        (nameof(SearchPage.Typed), TypedSearch.Of(q)), (nameof(SearchPage.IsCut), TypedSearch.IsCut(q)), (nameof(SearchPage.MayWrite), context.Actor().Role != Core.People.Role.Admin),
        (nameof(SearchPage.Found), await searching.SuggestAsync(context.Actor(), TypedSearch.Of(q), EmployerSearching.Most, cancellationToken)));

    private static async Task<IResult> SuggestAsync(string? q, HttpContext context, EmployerSearching searching, CancellationToken cancellationToken) => Page.Of<Suggestions>(
        (nameof(Suggestions.Typed), TypedSearch.Of(q)),
        (nameof(Suggestions.Found), await searching.SuggestAsync(context.Actor(), TypedSearch.Of(q), MostSuggested, cancellationToken)));
}
