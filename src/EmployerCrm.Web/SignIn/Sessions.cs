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
    private const string Admin = "admin";

    /// <summary>Longer than any setting lets a session last.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(8);

    // Long enough that not every part of a page sets the cookie again, short enough that "idle" means what it says.
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromMinutes(1);

    /// <summary>Who the session is of; null when there is none.</summary>
    public static string? ObjectId(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true, AuthenticationType: Scheme } ? principal.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    /// <summary>Who signed in, known here or not; null when nobody did.</summary>
    public static Visitor? Visitor(ClaimsPrincipal principal) => ObjectId(principal) is { } objectId
        ? new Visitor(objectId, principal.FindFirstValue(ClaimTypes.Name) ?? objectId, principal.HasClaim(claim => claim.Type == Admin))
        : null;

    public static Task BeginAsync(HttpContext context, Specialist person) => BeginAsync(context, person.ObjectId, person.Name, person.Role is Role.Admin);

    /// <summary>Begins a new session, whatever the browser brought along.</summary>
    /// <param name="isAdmin">Whether the directory says that they are an admin: counts for nothing but setting up a service that has nobody yet.</param>
    public static Task BeginAsync(HttpContext context, string objectId, string name, bool isAdmin)
    {
        var services = context.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var session = services.GetRequiredService<Ids>().New().ToString();
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, objectId), new Claim(ClaimTypes.Name, name), new Claim(SessionId, session)], Scheme);
        if (isAdmin)
            identity.AddClaim(new Claim(Admin, "true"));
        var properties = new AuthenticationProperties();
        properties.SetString(Began, now.ToString("O", CultureInfo.InvariantCulture));
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity), properties);
    }

    /// <summary>Ends it for good: a copy of the cookie opens nothing either.</summary>
    public static async Task EndAsync(HttpContext context)
    {
        if (Guid.TryParse(context.User.FindFirstValue(SessionId), out var session))
            await context.RequestServices.GetRequiredService<WebSessions>().EndAsync(session, Longest, context.RequestAborted);
        await context.SignOutAsync(Scheme);
    }

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
        options.Events.OnValidatePrincipal = async context =>
        {
            if (!await IsOpenAsync(context, settings))
                context.RejectPrincipal();
        };
    }

    private static async Task<bool> IsOpenAsync(CookieValidatePrincipalContext context, AuthSettings settings)
    {
        var services = context.HttpContext.RequestServices;
        return DateTimeOffset.TryParse(context.Properties.GetString(Began), CultureInfo.InvariantCulture, out var began)
            && services.GetRequiredService<TimeProvider>().GetUtcNow() - began < settings.AbsoluteTimeout
            && Guid.TryParse(context.Principal?.FindFirstValue(SessionId), out var session)
            && !await services.GetRequiredService<WebSessions>().HasEndedAsync(session, context.HttpContext.RequestAborted);
    }
}
