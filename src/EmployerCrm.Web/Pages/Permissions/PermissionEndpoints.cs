using EmployerCrm.Core;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Permissions;

/// <summary>What a client lets employers know: read, given, changed, talked through again and revoked.</summary>
internal static class PermissionEndpoints
{
    private const int MostEmployers = 10;

    public static void MapPermissions(this WebApplication app)
    {
        var pages = app.MapGroup("/clients/{id:guid}/permissions").ForPeople();
        pages.MapGet("", ListAsync);
        pages.MapGet("/give", OpenAsync);
        pages.MapPost("/give", GiveAsync);
        pages.MapGet("/revoke", RevokingAsync);
        pages.MapPost("/revoke", RevokeAsync);
        pages.MapGet("/revisit", RevisitingAsync);
        pages.MapPost("/revisit", RevisitAsync);
        pages.MapPost("/contacts/{visit:guid}/without-client", UnpermittedEndpoint.TakeOffAsync);
    }

    /// <summary>The address of a client's page of permissions.</summary>
    public static string Address(Guid clientId) => $"/clients/{clientId}/permissions";

    private static async Task<IResult> ListAsync(Guid id, HttpContext context, PermissionOverviews overviews, CancellationToken cancellationToken)
    {
        var outcome = await overviews.OfClientAsync(context.Actor(), id, cancellationToken);
        return outcome.Value is { } shown
            ? Page.Of<PermissionsPage>((nameof(PermissionsPage.Shown), shown), (nameof(PermissionsPage.Change), OwedCounts.Of(context.Request.Query)), (nameof(PermissionsPage.ViewerId), context.Actor().SpecialistId))
            : await EmployerFormEndpoints.NotOursAsync(context);
    }

    private static async Task<IResult> OpenAsync(
        Guid id, Guid? employer, string? q, HttpContext context, PermissionForms forms, EmployerSearching searching, PermissionOverviews overviews, CancellationToken cancellationToken)
    {
        if (employer is { } employerId && await forms.OpenAsync(context.Actor(), id, employerId, cancellationToken) is { } view)
            return Page.Of<PermissionFormPage>((nameof(PermissionFormPage.View), view));
        if ((await overviews.OfClientAsync(context.Actor(), id, cancellationToken)).Value is not { } shown)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var found = await searching.SuggestAsync(context.Actor(), q ?? "", MostEmployers, cancellationToken);
        return Page.Of<ChooseEmployerPage>((nameof(ChooseEmployerPage.Client), shown.Client), (nameof(ChooseEmployerPage.Typed), q), (nameof(ChooseEmployerPage.Found), found));
    }

    private static async Task<IResult> GiveAsync(
        Guid id, HttpContext context, PermissionForms forms, DisclosurePermissions permissions, FreeTextGuard guard, PermissionOverviews overviews, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if (await forms.AgainAsync(context.Actor(), id, form.Id(PermissionFormFields.Employer) ?? Guid.Empty, form, cancellationToken) is not { } view)
            return await NotThereAsync(id, context, overviews, cancellationToken);
        if (PermissionForms.Read(form, view) is not { } give)
            return Page.Refused<PermissionFormPage>((nameof(PermissionFormPage.View), view));
        var outcome = await permissions.GiveAsync(context.Actor(), give, null, cancellationToken);
        if (outcome.Refusal?.FreeText is { } found && GuardForm.IsRemoved(form))
        {
            GuardForm.TakeOut(form, guard, found, PermissionFormFields.Who, PermissionFormFields.How, PermissionField.Wording, PermissionField.Adjustments);
            outcome = await permissions.GiveAsync(context.Actor(), PermissionForms.Read(form, view)!, null, cancellationToken);
        }

        if (outcome.Value is { } recorded)
            return TypedResults.LocalRedirect(Said(id, recorded, recorded.Known ? "NothingChanged" : "PermissionGiven"));
        if (outcome.Refusal!.FreeText is { } asked)
            return Page.Refused<PermissionFormPage>((nameof(PermissionFormPage.View), view with { Guard = asked }));
        if (outcome.Refusal.Reason == RefusalReason.ChangedMeanwhile)
            return Page.Conflict<PermissionFormPage>((nameof(PermissionFormPage.View), await forms.SeenAgainAsync(context.Actor(), view, outcome.Refusal, cancellationToken)));
        PermissionForms.Put(form, outcome.Refusal);
        return Page.Refused<PermissionFormPage>((nameof(PermissionFormPage.View), view));
    }

    private static async Task<IResult> RevokingAsync(Guid id, Guid? employer, HttpContext context, PermissionOverviews overviews, CancellationToken cancellationToken)
    {
        var outcome = await overviews.RevokingAsync(context.Actor(), id, employer ?? Guid.Empty, cancellationToken);
        return outcome.Value is { } shown ? Page.Of<RevokePage>((nameof(RevokePage.Shown), shown)) : await NotThereAsync(id, context, overviews, cancellationToken);
    }

    private static async Task<IResult> RevokeAsync(Guid id, HttpContext context, PermissionOverviews overviews, DisclosurePermissions permissions, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var employerId = form.Id(PermissionFormFields.Employer) ?? Guid.Empty;
        if ((await overviews.RevokingAsync(context.Actor(), id, employerId, cancellationToken)).Value is not { } shown)
            return await NotThereAsync(id, context, overviews, cancellationToken);
        var outcome = await permissions.RevokeAsync(context.Actor(), shown.Client.Reference, employerId, null, cancellationToken);
        return TypedResults.LocalRedirect(outcome.Value is { } recorded
            ? Said(id, recorded, recorded.Known ? "NothingChanged" : "PermissionRevoked")
            : $"{Address(id)}?problem={outcome.Refusal!.Reason}");
    }

    private static async Task<IResult> RevisitingAsync(
        Guid id, Guid? employer, HttpContext context, PermissionForms forms, PermissionOverviews overviews, CancellationToken cancellationToken) =>
        await forms.AgainAsync(context.Actor(), id, employer ?? Guid.Empty, new FormState(), cancellationToken) is { Employer.Holding.Permission.IsLive: true } view
            ? Page.Of<RevisitPage>((nameof(RevisitPage.View), view))
            : await NotThereAsync(id, context, overviews, cancellationToken);

    private static async Task<IResult> RevisitAsync(
        Guid id, HttpContext context, PermissionForms forms, PermissionOverviews overviews, DisclosurePermissions permissions, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if (await forms.AgainAsync(context.Actor(), id, form.Id(PermissionFormFields.Employer) ?? Guid.Empty, form, cancellationToken) is not { } view)
            return await NotThereAsync(id, context, overviews, cancellationToken);
        var next = form.Date(PermissionFormFields.RevisitOn);
        if (form.IsRefused)
            return Page.Refused<RevisitPage>((nameof(RevisitPage.View), view));
        var outcome = await permissions.RevisitAsync(context.Actor(), view.Client.Reference, view.Employer.EmployerId, next, null, cancellationToken);
        if (outcome.Value is { } recorded)
            return TypedResults.LocalRedirect(Said(id, recorded, "PermissionRevisited"));
        form.Refuse(next is null ? "" : PermissionFormFields.RevisitOn, Problems.Of(outcome.Refusal!));
        return Page.Refused<RevisitPage>((nameof(RevisitPage.View), view));
    }

    /// <summary>An employer that is not there leads back to the client's page; a client who is not the actor's team's is refused.</summary>
    private static async Task<IResult> NotThereAsync(Guid id, HttpContext context, PermissionOverviews overviews, CancellationToken cancellationToken) =>
        (await overviews.OfClientAsync(context.Actor(), id, cancellationToken)).Value is null ? await EmployerFormEndpoints.NotOursAsync(context) : TypedResults.LocalRedirect(Address(id));

    private static string Said(Guid id, PermissionRecorded recorded, string said) => $"{Address(id)}?said={said}{Receipts.Of(recorded.UndoId, [])}{OwedCounts.Of(recorded)}";
}
