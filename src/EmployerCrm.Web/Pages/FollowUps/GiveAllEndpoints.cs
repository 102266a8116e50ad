using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.FollowUps;

/// <summary>Everything that somebody owes goes to a colleague: because they leave, or what is due until they are back.</summary>
internal static class GiveAllEndpoints
{
    public const string Root = "/follow-ups/give";
    public const string From = "from";
    public const string To = "to";
    public const string Until = "until";

    public static void MapGiveAll(this WebApplication app)
    {
        var pages = app.MapGroup(Root).ForPeople();
        pages.MapGet("", ShowAsync);
        pages.MapPost("", GiveAsync);
    }

    /// <summary>Shows what would be given: what was chosen stands in the address.</summary>
    private static async Task<IResult> ShowAsync(HttpContext context, FollowUpSharing sharing, CancellationToken cancellationToken)
    {
        var form = new FormState();
        foreach (var name in new[] { From, To, Until })
            form.With(name, context.Request.Query[name].ToString());
        var view = await ViewAsync(context, form, sharing, cancellationToken);
        return view is null ? await EmployerFormEndpoints.NotOursAsync(context) : Page.Of<GiveAllPage>((nameof(GiveAllPage.View), view));
    }

    private static async Task<IResult> GiveAsync(HttpContext context, FollowUpSharing sharing, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if (await ViewAsync(context, form, sharing, cancellationToken) is not { } view)
            return await EmployerFormEndpoints.NotOursAsync(context);
        if (view.To is null)
            form.Refuse(To, PageTexts.Get("ProblemNobodyToTakeOver"));
        if (form.IsRefused)
            return Page.Refused<GiveAllPage>((nameof(GiveAllPage.View), view));
        var outcome = await sharing.GiveAllAsync(context.Actor(), view.Given.From.Id, view.To!.Id, view.Until, null, cancellationToken);
        if (outcome.Value is { } given)
            return TypedResults.LocalRedirect($"{Root}?{From}={view.Given.From.Id}&said=GivenAll&n={given.Count}{Receipts.Of(given.UndoId, [])}");
        form.Refuse(outcome.Refusal!.Reason == RefusalReason.NobodyToTakeOver ? To : "", Problems.Of(outcome.Refusal));
        return Page.Refused<GiveAllPage>((nameof(GiveAllPage.View), view));
    }

    private static async Task<GiveAllView?> ViewAsync(HttpContext context, FormState form, FollowUpSharing sharing, CancellationToken cancellationToken)
    {
        var until = form.Date(Until);
        var from = form.Id(From) ?? context.SignedIn()!.Person.Id;
        var outcome = await sharing.PreviewAllAsync(context.Actor(), from, until, cancellationToken);
        return outcome.Value is { } given ? new GiveAllView(form.With(From, from), given, until, context.SignedIn()!.Person) : null;
    }
}
