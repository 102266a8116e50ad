using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Home;

/// <summary>The first page, and what can be done on it.</summary>
internal static class HomeEndpoints
{
    public static void MapHome(this WebApplication app)
    {
        var pages = app.MapGroup("").ForPeople();
        pages.MapGet("/", ShowAsync);
        pages.MapPost("/due/{id:guid}/done", DoneAsync);
        pages.MapPost("/due/{id:guid}/snooze", SnoozeAsync);
        pages.MapPost("/drafts/{id:guid}/forget", ForgetAsync);
        pages.MapPost("/undo", UndoAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, DueList due, MyWeek week, VisitQuestions visits, OpenQuestions drafts, FollowUpContacts followUps, PermissionOverviews permissions,
        CancellationToken cancellationToken)
    {
        var person = context.SignedIn()!;
        if (person.Person.Role == Role.Admin)
            return TypedResults.Redirect("/employers");
        var today = await due.AllAsync(person.Actor, cancellationToken);
        var shown = await week.ShowAsync(person.Actor, null, cancellationToken);
        if (shown.Value is not { } mine)
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var day = new MyDay(
            person.Person,
            today,
            mine,
            (await visits.DayAsync(person.Actor, today.Today, cancellationToken)).Visits,
            await drafts.ListAsync(person.Actor, null, cancellationToken))
        {
            Unpermitted = (await permissions.UnpermittedAsync(person.Actor, cancellationToken)).Value?.Contacts ?? [],
        };
        var offer = Guid.TryParse(context.Request.Query["done"], out var done) ? await followUps.OfAsync(person.Actor, done, cancellationToken) : null;
        return Page.Of<HomePage>((nameof(HomePage.Day), day), (nameof(HomePage.ToLog), offer is null ? null : (Guid?)done));
    }

    private static async Task<IResult> DoneAsync(Guid id, HttpContext context, FollowUpActions actions, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var outcome = await actions.DoneAsync(context.Actor(), id, DueScope.All, null, cancellationToken);
        return Back(form, outcome.Value is { } changed ? changed.Changed ? $"said=Done&undo={changed.UndoId}&done={id}" : "said=DoneAlready" : Refused(outcome.Refusal!));
    }

    private static async Task<IResult> SnoozeAsync(Guid id, HttpContext context, FollowUpActions actions, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if (form.Date("until") is not { } until)
            return Back(form, "problem=SnoozeDay");
        var outcome = await actions.SnoozeAsync(context.Actor(), id, until, DueScope.All, null, cancellationToken);
        return Back(form, outcome.Value is { } changed ? changed.Changed ? $"said=Snoozed&undo={changed.UndoId}" : "said=DoneAlready" : Refused(outcome.Refusal!));
    }

    private static async Task<IResult> ForgetAsync(Guid id, HttpContext context, OpenQuestions drafts, CancellationToken cancellationToken)
    {
        await drafts.DropAsync(context.Actor(), id, null, cancellationToken);
        return TypedResults.LocalRedirect("/?said=Forgotten");
    }

    private static async Task<IResult> UndoAsync(HttpContext context, Undoing undoing, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if (form.Id("step") is not { } step)
            return TypedResults.LocalRedirect("/");
        var outcome = await undoing.UndoAsync(context.Actor(), step, null, null, cancellationToken);
        return Back(form, outcome.Value is not null ? "said=Undone" : Refused(outcome.Refusal!));
    }

    private static IResult Back(FormState form, string said) => TypedResults.LocalRedirect(Receipts.Back(form, said));

    private static string Refused(Core.Refusal refusal) => $"problem={refusal.Reason}";
}
