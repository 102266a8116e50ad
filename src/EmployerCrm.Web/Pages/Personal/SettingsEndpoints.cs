using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Personal;

/// <summary>What a person chooses for themselves.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this WebApplication app)
    {
        var pages = app.MapGroup("").ForPeople();
        pages.MapGet("/settings", ShowAsync);
        pages.MapPost("/settings", SaveAsync);
        pages.MapPost("/settings/language", LanguageAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, OwnSettings settings, CancellationToken cancellationToken)
    {
        var outcome = await settings.ShowAsync(context.Actor(), null, cancellationToken);
        return outcome.Value is { } shown
            ? Page.Of<SettingsPage>((nameof(SettingsPage.Shown), shown), (nameof(SettingsPage.Form), SettingsFields.Of(shown.Settings)))
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, OwnSettings settings, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var change = SettingsFields.Chosen(form, context.SignedIn()!.Person);
        if (!form.IsRefused)
        {
            var outcome = await settings.ChangeAsync(context.Actor(), change, null, cancellationToken);
            if (outcome.Value is { } changed)
                return TypedResults.LocalRedirect(changed.UndoId is null ? "/settings?said=NothingChanged" : $"/settings?said=SettingsSaved{Receipts.Of(changed.UndoId, [])}");
            SettingsFields.Put(form, outcome.Refusal!);
            if (outcome.Refusal!.Reason == RefusalReason.ChangedMeanwhile)
                return await AgainAsync(context, settings, form, isConflict: true, cancellationToken);
        }

        return await AgainAsync(context, settings, form, isConflict: false, cancellationToken);
    }

    /// <summary>What was typed stands in the form still; after a conflict it may be saved over the other change by whoever has read of it.</summary>
    private static async Task<IResult> AgainAsync(HttpContext context, OwnSettings settings, FormState form, bool isConflict, CancellationToken cancellationToken)
    {
        if ((await settings.ShowAsync(context.Actor(), null, cancellationToken)).Value is not { } shown)
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (isConflict)
            form.With(SettingsFields.Version, shown.Settings.Version);
        return isConflict
            ? Page.Conflict<SettingsPage>((nameof(SettingsPage.Shown), shown), (nameof(SettingsPage.Form), form))
            : Page.Refused<SettingsPage>((nameof(SettingsPage.Shown), shown), (nameof(SettingsPage.Form), form));
    }

    /// <summary>The footer's way to the other language, for who has chosen one.</summary>
    private static async Task<IResult> LanguageAsync(HttpContext context, OwnSettings settings, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        await settings.ChangeAsync(context.Actor(), new ChangeSettings { Language = form.Text("language") }, null, cancellationToken);
        return TypedResults.LocalRedirect(SignInAddresses.Local(form.Text("returnUrl")));
    }
}
