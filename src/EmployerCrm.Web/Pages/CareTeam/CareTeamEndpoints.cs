using EmployerCrm.Core;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.Pages.Permissions;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.CareTeam;

/// <summary>Telling a client's care team how work goes, and what they said back.</summary>
internal static class CareTeamEndpoints
{
    public const string Text = "text";
    public const string SharedWith = "shared-with";
    public const string SharedOn = "shared-on";
    public const string With = "with";
    public const string Way = "way";
    public const string On = "on";
    public const string AboutWork = "about-work";

    public static void MapCareTeam(this WebApplication app)
    {
        var pages = app.MapGroup("/clients/{id:guid}/care-team").ForPeople();
        pages.MapGet("", ShowAsync);
        pages.MapPost("", ShareAsync);
        pages.MapPost("/heard", LiaiseAsync);
    }

    public static string Address(Guid clientId) => $"/clients/{clientId}/care-team";

    private static async Task<IResult> ShowAsync(Guid id, HttpContext context, CareTeamHistories histories, CancellationToken cancellationToken)
    {
        var outcome = await histories.OfClientAsync(context.Actor(), id, cancellationToken);
        if (outcome.Value is not { } shown)
            return await EmployerFormEndpoints.NotOursAsync(context);
        return Page.Of<CareTeamPage>((nameof(CareTeamPage.View), new CareTeamView(shown) { Change = OwedCounts.Of(context.Request.Query) }));
    }

    private static async Task<IResult> ShareAsync(
        Guid id, HttpContext context, CareTeamHistories histories, CareTeamUpdates updates, FreeTextGuard guard, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if ((await histories.OfClientAsync(context.Actor(), id, cancellationToken)).Value is not { } shown)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var view = new CareTeamView(shown) { Share = form };
        Need(form, Text, SharedWith);
        var sharedOn = form.Date(SharedOn);
        if (form.IsRefused)
            return Page.Refused<CareTeamPage>((nameof(CareTeamPage.View), view));
        var outcome = await updates.ShareAsync(context.Actor(), Read(), null, cancellationToken);
        if (outcome.Refusal?.FreeText is { } found && GuardForm.IsRemoved(form))
        {
            GuardForm.TakeOut(form, guard, found, Text, SharedWith);
            outcome = await updates.ShareAsync(context.Actor(), Read(), null, cancellationToken);
        }

        if (outcome.Value is { } shared)
            return TypedResults.LocalRedirect($"{Address(id)}?said=CareTeamShared{Receipts.Of(shared.UndoId, [])}&added={shared.Owed.Added.Count}");
        if (outcome.Refusal!.FreeText is { } asked)
            return Page.Refused<CareTeamPage>((nameof(CareTeamPage.View), view with { ShareGuard = asked }));
        form.Refuse(IsDay(outcome.Refusal) ? SharedOn : "", Problems.Of(outcome.Refusal));
        return Page.Refused<CareTeamPage>((nameof(CareTeamPage.View), view));

        ShareUpdate Read() => new()
        {
            ClientReference = shown.Client.Reference, Text = form.Text(Text) ?? "", SharedWith = form.Text(SharedWith) ?? "", SharedOn = sharedOn, Guard = GuardForm.Kept(form),
        };
    }

    private static async Task<IResult> LiaiseAsync(
        Guid id, HttpContext context, CareTeamHistories histories, CareTeamUpdates updates, FreeTextGuard guard, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if ((await histories.OfClientAsync(context.Actor(), id, cancellationToken)).Value is not { } shown)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var view = new CareTeamView(shown) { Heard = form };
        Need(form, With);
        var (on, way) = (form.Date(On), form.Choice<Channel>(Way));
        if (on is null)
            form.Refuse(On, PageTexts.Get("ProblemDateNeeded"));
        if (way is null)
            form.Refuse(Way, PageTexts.Get("ProblemChannel"));
        if (form.IsRefused)
            return Page.Refused<CareTeamPage>((nameof(CareTeamPage.View), view));
        var outcome = await updates.LiaiseAsync(context.Actor(), Read(), null, cancellationToken);
        if (outcome.Refusal?.FreeText is { } found && GuardForm.IsRemoved(form))
        {
            GuardForm.TakeOut(form, guard, found, With, AboutWork);
            outcome = await updates.LiaiseAsync(context.Actor(), Read(), null, cancellationToken);
        }

        if (outcome.Value is not null)
            return TypedResults.LocalRedirect($"{Address(id)}?said=LiaisonRecorded");
        if (outcome.Refusal!.FreeText is { } asked)
            return Page.Refused<CareTeamPage>((nameof(CareTeamPage.View), view with { HeardGuard = asked }));
        form.Refuse(IsDay(outcome.Refusal) ? On : "", Problems.Of(outcome.Refusal));
        return Page.Refused<CareTeamPage>((nameof(CareTeamPage.View), view));

        RecordLiaison Read() => new()
        {
            ClientReference = shown.Client.Reference, On = on!.Value, Way = way!.Value, WithWhom = form.Text(With) ?? "", AboutWork = form.Text(AboutWork), Guard = GuardForm.Kept(form),
        };
    }

    private static void Need(FormState form, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (form.Text(field) is null)
                form.Refuse(field, PageTexts.Get("WrongMissing"));
        }
    }

    private static bool IsDay(Refusal refusal) => refusal.Reason is RefusalReason.FutureDate or RefusalReason.TooLongAgo;
}
