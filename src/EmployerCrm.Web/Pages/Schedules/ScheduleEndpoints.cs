using System.Globalization;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Schedules;

/// <summary>The team's schedules of in-work support: everybody of the team looks, the lead changes them.</summary>
internal static class ScheduleEndpoints
{
    public const string Root = "/team/schedules";
    public const string Number = "number";
    public const string Start = "start";
    public const string Version = "version";

    /// <summary>What a button of the form does: save, preview, add, or remove, up and down with the number of the step.</summary>
    public const string Do = "do";

    public static string Address(string name) => $"{Root}/{Uri.EscapeDataString(name)}";

    public static void MapSchedules(this WebApplication app)
    {
        var pages = app.MapGroup(Root).ForPeople();
        pages.MapGet("", AllAsync);
        pages.MapGet("/{name}", OpenAsync);
        pages.MapPost("/{name}", ChangeAsync);
    }

    private static async Task<IResult> AllAsync(HttpContext context, TeamSchedules schedules, CancellationToken cancellationToken) =>
        (await schedules.AllAsync(context.Actor(), cancellationToken)).Value is { } shown
            ? Page.Of<SchedulesPage>((nameof(SchedulesPage.Shown), shown), (nameof(SchedulesPage.Viewer), context.SignedIn()!.Person))
            : await EmployerFormEndpoints.NotOursAsync(context);

    private static async Task<IResult> OpenAsync(string name, HttpContext context, TeamSchedules schedules, CancellationToken cancellationToken)
    {
        if ((await schedules.AllAsync(context.Actor(), cancellationToken)).Value is not { } all)
            return await EmployerFormEndpoints.NotOursAsync(context);
        if (all.Schedules.FirstOrDefault(schedule => schedule.Name == name) is not { } found)
            return TypedResults.NotFound();
        var opened = int.TryParse(context.Request.Query[Version], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? found.Versions.FirstOrDefault(version => version.Number == number) ?? found.Current : found.Current;
        var form = StepFields.Fill(new FormState().With(Start, context.Request.Query[Start].ToString()).With(Number, found.Current.Number), opened.Template.Steps);
        var view = new ScheduleView(found, opened, form, context.Actor().Role == Role.TeamLead);
        return Page.Of<SchedulePage>((nameof(SchedulePage.View), await PreviewedAsync(view, context, schedules, all.Today, cancellationToken)));
    }

    private static async Task<IResult> ChangeAsync(string name, HttpContext context, TeamSchedules schedules, CancellationToken cancellationToken)
    {
        if (context.Actor().Role != Role.TeamLead || (await schedules.AllAsync(context.Actor(), cancellationToken)).Value is not { } all)
            return await EmployerFormEndpoints.NotOursAsync(context);
        if (all.Schedules.FirstOrDefault(schedule => schedule.Name == name) is not { } found)
            return TypedResults.NotFound();
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var view = new ScheduleView(found, found.Current, form, MayChange: true);
        if (StepArranging.Of(form) is { } arranged)
            return Page.Of<SchedulePage>((nameof(SchedulePage.View), await PreviewedAsync(view with { Form = arranged }, context, schedules, all.Today, cancellationToken)));
        var steps = StepFields.Read(form);
        Refuse(form, steps);
        if (form.IsRefused)
            return Page.Refused<SchedulePage>((nameof(SchedulePage.View), view));
        var shown = await PreviewedAsync(view, context, schedules, all.Today, cancellationToken);
        if (form.Text(Do) != "save")
            return Page.Of<SchedulePage>((nameof(SchedulePage.View), shown));
        var outcome = await schedules.SaveAsync(context.Actor(), name, steps, form.Number(Number) ?? 0, cancellationToken);
        if (outcome.Value is not null)
            return TypedResults.LocalRedirect($"{Address(name)}?said=ScheduleSaved");
        if (outcome.Refusal!.Reason == RefusalReason.ChangedMeanwhile)
        {
            var newer = (await schedules.AllAsync(context.Actor(), cancellationToken)).Value!.Schedules.First(schedule => schedule.Name == name);
            return Page.Conflict<SchedulePage>((nameof(SchedulePage.View), shown with { Schedule = newer, Form = form.With(Number, newer.Current.Number), Conflict = newer.Current }));
        }

        form.Refuse("", Problems.Of(outcome.Refusal));
        return Page.Refused<SchedulePage>((nameof(SchedulePage.View), shown));
    }

    /// <summary>Each fault beside the field of its step.</summary>
    private static void Refuse(FormState form, IReadOnlyList<ScheduleStep> steps)
    {
        for (var index = 0; index < steps.Count; index++)
        {
            foreach (var problem in ScheduleRules.Problems(new ScheduleTemplate("", [steps[index]])))
                form.Refuse(StepFields.Name(StepFields.Of(problem.Fault), index), ScheduleWords.Fault(problem.Fault));
        }

        foreach (var problem in ScheduleRules.Problems(new ScheduleTemplate("", steps)).Where(problem => problem.Fault is ScheduleFault.NoSteps or ScheduleFault.TooManySteps or ScheduleFault.KeyTwice))
            form.Refuse("", ScheduleWords.Fault(problem.Fault));
    }

    /// <summary>With what the steps come to for the chosen first day; a Monday to come where none was chosen. Faults are for saving: here they show nothing.</summary>
    private static async Task<ScheduleView> PreviewedAsync(ScheduleView view, HttpContext context, TeamSchedules schedules, DateOnly today, CancellationToken cancellationToken)
    {
        var start = view.Form.Date(Start);
        var chosen = start ?? Weeks.StartOf(today).AddDays(14);
        if (start is null && view.Form.Problem(Start) is null)
            view.Form.With(Start, Days.Iso(chosen));
        var outcome = await schedules.PreviewAsync(context.Actor(), StepFields.Read(view.Form), chosen, cancellationToken);
        if (outcome.Refusal is { Reason: RefusalReason.TooLongAgo or RefusalReason.TooFarAhead } far)
            view.Form.Refuse(Start, Problems.Of(far));
        return view with { Preview = outcome.Value };
    }
}
