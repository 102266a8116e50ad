using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Web.Pages;
using EmployerCrm.Web.Pages.SignIn;

namespace EmployerCrm.Web.SignIn;

/// <summary>Signing in as anybody, without a password: in the Development environment, for a browser on this machine that talks to us directly.</summary>
internal static class DevelopmentSignIn
{
    public static void MapDevelopmentSignIn(this WebApplication app)
    {
        var signIn = app.MapGroup(SignInAddresses.SignIn).AllowAnonymous().AddEndpointFilter(async (context, next) =>
            DevelopmentDoor.IsOpenTo(context.HttpContext) ? await next(context) : TypedResults.NotFound());
        signIn.MapGet("", ShowAsync);
        signIn.MapPost("", SignInAsync);
    }

    private static async Task<IResult> ShowAsync(string? returnUrl, ICrmStore store, LondonClock clock, CancellationToken cancellationToken)
    {
        var (people, teams) = await store.ReadAsync(
            async session => (await session.People.SpecialistsAsync(), await session.People.TeamsAsync()), cancellationToken);
        return new PageResult<DevelopmentSignInPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(DevelopmentSignInPage.Teams)] = teams,
            [nameof(DevelopmentSignInPage.People)] = people.Where(person => !person.HasLeft(clock.Today)).ToList(),
            [nameof(DevelopmentSignInPage.ReturnUrl)] = SignInAddresses.Local(returnUrl),
        });
    }

    private static async Task<IResult> SignInAsync(HttpContext context, ICrmStore store, LondonClock clock, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (!Guid.TryParse(form["person"], out var id)
            || await store.ReadAsync(session => session.People.SpecialistAsync(id), cancellationToken) is not { } person || person.HasLeft(clock.Today))
        {
            return TypedResults.Redirect(SignInAddresses.SignIn);
        }

        await Sessions.BeginAsync(context, person);
        return TypedResults.LocalRedirect(SignInAddresses.Local(form[SignInAddresses.ReturnUrl]));
    }
}
