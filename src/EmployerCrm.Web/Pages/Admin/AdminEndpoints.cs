using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Admin;

/// <summary>The pages on which admins keep people and teams.</summary>
internal static class AdminEndpoints
{
    public const string People = "/admin/people";
    public const string Teams = "/admin/teams";

    public static IServiceCollection AddAdminPages(this IServiceCollection services) =>
        services.AddSingleton<PeopleEditing>().AddSingleton<TeamEditing>().AddSingleton<Handovers>().AddSingleton<PeopleList>().AddSingleton<FirstRun>();

    public static void MapAdmin(this WebApplication app)
    {
        app.MapGroup("/admin").ForAdmins().MapGet("", () => TypedResults.LocalRedirect(People));
        var people = app.MapGroup(People).ForAdmins();
        people.MapGet("", ListAsync);
        people.MapPost("", AddAsync);
        PersonEndpoints.Map(people.MapGroup("{id:guid}"));
        TeamEndpoints.Map(app.MapGroup(Teams).ForAdmins());
        JobEndpoints.Map(app);
    }

    /// <summary>Everybody; null for an actor who may not see them, which the door does not let come here.</summary>
    public static async Task<PeopleOverview> OverviewAsync(HttpContext context, PeopleList list) =>
        (await list.ShowAsync(context.Actor(), context.RequestAborted)).Value ?? throw new InvalidOperationException("This endpoint needs ForAdmins().");

    private static async Task<IResult> ListAsync(HttpContext context, PeopleList list) => Page.Of<PeoplePage>(
        (nameof(PeoplePage.Overview), await OverviewAsync(context, list)), (nameof(PeoplePage.Form), new FormState().With(PersonFields.Target, 6)));

    private static async Task<IResult> AddAsync(HttpContext context, PeopleEditing editing, PeopleList list)
    {
        var form = await FormState.SentAsync(context.Request, context.RequestAborted);
        var added = await editing.AddAsync(
            context.Actor(),
            new AddPerson
            {
                ObjectId = form.Text(PersonFields.ObjectId) ?? "",
                Name = form.Text(PersonFields.Name) ?? "",
                TeamId = form.Id(PersonFields.Team) ?? Guid.Empty,
                Role = form.Choice<Role>(PersonFields.Role) ?? Role.Specialist,
                WeeklyTarget = form.Number(PersonFields.Target) ?? -1,
            },
            context.RequestAborted);
        return added.Refusal is { } refusal
            ? Page.Refused<PeoplePage>((nameof(PeoplePage.Overview), await OverviewAsync(context, list)), (nameof(PeoplePage.Form), form.Refuse(refusal)))
            : TypedResults.LocalRedirect(People + "?said=PersonAdded");
    }
}
