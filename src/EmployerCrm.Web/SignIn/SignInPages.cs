using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages;
using EmployerCrm.Web.Pages.SignIn;
using EmployerCrm.Web.SignIn.Entra;

namespace EmployerCrm.Web.SignIn;

/// <summary>The sign-in page where people sign in with Microsoft; it also tells what became of a try.</summary>
internal static class SignInPages
{
    public static void MapSignInPage(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(SignInAddresses.SignIn, ShowAsync).AllowAnonymous();

    private static async Task<IResult> ShowAsync(HttpContext context, string? returnUrl, string? problem, FirstRun firstRun) => new PageResult<SignInPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(SignInPage.Begin)] = $"{EntraSignIn.Begin}?{SignInAddresses.ReturnUrl}={Uri.EscapeDataString(SignInAddresses.Local(returnUrl))}",
        [nameof(SignInPage.Problem)] = Enum.TryParse<SignInProblem>(problem, out var known) && Enum.IsDefined(known) ? known : null,
        [nameof(SignInPage.Person)] = context.SignedIn()?.Person,
        [nameof(SignInPage.SetUpNeeded)] = await firstRun.IsNeededAsync(context.RequestAborted),
        [nameof(SignInPage.Unknown)] = context.SignedIn() is null ? Sessions.Visitor(context.User) : null,
    });
}
