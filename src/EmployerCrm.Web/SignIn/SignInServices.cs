using EmployerCrm.Core.Calendar;
using EmployerCrm.Web.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EmployerCrm.Web.SignIn;

/// <summary>How the host takes sign-in in.</summary>
internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration, AuthSettings settings, StoreSettings store)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton<LondonClock>();
        services.AddHttpContextAccessor();
        services.AddKeys(configuration, store);
        services.AddAuthentication(Sessions.Scheme).AddCookie(Sessions.Scheme, options => Sessions.Configure(options, settings));
        services.AddAntiforgery(options => Configure(options, settings));
    }

    /// <summary>Stands after what answers errors and before everything that reads a request.</summary>
    public static void UseSignIn(this WebApplication app)
    {
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
        if (mode is AuthMode.Development && app.Environment.IsDevelopment())
            app.MapDevelopmentSignIn();
    }

    private static void Configure(AntiforgeryOptions options, AuthSettings settings)
    {
        settings.Cookie("form", options.Cookie);

        // Who may frame us stands in the content security policy; the old header knows one site only, and would shut Teams out.
        options.SuppressXFrameOptionsHeader = true;
    }
}
