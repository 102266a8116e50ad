using EmployerCrm.BotFramework;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages;
using EmployerCrm.Web.Pages.Admin;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.SignIn;

namespace EmployerCrm.Web.SignIn;

/// <summary>
/// The first run: the page on which the first team, its lead and the first admin are entered. It is there only while the service has nobody, for
/// whoever signed in with the directory's admin role or has the code of the log; on a developer's machine for whoever sits at it.
/// </summary>
internal static class SetUpEndpoints
{
    public const string Address = "/set-up";
    public const string Team = "team-name";
    public const string Code = "code";
    public const string LeadName = "lead-name";
    public const string LeadObjectId = "lead-object-id";

    public static void MapSetUp(this WebApplication app, bool isDevelopment)
    {
        var setUp = app.MapGroup(Address).AllowAnonymous().AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (!await http.RequestServices.GetRequiredService<FirstRun>().IsNeededAsync(http.RequestAborted) || (isDevelopment && !DevelopmentDoor.IsOpenTo(http)))
                return TypedResults.NotFound();
            return isDevelopment || Sessions.Visitor(http.User) is not null ? await next(context) : TypedResults.LocalRedirect($"{SignInAddresses.SignIn}?returnUrl={Uri.EscapeDataString(Address)}");
        });
        setUp.MapGet("", IResult (HttpContext context) => Page.Of<SetUpPage>(Parameters(context, isDevelopment, new FormState().With(PersonFields.Target, 6))));
        setUp.MapPost("", (HttpContext context, FirstRun firstRun, SetUpCode code) => SaveAsync(context, isDevelopment, firstRun, code));
    }

    private static async Task<IResult> SaveAsync(HttpContext context, bool isDevelopment, FirstRun firstRun, SetUpCode code)
    {
        var form = await FormState.SentAsync(context.Request, context.RequestAborted);
        var visitor = isDevelopment ? null : Sessions.Visitor(context.User);
        if (visitor is { IsAdmin: false } && !code.Is(form.Text(Code)))
            return Page.Refused<SetUpPage>(Parameters(context, isDevelopment, form.Refuse(Code, PageTexts.Get("SetUpCodeWrong"))));
        var done = await firstRun.SetUpAsync(
            Actor.System(Via.Web),
            new SetUpService
            {
                TeamName = form.Text(Team) ?? "",
                Nation = form.Choice<Nation>(PersonFields.Nation) ?? Nation.EnglandAndWales,
                AdminObjectId = visitor?.ObjectId ?? form.Text(PersonFields.ObjectId) ?? "",
                AdminName = visitor?.Name ?? form.Text(PersonFields.Name) ?? "",
                LeadName = form.Text(LeadName),
                LeadObjectId = form.Text(LeadObjectId),
                LeadWeeklyTarget = form.Number(PersonFields.Target) ?? -1,
            },
            context.RequestAborted);
        if (done.Value is not { } admin)
            return Page.Refused<SetUpPage>(Parameters(context, isDevelopment, form.Refuse("", AdminTexts.Of(done.Refusal!))));
        await Sessions.BeginAsync(context, admin);
        return TypedResults.LocalRedirect(AdminEndpoints.People + "?said=SetUp");
    }

    private static (string, object?)[] Parameters(HttpContext context, bool isDevelopment, FormState form) =>
        [(nameof(SetUpPage.Form), form), (nameof(SetUpPage.Visitor), isDevelopment ? null : Sessions.Visitor(context.User))];
}
