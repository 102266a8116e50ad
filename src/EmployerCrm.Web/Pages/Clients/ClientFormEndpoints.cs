using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>Taking a client on, and changing the programme and the preferred job types.</summary>
internal static class ClientFormEndpoints
{
    public static void MapClientForms(this WebApplication app)
    {
        var pages = app.MapGroup("/clients").ForPeople();
        pages.MapGet("/new", NewAsync);
        pages.MapPost("/new", IssueAsync);
        pages.MapGet("/{id:guid}/edit", OpenAsync);
        pages.MapPost("/{id:guid}/edit", ChangeAsync);
    }

    private static async Task<IResult> NewAsync(HttpContext context, ClientLists lists, LondonClock clock, Ids ids)
    {
        if (context.Actor().Role == Role.Admin)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = new FormState().With(ClientFormView.Id, ids.New()).With(ClientFormView.EnteredOn, Days.Iso(clock.Today));
        return Page.Of<ClientFormPage>((nameof(ClientFormPage.View), new ClientFormView(form, null, lists, clock.Today)));
    }

    private static async Task<IResult> IssueAsync(HttpContext context, NewClients clients, ClientLists lists, LondonClock clock, CancellationToken cancellationToken)
    {
        if (context.Actor().Role == Role.Admin)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var entered = form.Date(ClientFormView.EnteredOn);
        if (entered is null)
            form.Refuse(ClientFormView.EnteredOn, PageTexts.Get("ProblemDateNeeded"));
        if (form.Text(ClientFormView.Programme) is null)
            form.Refuse(ClientFormView.Programme, PageTexts.Get("ProblemProgrammeUnknown"));
        if (!form.IsRefused)
        {
            var wanted = new NewClient
            {
                Id = form.Id(ClientFormView.Id), Programme = form.Text(ClientFormView.Programme)!, EnteredOn = entered!.Value, PreferredJobTypes = form.Values(ClientFormView.JobTypes),
            };
            var outcome = await clients.IssueAsync(context.Actor(), wanted, null, cancellationToken);
            if (outcome.Value is { } saved)
                return TypedResults.LocalRedirect(ClientAddresses.Said(ClientAddresses.Of(saved.Client.Id), "ClientAdded", saved.UndoId, lists.Of(saved.Client.Programme).StartsInWork ? ["RecordTheirJob"] : []));
            if (outcome.Refusal!.Reason == RefusalReason.LineFinished)
                return TypedResults.LocalRedirect(ClientAddresses.Of(wanted.Id!.Value));
            Put(form, outcome.Refusal);
        }

        return Page.Refused<ClientFormPage>((nameof(ClientFormPage.View), new ClientFormView(form, null, lists, clock.Today)));
    }

    private static async Task<IResult> OpenAsync(Guid id, HttpContext context, ClientOverviews clients, ClientLists lists, CancellationToken cancellationToken)
    {
        if ((await clients.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { Standing: not ClientStatus.Closed } client)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = new FormState().With(ClientFormView.Version, client.Client.Version).With(ClientFormView.Programme, client.Client.Programme)
            .WithAll(ClientFormView.JobTypes, client.PreferredJobTypes);
        return Page.Of<ClientFormPage>((nameof(ClientFormPage.View), new ClientFormView(form, client.Client, lists, client.Today)));
    }

    private static async Task<IResult> ChangeAsync(
        Guid id, HttpContext context, ClientOverviews clients, ClientChanges changes, ClientLists lists, CancellationToken cancellationToken)
    {
        if ((await clients.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { } client)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var change = new ChangeClient
        {
            ClientReference = client.Client.Reference, ExpectedVersion = form.Number(ClientFormView.Version) ?? 0, Programme = form.Text(ClientFormView.Programme) is { } programme && programme != client.Client.Programme ? programme : null,
            PreferredJobTypes = form.Values(ClientFormView.JobTypes),
        };
        var outcome = await changes.ChangeAsync(context.Actor(), change, null, cancellationToken);
        if (outcome.Value is { } saved)
            return TypedResults.LocalRedirect(ClientAddresses.Said(ClientAddresses.Of(id), saved.UndoId is null ? "NothingChanged" : "ClientChanged", saved.UndoId));
        Put(form, outcome.Refusal!);
        // What is sent from here is meant against the record as it is now.
        form.With(ClientFormView.Version, client.Client.Version);
        return Page.Refused<ClientFormPage>((nameof(ClientFormPage.View), new ClientFormView(form, client.Client, lists, client.Today)));
    }

    private static void Put(FormState form, Refusal refusal) => form.Refuse(
        refusal.Reason switch
        {
            RefusalReason.ProgrammeUnknown => ClientFormView.Programme,
            RefusalReason.FutureDate or RefusalReason.DayUnlikely => ClientFormView.EnteredOn,
            RefusalReason.JobTypeUnknown or RefusalReason.TooManyAtOnce => ClientFormView.JobTypes,
            _ => "",
        },
        refusal.Reason == RefusalReason.TooManyAtOnce ? PageTexts.Get("ProblemTooManyJobTypes", ClientRules.MostJobTypes) : Problems.Of(refusal));
}
