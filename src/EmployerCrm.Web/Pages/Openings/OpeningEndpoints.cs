using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Openings;

/// <summary>The team's live openings; recording and closing one.</summary>
internal static class OpeningEndpoints
{
    public const string Id = "id";
    public const string Version = "version";
    public const string JobType = "job-type";

    public static void MapOpenings(this WebApplication app)
    {
        var pages = app.MapGroup("").ForPeople();
        pages.MapGet("/openings", ListAsync);
        pages.MapGet("/employers/{id:guid}/openings/new", NewAsync);
        pages.MapPost("/employers/{id:guid}/openings/new", RecordAsync);
        pages.MapPost("/openings/{id:guid}/close", CloseAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, Core.Employers.Openings openings, CancellationToken cancellationToken)
    {
        var outcome = await openings.LiveAsync(context.Actor(), null, cancellationToken);
        return outcome.Value is { } shown ? Page.Of<OpeningsPage>((nameof(OpeningsPage.Shown), shown)) : await EmployerFormEndpoints.NotOursAsync(context);
    }

    private static async Task<IResult> NewAsync(Guid id, HttpContext context, ICrmStore store, Ids ids, ClientLists lists, CancellationToken cancellationToken) =>
        await ViewAsync(context, id, new FormState().With(Id, ids.New()), store, lists, cancellationToken) is { } view
            ? Page.Of<OpeningFormPage>((nameof(OpeningFormPage.View), view))
            : await EmployerFormEndpoints.NotOursAsync(context);

    private static async Task<IResult> RecordAsync(
        Guid id, HttpContext context, ICrmStore store, ClientLists lists, Core.Employers.Openings openings, FreeTextGuard guard, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if (await ViewAsync(context, id, form, store, lists, cancellationToken) is not { } view)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var record = new RecordOpening
        {
            Id = form.Id(Id), EmployerId = id, Job = form.Text(OpeningField.Job), JobType = form.Text(JobType), Hours = form.Text(OpeningField.Hours), From = form.Date(OpeningField.From),
            ClosesOn = form.Date(OpeningField.Closes), SaidById = form.Id(OpeningField.SaidBy), Guard = GuardForm.Kept(form),
        };
        if (form.IsRefused)
            return Page.Refused<OpeningFormPage>((nameof(OpeningFormPage.View), view));
        var outcome = await openings.RecordAsync(context.Actor(), record, null, cancellationToken);
        if (outcome.Refusal?.FreeText is { } found && GuardForm.IsRemoved(form))
        {
            GuardForm.TakeOut(form, guard, found, OpeningField.Job, OpeningField.Hours);
            outcome = await openings.RecordAsync(context.Actor(), record with { Job = form.Text(OpeningField.Job), Hours = form.Text(OpeningField.Hours) }, null, cancellationToken);
        }

        if (outcome.Value is { } saved)
            return TypedResults.LocalRedirect($"/employers/{id}?said=OpeningRecorded{Receipts.Of(saved.UndoId, [])}");
        if (outcome.Refusal!.FreeText is { } asked)
            return Page.Refused<OpeningFormPage>((nameof(OpeningFormPage.View), view with { Guard = asked }));
        Problems.Put(form, outcome.Refusal);
        return Page.Refused<OpeningFormPage>((nameof(OpeningFormPage.View), view));
    }

    private static async Task<IResult> CloseAsync(Guid id, HttpContext context, Core.Employers.Openings openings, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var outcome = await openings.CloseAsync(context.Actor(), id, form.Number(Version) ?? 0, null, cancellationToken);
        var back = SignInAddresses.Local(form.Text("back") ?? "/openings");
        return TypedResults.LocalRedirect(outcome.Value is { } saved ? $"{back}?said=OpeningClosed{Receipts.Of(saved.UndoId, [])}" : $"{back}?problem={outcome.Refusal!.Reason}");
    }

    private static async Task<OpeningFormView?> ViewAsync(HttpContext context, Guid employerId, FormState form, ICrmStore store, ClientLists lists, CancellationToken cancellationToken)
    {
        if (context.Actor().Role == Core.People.Role.Admin)
            return null;
        var (employer, people) = await store.ReadAsync(
            async session => (await session.Employers.EmployerAsync(employerId), await session.Employers.ContactsAsync(employerId)), cancellationToken);
        return employer is null ? null : new OpeningFormView(form, employer, [.. people.Where(person => person.LeftOn is null)], lists.JobTypes);
    }
}
