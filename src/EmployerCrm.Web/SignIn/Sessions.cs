using System.Globalization;
using System.Security.Claims;
using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace EmployerCrm.Web.SignIn;

/// <summary>A person's session: an encrypted cookie that says who signed in and when, and nothing that may change meanwhile.</summary>
internal static class Sessions
{
    public const string Scheme = "Session";

    private const string SessionId = "sid";
    private const string Began = "began";

    // Long enough that not every part of a page sets the cookie again, short enough that "idle" means what it says.
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromMinutes(1);

    /// <summary>Who the session is of; null when there is none.</summary>
    public static string? ObjectId(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true, AuthenticationType: Scheme } ? principal.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    /// <summary>Begins a new session, whatever the browser brought along.</summary>
    public static Task BeginAsync(HttpContext context, Specialist person)
    {
        var services = context.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, person.ObjectId), new Claim(SessionId, services.GetRequiredService<Ids>().New().ToString())], Scheme);
        var properties = new AuthenticationProperties();
        properties.SetString(Began, now.ToString("O", CultureInfo.InvariantCulture));
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity), properties);
    }

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);

    public static void Configure(CookieAuthenticationOptions options, AuthSettings settings)
    {
        options.Cookie = settings.Cookie("session", new CookieBuilder());
        options.ExpireTimeSpan = settings.IdleTimeout;
        options.SlidingExpiration = true;
        options.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = context.ElapsedTime > BetweenRenewals;
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = context =>
        {
            var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            if (!DateTimeOffset.TryParse(context.Properties.GetString(Began), CultureInfo.InvariantCulture, out var began) || now - began >= settings.AbsoluteTimeout)
                context.RejectPrincipal();
            return Task.CompletedTask;
        };
    }
}
