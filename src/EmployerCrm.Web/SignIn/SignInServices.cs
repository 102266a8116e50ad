using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Admin;
using EmployerCrm.Web.Pages.Admin.Outbox;
using EmployerCrm.Web.Settings;
using EmployerCrm.Web.SignIn.Entra;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmployerCrm.Web.SignIn;

/// <summary>How the host takes sign-in in.</summary>
internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration, AuthSettings settings, EntraSettings? entra, StoreSettings store)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton<LondonClock>();
        services.TryAddSingleton<WebSessions>();
        services.AddAdminPages();
        services.AddOutboxPages();
        services.AddSingleton<SetUpCode>();
        services.AddHttpContextAccessor();
        services.AddKeys(configuration, store);
        services.AddAuthentication(Sessions.Scheme).AddCookie(Sessions.Scheme, options => Sessions.Configure(options, settings));
        if (entra is not null)
        {
            services.AddSingleton(entra);
            services.AddEntraSignIn(entra, settings);
            services.AddHostedService(provider => provider.GetRequiredService<SetUpCode>());
        }

        services.AddAntiforgery(options => Configure(options, settings));
    }

    /// <summary>Stands after what answers errors and before everything that reads a request.</summary>
    public static void UseSignIn(this WebApplication app, EntraSettings? entra)
    {
        if (entra?.PublicUrl is { } url)
            app.UsePublicUrl(url);
        app.UseAuthentication();
        app.UseMiddleware<Door>();
        app.UseAntiforgery();
    }

    public static void MapSignIn(this WebApplication app, AuthMode? mode)
    {
        app.MapPost(SignInAddresses.SignOut, async context =>
        {
            await Sessions.EndAsync(context);
            context.Response.Redirect(SignInAddresses.SignIn);
        }).AllowAnonymous();
        app.MapAdmin();
        app.MapOutbox();
        app.MapSetUp(mode is AuthMode.Development);
        if (mode is AuthMode.Development && app.Environment.IsDevelopment())
        {
            app.MapDevelopmentSignIn();
        }
        else
        {
            app.MapSignInPage();
            app.MapEntraSignIn();
            app.MapTeamsSignIn();
        }
    }

    /// <summary>
    /// Takes requests as people send them, whatever a proxy in between makes of scheme and host: cookies are for https, and the directory sends people back
    /// to the one address that it knows.
    /// </summary>
    private static void UsePublicUrl(this WebApplication app, Uri url) => app.Use((context, next) =>
    {
        context.Request.Scheme = url.Scheme;
        if (context.Request.Path.StartsWithSegments(SignInAddresses.SignIn, StringComparison.OrdinalIgnoreCase))
            context.Request.Host = HostString.FromUriComponent(url);
        return next(context);
    });

    private static void Configure(AntiforgeryOptions options, AuthSettings settings)
    {
        settings.Cookie("form", options.Cookie);

        // Who may frame us stands in the content security policy; the old header knows one site only, and would shut Teams out.
        options.SuppressXFrameOptionsHeader = true;
    }
}
