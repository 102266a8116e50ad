using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Employers;

/// <summary>The page of an employer, and its level set by hand.</summary>
internal static class EmployerPageEndpoints
{
    public const string Level = "level";
    public const string Reason = "reason";
    public const string Ends = "ends";
    public const string Version = "version";

    public static void MapEmployerPage(this WebApplication app)
    {
        var pages = app.MapGroup("/employers/{id:guid}").ForPeople();
        pages.MapGet("", ShowAsync);
        pages.MapGet("/level", LevelAsync);
        pages.MapPost("/level", SetLevelAsync);
        pages.MapPost("/level/end", EndLevelAsync);
    }

    private static async Task<IResult> ShowAsync(Guid id, string? before, HttpContext context, EmployerPages pages, CancellationToken cancellationToken) =>
        await pages.ShowAsync(context.SignedIn()!, id, before, cancellationToken) is { } view ? Page.Of<EmployerPage>((nameof(EmployerPage.View), view)) : TypedResults.NotFound();

    private static async Task<IResult> LevelAsync(Guid id, HttpContext context, EmployerPages pages, CancellationToken cancellationToken) =>
        await pages.ShowAsync(context.SignedIn()!, id, null, cancellationToken) is not { } view ? TypedResults.NotFound()
        : view.MaySetLevel ? Page.Of<LevelPage>((nameof(LevelPage.View), view), (nameof(LevelPage.Form), Filled(view)))
        : await EmployerFormEndpoints.NotOursAsync(context);

    private static async Task<IResult> SetLevelAsync(
        Guid id, HttpContext context, EmployerPages pages, EmployerEngagement engagement, FreeTextGuard guard, CancellationToken cancellationToken)
    {
        if (await pages.ShowAsync(context.SignedIn()!, id, null, cancellationToken) is not { } view)
            return TypedResults.NotFound();
        if (!view.MaySetLevel)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if (form.Date(Ends) is not { } ends)
        {
            form.Refuse(Ends, PageTexts.Get("ProblemDateNeeded"));
            return Refused(view, form);
        }

        var set = new SetLevelByHand
        {
            EmployerId = id, Level = form.Number(Level) ?? 0, Reason = form.Text(Reason) ?? "", EndsOn = ends, ExpectedVersion = form.Number(Version), Guard = GuardForm.Kept(form),
        };
        var outcome = await engagement.OverrideAsync(context.Actor(), set, cancellationToken);
        if (outcome.Refusal?.FreeText is { } found && GuardForm.IsRemoved(form))
        {
            GuardForm.TakeOut(form, guard, found, Reason);
            outcome = await engagement.OverrideAsync(context.Actor(), set with { Reason = form.Text(Reason) ?? "" }, cancellationToken);
        }

        if (outcome.Value is not null)
            return TypedResults.LocalRedirect($"/employers/{id}?said=LevelSet");
        if (outcome.Refusal!.FreeText is { } asked)
            return Refused(view, form, asked);
        form.Refuse(
            outcome.Refusal.Reason switch
            {
                Core.RefusalReason.LevelUnknown => Level,
                Core.RefusalReason.ReasonMissing or Core.RefusalReason.TextTooLong => Reason,
                Core.RefusalReason.DateInThePast or Core.RefusalReason.TooFarAhead => Ends,
                _ => "",
            },
            Problems.Of(outcome.Refusal));
        return Refused(view, form);
    }

    private static async Task<IResult> EndLevelAsync(Guid id, HttpContext context, EmployerEngagement engagement, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var outcome = await engagement.EndOverrideAsync(context.Actor(), id, form.Number(Version) ?? 0, cancellationToken);
        return TypedResults.LocalRedirect(outcome.Value is not null ? $"/employers/{id}?said=LevelEnded" : $"/employers/{id}?problem={outcome.Refusal!.Reason}");
    }

    private static FormState Filled(EmployerPageView view)
    {
        var form = new FormState().With(Version, view.Level.Set?.Version).With(Level, view.Level.Level);
        return view.Level.Set is { } set ? form.With(Reason, set.Reason).With(Ends, Days.Iso(set.EndsOn)) : form;
    }

    private static PageResult<LevelPage> Refused(EmployerPageView view, FormState form, CheckedTexts? asked = null) =>
        Page.Refused<LevelPage>((nameof(LevelPage.View), view), (nameof(LevelPage.Form), form), (nameof(LevelPage.Guard), asked));
}
