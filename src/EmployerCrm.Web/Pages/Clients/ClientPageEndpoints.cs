using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>A client's page, and a contact recorded on it in one tap.</summary>
internal static class ClientPageEndpoints
{
    public static void MapClientPage(this WebApplication app)
    {
        var pages = app.MapGroup("/clients/{id:guid}").ForPeople();
        pages.MapGet("", ShowAsync);
        pages.MapPost("/contact", ContactAsync);
        pages.MapPost("/reopen", ReopenAsync);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext context, ClientOverviews clients, Milestones milestones, WhatFollowed followed, CancellationToken cancellationToken)
    {
        var outcome = await clients.ShowAsync(context.Actor(), id, cancellationToken);
        if (outcome.Value is not { } client)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var view = new ClientPageView(client, context.Request.Query["all"] == "1");
        if (client.Programme.Milestones.Count > 0)
            view = view with { Milestones = (await milestones.OfClientAsync(context.Actor(), client.Client.Reference, cancellationToken)).Value };
        if (ClientAddresses.UndoIn(context) is { } step)
            view = view with { Followed = (await followed.OfAsync(context.Actor(), step, cancellationToken)).Value };
        return Page.Of<ClientPage>((nameof(ClientPage.View), view));
    }

    private static async Task<IResult> ContactAsync(Guid id, HttpContext context, ClientOverviews clients, ClientContacts contacts, CancellationToken cancellationToken)
    {
        if ((await clients.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { } client)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var back = ClientAddresses.Of(id);
        if (form.Date(CaseloadView.On) is not { } on)
            return TypedResults.LocalRedirect($"{back}?problem=DateNeeded");
        if (form.Choice<Channel>(CaseloadView.Way) is not { } way)
            return TypedResults.LocalRedirect($"{back}?problem=Channel");
        var outcome = await contacts.RecordAsync(context.Actor(), new RecordClientContacts { References = [client.Client.Reference], On = on, Way = way }, null, cancellationToken);
        return TypedResults.LocalRedirect(outcome.Value is { } recorded
            ? ClientAddresses.Said(back, recorded.UndoId is null ? "ClientContactsKnown" : "ClientContacts", recorded.UndoId, ClientListEndpoints.Notes(recorded))
            : $"{back}?problem={outcome.Refusal!.Reason}");
    }

    private static async Task<IResult> ReopenAsync(Guid id, HttpContext context, ClientOverviews clients, ClientReopening reopening, CancellationToken cancellationToken)
    {
        if ((await clients.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { } client)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var outcome = await reopening.ReopenAsync(context.Actor(), client.Client.Reference, null, cancellationToken);
        var back = ClientAddresses.Of(id);
        return TypedResults.LocalRedirect(outcome.Value is { } saved
            ? ClientAddresses.Said(back, saved.UndoId is null ? "NothingChanged" : "ClientReopened", saved.UndoId)
            : $"{back}?problem={outcome.Refusal!.Reason}");
    }
}
