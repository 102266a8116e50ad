using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Log;

/// <summary>Logging a contact: a line is read and shown as a form, the form is saved.</summary>
internal static class LogEndpoints
{
    public static IServiceCollection AddLogPages(this IServiceCollection services) => services.AddSingleton<LogFilling>().AddSingleton<LogSaving>();

    public static void MapLog(this WebApplication app)
    {
        var pages = app.MapGroup("/log").ForPeople();
        pages.MapGet("", OpenAsync);
        pages.MapPost("/read", ReadAsync);
        pages.MapPost("", SaveAsync);
    }

    private static async Task<IResult> OpenAsync(
        Guid? plan, Guid? followUp, Guid? draft, Guid? employer, HttpContext context, LogFilling filling, FollowUpContacts followUps, OpenQuestions drafts, CancellationToken cancellationToken)
    {
        var actor = context.Actor();
        LogView? view = null;
        if (plan is { } planned)
            view = await filling.OfPlanAsync(actor, planned, cancellationToken);
        else if (followUp is { } done && await followUps.OfAsync(actor, done, cancellationToken) is { } contact)
            view = await filling.OfFollowUpAsync(actor, contact, cancellationToken);
        else if (draft is { } kept && await drafts.DraftAsync(actor, kept, cancellationToken) is { } line)
            view = await filling.OfLineAsync(actor, line.Text, line.TypedAt, line.Id, cancellationToken);
        else if (employer is { } id)
            view = await filling.ForEmployerAsync(actor, id, cancellationToken);
        return Page.Of<LogPage>((nameof(LogPage.View), view ?? await filling.EmptyAsync(actor, cancellationToken)));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, LogFilling filling, LondonClock clock, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if (form.Text("line") is not { } line)
            return TypedResults.LocalRedirect("/log");
        return await filling.OfLineAsync(context.Actor(), line, clock.Now, null, cancellationToken) is { } view
            ? Page.Of<LogPage>((nameof(LogPage.View), view))
            : Page.Of<LogPage>((nameof(LogPage.View), await filling.EmptyAsync(context.Actor(), cancellationToken)), (nameof(LogPage.NotAContact), line));
    }

    private static async Task<IResult> SaveAsync(HttpContext context, LogFilling filling, LogSaving saving, LondonClock clock, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var (logged, view) = await saving.SaveAsync(context.Actor(), form, cancellationToken);
        if (logged is null)
            return Page.Refused<LogPage>((nameof(LogPage.View), await filling.WithReferencesAsync(context.Actor(), view, cancellationToken)));
        if (form.Text(LogFields.Rest) is { } rest && await filling.OfLineAsync(context.Actor(), rest, clock.Now, null, cancellationToken) is { } next)
            return Page.Of<LogPage>((nameof(LogPage.View), next with { Logged = logged.View.Employer.Name }));
        var said = logged.View.Visit.State == Core.Visits.VisitState.Planned ? "Planned" : "Logged";
        return TypedResults.LocalRedirect($"/employers/{logged.View.Employer.Id}?said={said}&undo={logged.UndoId}");
    }
}
