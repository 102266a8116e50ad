using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Visits;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>The caseload, contacts with several clients at once, the week for the clinical record, and what programmes there are.</summary>
internal static class ClientListEndpoints
{
    public static void MapClientList(this WebApplication app)
    {
        var pages = app.MapGroup("/clients").ForPeople();
        pages.MapGet("", ListAsync);
        pages.MapPost("/contacts", RecordAsync);
        pages.MapGet("/record", WeekAsync);
        pages.MapGet("/programmes", ProgrammesAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, CaseloadPages pages, CancellationToken cancellationToken) =>
        await pages.ShowAsync(context, new FormState(), cancellationToken) is { } view ? Page.Of<ClientsPage>((nameof(ClientsPage.View), view)) : await EmployerFormEndpoints.NotOursAsync(context);

    private static async Task<IResult> RecordAsync(HttpContext context, CaseloadPages pages, ClientContacts contacts, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if (await pages.ShowAsync(context, form, cancellationToken) is not { } view)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var way = form.Choice<Channel>(CaseloadView.Way);
        if (form.Values(CaseloadView.Ticked).Count == 0)
            form.Refuse(CaseloadView.Ticked, PageTexts.Get("ProblemNobodyTicked"));
        if (way is null)
            form.Refuse(CaseloadView.Way, PageTexts.Get("ProblemChannel"));
        if (form.Date(CaseloadView.On) is { } on && way is { } chosen && !form.IsRefused)
        {
            var outcome = await contacts.RecordAsync(
                context.Actor(), new RecordClientContacts { References = [.. form.Values(CaseloadView.Ticked)], On = on, Way = chosen }, null, cancellationToken);
            if (outcome.Value is { } recorded)
                return TypedResults.LocalRedirect(ClientAddresses.Said(view.State.Address, recorded.UndoId is null ? "ClientContactsKnown" : "ClientContacts", recorded.UndoId, Notes(recorded)));
            form.Refuse(FieldOf(outcome.Refusal!.Reason), Problems.Of(outcome.Refusal));
        }
        else if (form.Text(CaseloadView.On) is null)
        {
            form.Refuse(CaseloadView.On, PageTexts.Get("ProblemDateNeeded"));
        }

        return Page.Refused<ClientsPage>((nameof(ClientsPage.View), view));
    }

    /// <summary>That a meeting in person is still owed where only a call was recorded.</summary>
    public static IEnumerable<string> Notes(ClientContactsRecorded recorded) => recorded.Owed is { NotMet.Count: > 0 } ? ["InPersonOwed"] : [];

    private static async Task<IResult> WeekAsync(HttpContext context, ContactsForRecord weeks, CancellationToken cancellationToken)
    {
        DateOnly? on = DateOnly.TryParseExact(context.Request.Query["week"], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            && day.Year is > 2000 and < 2200 ? day : null;
        var outcome = await weeks.OfWeekAsync(context.Actor(), on, null, cancellationToken);
        return outcome.Value is { } week ? Page.Of<RecordPage>((nameof(RecordPage.Week), week)) : await EmployerFormEndpoints.NotOursAsync(context);
    }

    private static async Task<IResult> ProgrammesAsync(HttpContext context, ClientLists lists) => context.Actor().Role == Core.People.Role.Admin
        ? await EmployerFormEndpoints.NotOursAsync(context)
        : Page.Of<ProgrammesPage>((nameof(ProgrammesPage.Lists), lists));

    private static string FieldOf(RefusalReason reason) => reason switch
    {
        RefusalReason.FutureDate or RefusalReason.TooLongAgo => CaseloadView.On,
        RefusalReason.ClientUnknown or RefusalReason.TooManyAtOnce => CaseloadView.Ticked,
        _ => "",
    };
}
