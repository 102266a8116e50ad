using EmployerCrm.Core.FollowUps;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.FollowUps;

/// <summary>What a team has left undone for too long, for its lead.</summary>
internal static class OverdueEndpoints
{
    public const string Root = "/team/overdue";
    public const string Person = "person";

    public static void MapOverdue(this WebApplication app)
    {
        var pages = app.MapGroup("/team").ForPeople();
        pages.MapGet("", () => TypedResults.LocalRedirect(Root));
        pages.MapGet("/overdue", ShowAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Escalations escalations, FollowUpContacts contacts, FollowUpOptions options, CancellationToken cancellationToken)
    {
        var outcome = await escalations.OfTeamAsync(context.Actor(), cancellationToken);
        if (outcome.Value is not { } late)
            return await EmployerFormEndpoints.NotOursAsync(context);
        Guid? person = Guid.TryParse(context.Request.Query[Person], out var id) ? id : null;
        var view = new OverdueView(late, person, options.EscalateAfterWorkingDays, await FollowUpsEndpoints.ToLogAsync(context, contacts, cancellationToken));
        return Page.Of<OverduePage>((nameof(OverduePage.View), view));
    }
}
