using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Visits;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Permissions;

/// <summary>Takes the client off a contact that needed a permission; everything else of the contact stays.</summary>
internal static class UnpermittedEndpoint
{
    public static async Task<IResult> TakeOffAsync(Guid id, Guid visit, HttpContext context, PermissionOverviews overviews, VisitEditing editing, CancellationToken cancellationToken)
    {
        if ((await overviews.OfClientAsync(context.Actor(), id, cancellationToken)).Value is not { } shown)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var back = PermissionEndpoints.Address(id);
        if (shown.Unpermitted.FirstOrDefault(contact => contact.VisitId == visit) is not { } contact)
            return TypedResults.LocalRedirect($"{back}?problem=NotFound");
        var known = await editing.ShowAsync(context.Actor(), visit, null, cancellationToken);
        if (known.Value?.View is not { } view)
            return TypedResults.LocalRedirect($"{back}?problem={known.Refusal!.Reason}");
        var change = new ChangeVisit
        {
            VisitId = visit, ExpectedVersion = contact.Version, ClientReference = "", Channel = view.Visit.Channel, On = view.Visit.On, At = view.Visit.At, ContactName = view.Contact?.Name,
            Notes = view.Visit.Notes, Next = view.Next is { } next ? new PromisedStep(next.Title, next.DueOn) : null,
        };
        var outcome = await editing.ChangeAsync(context.Actor(), change, null, cancellationToken);
        return TypedResults.LocalRedirect(outcome.Value is { } saved ? $"{back}?said=ClientTakenOff{Receipts.Of(saved.UndoId, [])}" : $"{back}?problem={outcome.Refusal!.Reason}");
    }
}
