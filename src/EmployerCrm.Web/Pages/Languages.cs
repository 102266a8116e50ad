using System.Globalization;
using EmployerCrm.Web.Settings;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages;

/// <summary>In which language a page is written: that of the person's settings, else the one chosen in the footer, else the browser's, else the service's.</summary>
internal static class Languages
{
    public const string Cookie = "lang";

    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static readonly CultureInfo Welsh = CultureInfo.GetCultureInfo("cy-GB");

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Stands before everything that writes text for people.</summary>
    public static void UseLanguages(this WebApplication app)
    {
        var usual = Of(app.Services.GetRequiredService<HostSettings>().DefaultLanguage) ?? English;
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), pages => pages.Use((context, next) =>
        {
            var language = Of(context.Request.Cookies[Cookie]) ?? Accepted(context.Request) ?? usual;
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language;
            return next(context);
        }));
    }

    /// <summary>The rest of the request is for somebody who chose this language; null when they chose none.</summary>
    public static void Read(string? language)
    {
        if (Of(language) is { } chosen)
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = chosen;
    }

    /// <summary>Where the links in the footer lead: they need no script, and no form.</summary>
    public static RouteHandlerBuilder MapLanguages(this WebApplication app) => app.MapGet("/language/{language}", (string language, string? returnUrl, HttpContext context) =>
    {
        if (Of(language) is not { } chosen)
            return Results.NotFound();
        context.Response.Cookies.Append(Cookie, chosen.TwoLetterISOLanguageName, CookieOf(context.Request.IsHttps));
        return Results.LocalRedirect(SignInAddresses.Local(returnUrl));
    });

    /// <summary>Inside the Teams tab a cookie is sent only where it says that it may be.</summary>
    private static CookieOptions CookieOf(bool isHttps)
    {
        var cookie = new CookieOptions { HttpOnly = true, Secure = isHttps, SameSite = isHttps ? SameSiteMode.None : SameSiteMode.Lax, MaxAge = Kept, IsEssential = true };
        if (isHttps)
            cookie.Extensions.Add("Partitioned");
        return cookie;
    }

    private static CultureInfo? Of(string? name) => name switch
    {
        "en" or "en-GB" => English,
        "cy" or "cy-GB" => Welsh,
        _ => null,
    };

    private static CultureInfo? Accepted(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value is { Length: >= 2 } name ? Of(name[..2].ToLowerInvariant()) : null)
        .FirstOrDefault(language => language is not null);
}
