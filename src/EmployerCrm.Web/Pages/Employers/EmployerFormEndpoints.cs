using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Hosting;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Employers;

/// <summary>Adding, changing, archiving and restoring employers.</summary>
internal static class EmployerFormEndpoints
{
    public static void MapEmployerForms(this WebApplication app)
    {
        var pages = app.MapGroup("/employers").ForPeople();
        pages.MapGet("/new", NewAsync);
        pages.MapPost("/new", AddAsync);
        pages.MapGet("/{id:guid}/edit", OpenAsync);
        pages.MapPost("/{id:guid}/edit", ChangeAsync);
        pages.MapPost("/{id:guid}/archive", ArchiveAsync);
        pages.MapPost("/{id:guid}/restore", RestoreAsync);
    }

    private static async Task<IResult> NewAsync(string? name, HttpContext context, EmployerForms forms, CancellationToken cancellationToken) =>
        context.Actor().Role == Role.Admin
            ? TypedResults.StatusCode(StatusCodes.Status403Forbidden)
            : Page.Of<EmployerFormPage>((nameof(EmployerFormPage.View), await forms.NewAsync(context.Actor(), name, cancellationToken)));

    private static async Task<IResult> AddAsync(HttpContext context, EmployerForms forms, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var (saved, view) = await forms.AddAsync(context.Actor(), form, cancellationToken);
        return saved is null ? Page.Refused<EmployerFormPage>((nameof(EmployerFormPage.View), view)) : Saved(saved, "EmployerAdded");
    }

    private static async Task<IResult> OpenAsync(Guid id, HttpContext context, EmployerForms forms, CancellationToken cancellationToken) =>
        await forms.KnownAsync(context.Actor(), id, cancellationToken) is { } view
            ? Page.Of<EmployerFormPage>((nameof(EmployerFormPage.View), view))
            : await NotOursAsync(context);

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext context, EmployerForms forms, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var (saved, view) = await forms.ChangeAsync(context.Actor(), id, form, cancellationToken);
        if (saved is not null)
            return Saved(saved, saved.UndoId is null ? "NothingChanged" : "EmployerChanged");
        return view switch
        {
            null => await NotOursAsync(context),
            { Conflict: not null } => Page.Conflict<EmployerFormPage>((nameof(EmployerFormPage.View), view)),
            _ => Page.Refused<EmployerFormPage>((nameof(EmployerFormPage.View), view)),
        };
    }

    private static async Task<IResult> ArchiveAsync(Guid id, HttpContext context, EmployerEditing editing, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var outcome = await editing.ArchiveAsync(context.Actor(), id, form.Number(EmployerFormFields.Version) ?? 0, null, cancellationToken);
        return outcome.Value is { } saved ? Saved(saved, "EmployerArchived") : TypedResults.LocalRedirect($"/employers/{id}?problem={outcome.Refusal!.Reason}");
    }

    private static async Task<IResult> RestoreAsync(Guid id, HttpContext context, EmployerEditing editing, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var outcome = await editing.RestoreAsync(context.Actor(), id, form.Number(EmployerFormFields.Version) ?? 0, null, cancellationToken);
        return outcome.Value is { } saved ? Saved(saved, "EmployerRestored") : TypedResults.LocalRedirect($"/employers/{id}?problem={outcome.Refusal!.Reason}");
    }

    private static IResult Saved(EmployerSaved saved, string said) => TypedResults.LocalRedirect($"/employers/{saved.Employer.Id}?said={said}{Receipts.Of(saved.UndoId, saved.Repairs)}");

    /// <summary>Not there, or another team's: an address tells neither apart.</summary>
    public static async Task<IResult> NotOursAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await ErrorAnswers.AnswerAsync(context, StatusCodes.Status403Forbidden, null, "ErrorOtherTeam");
        return Results.Empty;
    }
}
