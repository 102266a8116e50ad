using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.FollowUps;

/// <summary>One follow-up: why it is owed, what happened to it, and who does it.</summary>
internal static class FollowUpEndpoints
{
    public const string To = "to";
    public const string Comment = "comment";

    public static void MapFollowUp(this WebApplication app)
    {
        var pages = app.MapGroup("/follow-ups/{id:guid}").ForPeople();
        pages.MapGet("", ShowAsync);
        pages.MapPost("/give", GiveAsync);
        pages.MapPost("/comment", CommentAsync);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext context, FollowUpOverviews overviews, FollowUpContacts contacts, CancellationToken cancellationToken)
    {
        var outcome = await overviews.ShowAsync(context.Actor(), id, cancellationToken);
        if (outcome.Value is not { } owed)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var view = new FollowUpView(owed, new FormState()) { ToLog = await FollowUpsEndpoints.ToLogAsync(context, contacts, cancellationToken) };
        return Page.Of<FollowUpPage>((nameof(FollowUpPage.View), view));
    }

    private static async Task<IResult> GiveAsync(Guid id, HttpContext context, FollowUpSharing sharing, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var outcome = await sharing.GiveAsync(context.Actor(), id, form.Id(To) ?? Guid.Empty, null, cancellationToken);
        return TypedResults.LocalRedirect(Receipts.Back(form, outcome.Value is { } given ? $"said=FollowUpGiven{Receipts.Of(given.UndoId, [])}" : $"problem={outcome.Refusal!.Reason}"));
    }

    private static async Task<IResult> CommentAsync(
        Guid id, HttpContext context, FollowUpOverviews overviews, FollowUpSharing sharing, FreeTextGuard guard, CancellationToken cancellationToken)
    {
        if ((await overviews.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { } owed)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var comment = new AddComment(id, form.Text(Comment) ?? "") { Guard = GuardForm.Kept(form) };
        var outcome = await sharing.CommentAsync(context.Actor(), comment, null, cancellationToken);
        if (outcome.Refusal?.FreeText is { } found && GuardForm.IsRemoved(form))
        {
            GuardForm.TakeOut(form, guard, found, Comment);
            outcome = await sharing.CommentAsync(context.Actor(), comment with { Text = form.Text(Comment) ?? "" }, null, cancellationToken);
        }

        if (outcome.Value is not null)
            return TypedResults.LocalRedirect($"/follow-ups/{id}?said=FollowUpCommented#main");
        if (outcome.Refusal!.FreeText is null)
            form.Refuse(Comment, outcome.Refusal.Reason == RefusalReason.TitleMissing ? PageTexts.Get("ProblemCommentMissing") : Problems.Of(outcome.Refusal));
        return Page.Refused<FollowUpPage>((nameof(FollowUpPage.View), new FollowUpView(owed, form) { Guard = outcome.Refusal.FreeText }));
    }
}
