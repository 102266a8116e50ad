using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>Stepping down and closing a record: what it touches is shown first.</summary>
internal static class ClientEndingEndpoints
{
    public static void MapClientEndings(this WebApplication app)
    {
        var pages = app.MapGroup("/clients/{id:guid}").ForPeople();
        pages.MapGet("/step-down", (Guid id, HttpContext context, ClientOverviews clients, CancellationToken cancellationToken) => ShowAsync(id, context, clients, closes: false, cancellationToken));
        pages.MapPost("/step-down", StepDownAsync);
        pages.MapGet("/close", (Guid id, HttpContext context, ClientOverviews clients, CancellationToken cancellationToken) => ShowAsync(id, context, clients, closes: true, cancellationToken));
        pages.MapPost("/close", CloseAsync);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext context, ClientOverviews clients, bool closes, CancellationToken cancellationToken)
    {
        if ((await clients.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { } client)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var may = closes ? client.Standing != ClientStatus.Closed : client.Standing is ClientStatus.InWork;
        if (!may)
            return TypedResults.LocalRedirect($"{ClientAddresses.Of(id)}?problem={(closes || client.Standing == ClientStatus.Closed ? RefusalReason.ClientClosed : RefusalReason.NotInWork)}");
        var form = new FormState().With(EndingView.On, Days.Iso(client.Today)).With(EndingView.Cancels, "yes");
        return Page.Of<EndingPage>((nameof(EndingPage.View), new EndingView(form, client, closes)));
    }

    private static async Task<IResult> StepDownAsync(Guid id, HttpContext context, ClientOverviews clients, SteppingDown steppingDown, CancellationToken cancellationToken)
    {
        if ((await clients.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { } client)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if (Day(form) is not { } on)
            return Refused(form, client, closes: false);
        var outcome = await steppingDown.DecideAsync(
            context.Actor(), new StepDown { ClientReference = client.Client.Reference, DecidedOn = on, CancelFollowUps = form.Checked(EndingView.Cancels) }, null, cancellationToken);
        return Answer(outcome, form, client, closes: false);
    }

    private static async Task<IResult> CloseAsync(Guid id, HttpContext context, ClientOverviews clients, ClientClosing closing, CancellationToken cancellationToken)
    {
        if ((await clients.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { } client)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var reason = form.Choice<ClosingReason>(EndingView.Reason);
        if (reason is null)
            form.Refuse(EndingView.Reason, PageTexts.Get("ProblemClosingReason"));
        if (Day(form) is not { } on || reason is null)
            return Refused(form, client, closes: true);
        var outcome = await closing.CloseAsync(
            context.Actor(), new CloseClient { ClientReference = client.Client.Reference, Reason = reason.Value, ClosedOn = on, CancelFollowUps = form.Checked(EndingView.Cancels) }, null, cancellationToken);
        return Answer(outcome, form, client, closes: true);
    }

    private static IResult Answer(Outcome<ClientEnding> outcome, FormState form, ClientOverview client, bool closes)
    {
        if (outcome.Value is { } ended)
            return TypedResults.LocalRedirect(ClientAddresses.Said(ClientAddresses.Of(client.Client.Id), ended.UndoId is null ? "NothingChanged" : closes ? "ClientClosed" : "ClientSteppedDown", ended.UndoId));
        var reason = outcome.Refusal!.Reason;
        form.Refuse(reason is RefusalReason.FutureDate or RefusalReason.TooLongAgo or RefusalReason.DayUnlikely ? EndingView.On : "", Problems.Of(outcome.Refusal));
        return Refused(form, client, closes);
    }

    private static PageResult<EndingPage> Refused(FormState form, ClientOverview client, bool closes) => Page.Refused<EndingPage>((nameof(EndingPage.View), new EndingView(form, client, closes)));

    private static DateOnly? Day(FormState form)
    {
        var on = form.Date(EndingView.On);
        if (on is null)
            form.Refuse(EndingView.On, PageTexts.Get("ProblemDateNeeded"));
        return on;
    }
}
