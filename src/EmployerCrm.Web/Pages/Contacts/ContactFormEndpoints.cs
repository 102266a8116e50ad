using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Contacts;

/// <summary>Adding and changing people at employers.</summary>
internal static class ContactFormEndpoints
{
    public static void MapContactForms(this WebApplication app)
    {
        var pages = app.MapGroup("").ForPeople();
        pages.MapGet("/employers/{id:guid}/contacts/new", NewAsync);
        pages.MapPost("/employers/{id:guid}/contacts/new", AddAsync);
        pages.MapGet("/contacts/{id:guid}/edit", OpenAsync);
        pages.MapPost("/contacts/{id:guid}/edit", ChangeAsync);
    }

    private static async Task<IResult> NewAsync(Guid id, HttpContext context, ContactForms forms, CancellationToken cancellationToken) =>
        await ShowAsync(context, await forms.NewAsync(context.Actor(), id, cancellationToken));

    private static async Task<IResult> OpenAsync(Guid id, HttpContext context, ContactForms forms, CancellationToken cancellationToken) =>
        await ShowAsync(context, await forms.KnownAsync(context.Actor(), id, cancellationToken));

    private static async Task<IResult> AddAsync(Guid id, HttpContext context, ContactForms forms, CancellationToken cancellationToken) =>
        await SavedAsync(context, forms, await forms.NewAsync(context.Actor(), id, cancellationToken), "ContactAdded", cancellationToken);

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext context, ContactForms forms, CancellationToken cancellationToken) =>
        await SavedAsync(context, forms, await forms.KnownAsync(context.Actor(), id, cancellationToken), "ContactChanged", cancellationToken);

    private static async Task<IResult> ShowAsync(HttpContext context, ContactFormView? view) =>
        view is null ? await EmployerFormEndpoints.NotOursAsync(context) : Page.Of<ContactFormPage>((nameof(ContactFormPage.View), view));

    private static async Task<IResult> SavedAsync(HttpContext context, ContactForms forms, ContactFormView? opened, string said, CancellationToken cancellationToken)
    {
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var (saved, view) = await forms.SaveAsync(context.Actor(), opened, form, cancellationToken);
        if (saved is not null)
            return TypedResults.LocalRedirect($"/employers/{saved.Employer.Id}?said={(saved.UndoId is null ? "NothingChanged" : said)}{Receipts.Of(saved.UndoId, saved.Repairs)}");
        return view is null ? await EmployerFormEndpoints.NotOursAsync(context) : Page.Refused<ContactFormPage>((nameof(ContactFormPage.View), view));
    }
}
