using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Hosting;
using EmployerCrm.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace EmployerCrm.Web.SignIn;

/// <summary>
/// What every request passes: who is it, as the store has them at this moment, may they come in here, and did a form of ours send it. Comes before
/// anything of the request is read.
/// </summary>
internal sealed class Door(RequestDelegate next, ICrmStore store, LondonClock clock, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (Sessions.ObjectId(context.User) is { } objectId && await PersonAsync(objectId, context.RequestAborted) is { } person)
        {
            context.Features.Set(person);
            Languages.Read(person.Language);
        }

        // Routing's own answer to a wrong method is no endpoint of anybody's.
        if (context.GetEndpoint() is RouteEndpoint endpoint && await RefusalAsync(context, endpoint) is { } status)
            await RefuseAsync(context, status);
        else
            await next(context);
    }

    private async Task<SignedInPerson?> PersonAsync(string objectId, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        return await store.ReadAsync(
            async session => await session.People.SpecialistWithObjectIdAsync(objectId) is { } person && !person.HasLeft(today)
                ? SignedInPerson.Of(person, (await session.Settings.OfAsync(person.Id)).Language)
                : null,
            cancellationToken);
    }

    private async Task<int?> RefusalAsync(HttpContext context, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            if (context.SignedIn() is not { } person)
                return StatusCodes.Status401Unauthorized;
            if (endpoint.Metadata.GetMetadata<Entry>()?.Entrant is Entrant.Admin && person.Person.Role != Role.Admin)
                return StatusCodes.Status403Forbidden;
        }

        return ChangesSomething(context.Request) && endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation is not false
            && !await antiforgery.IsRequestValidAsync(context)
            ? StatusCodes.Status400BadRequest
            : null;
    }

    private static bool ChangesSomething(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    private static Task RefuseAsync(HttpContext context, int status)
    {
        var request = context.Request;
        if (status == StatusCodes.Status401Unauthorized && HttpMethods.IsGet(request.Method) && ErrorAnswers.WantsPage(request))
        {
            context.Response.Redirect(SignInAddresses.From(request));
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        return ErrorAnswers.AnswerAsync(context, status, null, status == StatusCodes.Status400BadRequest ? "ErrorNotOurForm" : null);
    }
}
