using System.Globalization;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Personal;

/// <summary>Leave: everybody's own, and the team's for its lead.</summary>
internal static class LeaveEndpoints
{
    private const int WeeksShown = 4;
    private const int FurthestWeeks = 60;

    public static void MapLeave(this WebApplication app)
    {
        var pages = app.MapGroup("").ForPeople();
        pages.MapGet("/leave/new", NewAsync);
        pages.MapPost("/leave/new", AddAsync);
        pages.MapGet("/leave/{id:guid}", EditAsync);
        pages.MapPost("/leave/{id:guid}", ChangeAsync);
        pages.MapPost("/leave/{id:guid}/cancel", CancelAsync);
        pages.MapGet("/team/leave", TeamAsync);
    }

    private static async Task<IResult> NewAsync(Guid? person, HttpContext context, LeaveForms forms, CancellationToken cancellationToken)
    {
        var opened = await forms.NewAsync(context.Actor(), person ?? context.Actor().SpecialistId!.Value, cancellationToken);
        return Show(opened, null, context.Request.Query[LeaveFields.Back]);
    }

    private static async Task<IResult> EditAsync(Guid id, HttpContext context, LeaveForms forms, CancellationToken cancellationToken) =>
        Show(await forms.OfAsync(context.Actor(), id, cancellationToken), null, context.Request.Query[LeaveFields.Back]);

    private static async Task<IResult> AddAsync(HttpContext context, LeaveForms forms, LeaveBook book, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var person = form.Id(LeaveFields.Person) ?? context.Actor().SpecialistId!.Value;
        if (LeaveFields.BothDays(form) is var (from, to))
        {
            var add = new AddLeave { SpecialistId = person, From = from, To = to, CoverId = form.Id(LeaveFields.Cover) };
            var outcome = await book.AddAsync(context.Actor(), add, null, cancellationToken);
            if (outcome.Value is { } added)
                return Saved(form, added, "LeaveSaved");
            LeaveFields.Put(form, outcome.Refusal!);
        }

        return Show(await forms.NewAsync(context.Actor(), person, cancellationToken), form, form.Text(LeaveFields.Back));
    }

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext context, LeaveForms forms, LeaveBook book, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var isConflict = false;
        if (LeaveFields.BothDays(form) is var (from, to))
        {
            var change = new ChangeLeave { LeaveId = id, ExpectedVersion = form.Number(LeaveFields.Version) ?? 0, From = from, To = to, CoverId = form.Id(LeaveFields.Cover) };
            var outcome = await book.ChangeAsync(context.Actor(), change, null, cancellationToken);
            if (outcome.Value is { } changed)
                return Saved(form, changed, "LeaveSaved");
            LeaveFields.Put(form, outcome.Refusal!);
            isConflict = outcome.Refusal!.Reason == RefusalReason.ChangedMeanwhile;
        }

        var opened = await forms.OfAsync(context.Actor(), id, cancellationToken);
        if (isConflict)
            form.With(LeaveFields.Version, opened.Value?.Leave?.Version);
        return Show(opened, form, form.Text(LeaveFields.Back), isConflict);
    }

    private static async Task<IResult> CancelAsync(Guid id, HttpContext context, LeaveBook book, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var outcome = await book.RemoveAsync(context.Actor(), id, form.Number(LeaveFields.Version) ?? 0, null, cancellationToken);
        return outcome.Value is { } removed ? Saved(form, removed, "LeaveCancelled") : TypedResults.LocalRedirect(With(LeaveFields.BackTo(form.Text(LeaveFields.Back)), $"problem={outcome.Refusal!.Reason}"));
    }

    private static async Task<IResult> TeamAsync(string? from, HttpContext context, TeamLeave team, LondonClock clock, CancellationToken cancellationToken)
    {
        var thisWeek = Weeks.StartOf(clock.Today);
        var first = DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && Math.Abs(asked.DayNumber - thisWeek.DayNumber) <= FurthestWeeks * 7 ? Weeks.StartOf(asked) : thisWeek;
        var outcome = await team.ShowAsync(context.Actor(), first, first.AddDays((WeeksShown * 7) - 1), cancellationToken);
        return outcome.Value is { } away ? Page.Of<TeamLeavePage>((nameof(TeamLeavePage.Away), away)) : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static IResult Show(Outcome<LeaveOpened> outcome, FormState? form, string? back, bool isConflict = false)
    {
        if (outcome.Value is not { } opened)
            return TypedResults.StatusCode(outcome.Refusal!.Reason == RefusalReason.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);
        var view = new LeaveFormView(form ?? LeaveFields.Of(opened), opened, LeaveFields.BackTo(back));
        return isConflict ? Page.Conflict<LeaveFormPage>((nameof(LeaveFormPage.View), view))
            : form is null ? Page.Of<LeaveFormPage>((nameof(LeaveFormPage.View), view))
            : Page.Refused<LeaveFormPage>((nameof(LeaveFormPage.View), view));
    }

    private static IResult Saved(FormState form, LeaveChanged changed, string said)
    {
        var about = changed.Uncovered.Count > 0 ? "LeaveSavedCovers" : said;
        return TypedResults.LocalRedirect(With(LeaveFields.BackTo(form.Text(LeaveFields.Back)), $"said={about}{Receipts.Of(changed.UndoId, [])}"));
    }

    private static string With(string address, string query) => address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query;
}

/// <summary>Leave that is filled in.</summary>
/// <param name="Back">Where the form is left for.</param>
public sealed record LeaveFormView(FormState Form, LeaveOpened Opened, string Back);
