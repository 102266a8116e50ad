using EmployerCrm.Core.Employers;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;
using Microsoft.AspNetCore.WebUtilities;

namespace EmployerCrm.Web.Pages.Employers;

/// <summary>The employer list, and the views of it that a person keeps.</summary>
internal static class EmployerListEndpoints
{
    private const int RowsShown = 25;

    public static void MapEmployerList(this WebApplication app)
    {
        var pages = app.MapGroup("/employers").ForPeople();
        pages.MapGet("", ListAsync);
        pages.MapPost("/views", SaveAsync);
        pages.MapPost("/views/{id:guid}/remove", RemoveAsync);
    }

    private static async Task<IResult> ListAsync(Guid? view, HttpContext context, EmployerList list, SavedViews views, CancellationToken cancellationToken)
    {
        var person = context.SignedIn()!;
        var kept = await views.OfAsync(person.Actor, cancellationToken);
        var opened = kept.FirstOrDefault(one => one.Id == view);
        var state = ListState.Of(opened is null ? context.Request.Query : new QueryCollection(QueryHelpers.ParseQuery(opened.Address)), person.Person.Id);
        var outcome = await list.PageAsync(person.Actor, state.Filter, state.Sort, state.Page, RowsShown, cancellationToken);
        return outcome.Value is { } listed
            ? Page.Of<EmployerListPage>((nameof(EmployerListPage.View), new EmployerListView(state, listed, kept, opened, person.Person)))
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>Keeps what the form says of the list; it is read and written anew, so that nothing strange is kept.</summary>
    private static async Task<IResult> SaveAsync(HttpContext context, SavedViews views, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var person = context.SignedIn()!;
        var state = ListState.Of(new QueryCollection(QueryHelpers.ParseQuery(form.Text("address") ?? "")), person.Person.Id);
        var outcome = await views.SaveAsync(person.Actor, form.Text("name"), state.ToView(), cancellationToken);
        return TypedResults.LocalRedirect(outcome.Value is { } saved ? $"/employers?view={saved.Id}&said=ViewSaved" : $"/employers?{state.ToView()}&problem=View{outcome.Refusal!.Reason}");
    }

    private static async Task<IResult> RemoveAsync(Guid id, HttpContext context, SavedViews views, CancellationToken cancellationToken)
    {
        await views.RemoveAsync(context.Actor(), id, cancellationToken);
        return TypedResults.LocalRedirect("/employers?said=ViewRemoved");
    }
}
