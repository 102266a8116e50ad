using EmployerCrm.Core.FollowUps;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.FollowUps;

/// <summary>Everything open: one's own, and for a lead everybody's of the team.</summary>
internal static class FollowUpsEndpoints
{
    private const int RowsShown = 50;

    public static void MapFollowUps(this WebApplication app) => app.MapGet(FollowUpsState.Root, ListAsync).ForPeople();

    private static async Task<IResult> ListAsync(HttpContext context, FollowUpList list, FollowUpContacts contacts, CancellationToken cancellationToken)
    {
        var person = context.SignedIn()!;
        var state = FollowUpsState.Of(context.Request.Query, person.Person.Id);
        var outcome = await list.PageAsync(person.Actor, state.PersonId, state.Filter, state.Page, RowsShown, cancellationToken);
        if (outcome.Value is not { } listed)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var shown = state with { Page = (listed.Page.From / listed.Page.Size) + 1 };
        return Page.Of<FollowUpsPage>((nameof(FollowUpsPage.View), new FollowUpsView(shown, listed, person.Person, await ToLogAsync(context, contacts, cancellationToken))));
    }

    /// <summary>The follow-up that was just done, where it was an employer contact that can be logged.</summary>
    internal static async Task<Guid?> ToLogAsync(HttpContext context, FollowUpContacts contacts, CancellationToken cancellationToken) =>
        Guid.TryParse(context.Request.Query["done"], out var done) && await contacts.OfAsync(context.Actor(), done, cancellationToken) is not null ? done : null;
}
