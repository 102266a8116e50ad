using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Admin;

/// <summary>The teams: a list, a form for a new one, and a page for each.</summary>
internal static class TeamEndpoints
{
    public static void Map(RouteGroupBuilder teams)
    {
        teams.MapGet("", ListAsync);
        teams.MapPost("", AddAsync);
        teams.MapGet("{id:guid}", ShowAsync);
        teams.MapPost("{id:guid}", ChangeAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, PeopleList list) => Page.Of<TeamsPage>(
        (nameof(TeamsPage.Overview), await AdminEndpoints.OverviewAsync(context, list)), (nameof(TeamsPage.Form), new FormState()));

    private static async Task<IResult> AddAsync(HttpContext context, TeamEditing editing, PeopleList list)
    {
        var form = await FormState.SentAsync(context.Request, context.RequestAborted);
        var added = await editing.AddAsync(context.Actor(), form.Text(PersonFields.Name) ?? "", form.Choice<Nation>(PersonFields.Nation) ?? Nation.EnglandAndWales, context.RequestAborted);
        return added.Refusal is { } refusal
            ? Page.Refused<TeamsPage>((nameof(TeamsPage.Overview), await AdminEndpoints.OverviewAsync(context, list)), (nameof(TeamsPage.Form), form.Refuse(refusal)))
            : TypedResults.LocalRedirect(AdminEndpoints.Teams + "?said=TeamAdded");
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext context, PeopleList list) =>
        (await AdminEndpoints.OverviewAsync(context, list)).Teams.FirstOrDefault(team => team.Id == id) is { } team
            ? Page.Of<TeamPage>((nameof(TeamPage.Team), team), (nameof(TeamPage.Form), new FormState().With(PersonFields.Name, team.Name).With(PersonFields.Nation, team.Nation)))
            : TypedResults.NotFound();

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext context, TeamEditing editing, PeopleList list)
    {
        var form = await FormState.SentAsync(context.Request, context.RequestAborted);
        var change = new ChangeTeam(id, form.Number(PersonFields.Version) ?? 0, form.Text(PersonFields.Name) ?? "", form.Choice<Nation>(PersonFields.Nation));
        var changed = await editing.ChangeAsync(context.Actor(), change, context.RequestAborted);
        if (changed.Refusal is not { } refusal)
            return TypedResults.LocalRedirect(AdminEndpoints.Teams + "?said=TeamChanged");
        return refusal.Reason is not RefusalReason.TeamUnknown && (await AdminEndpoints.OverviewAsync(context, list)).Teams.FirstOrDefault(team => team.Id == id) is { } team
            ? Page.Refused<TeamPage>((nameof(TeamPage.Team), team), (nameof(TeamPage.Form), form.Refuse(refusal)))
            : TypedResults.NotFound();
    }
}
