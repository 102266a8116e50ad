using EmployerCrm.Bot;
using EmployerCrm.BotFramework;
using EmployerCrm.Web.Hosting.Metrics;
using EmployerCrm.Web.Jobs;
using EmployerCrm.Web.Pages;
using EmployerCrm.Web.Settings;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Hosting;

/// <summary>The composition root: what the parts are given, and what answers at which address.</summary>
internal static class CrmHost
{
    private const long LargestBody = 1024 * 1024;

    // So that a search that is much too long is cut and answered by a page, and not refused by a line.
    private const int LongestRequestLine = 32 * 1024;

    /// <summary>Builds the host with its settings checked and its store open; the caller runs and disposes it.</summary>
    /// <param name="replace">Puts other services in the place of the host's own; for tests and measurements.</param>
    /// <exception cref="SettingsException">Settings are missing or wrong; all of them are named, and nothing has been opened.</exception>
    public static async Task<WebApplication> BuildAsync(string[] settings, CancellationToken cancellationToken, Action<IServiceCollection>? replace = null)
    {
        var builder = SettingSources.Builder(settings);
        var store = StoreSettings.Of(builder.Configuration);
        var host = HostSettings.Of(builder.Configuration, builder.Environment);
        var auth = AuthSettings.Of(builder.Configuration, builder.Environment);
        var entra = host.Auth is AuthMode.Entra ? EntraSettings.Of(builder.Configuration, builder.Environment) : null;
        var guard = GuardSettings.Of(builder.Configuration);
        var clients = ClientSettings.Of(builder.Configuration);
        var fidelity = FidelitySettings.Of(builder.Configuration);
        var jobs = JobSettings.Of(builder.Configuration);
        var followUps = FollowUpSettings.Of(builder.Configuration);
        var outbox = OutboxSettings.Of(builder.Configuration);
        AddHosting(builder);
        var startFailures = new StartFailures();
        startFailures.LeaveOut(builder.Logging);
        builder.Services.AddSingleton(host);
        builder.Services.AddSingleton<MetricsCollector>();
        builder.Services.AddSingleton(_ => guard.ToGuard());
        builder.Services.AddSingleton(clients.Lists);
        builder.Services.AddSingleton(fidelity.Options);
        builder.Services.AddSingleton(followUps.Options);
        builder.Services.AddSingleton(outbox.Options);
        builder.Services.AddSingleton(jobs.Options);
        builder.Services.AddSingleton<OpenStore>();
        builder.Services.AddSingleton(services => services.GetRequiredService<OpenStore>().Store);
        builder.Services.AddBotFramework(builder.Configuration, builder.Environment);
        builder.Services.AddSignIn(builder.Configuration, auth, entra, store);
        builder.Services.AddEmployerCrmBot(bot => (bot.OnlyProcess, bot.DefaultLanguage) = (store.IsSqlite, host.DefaultLanguage));
        builder.Services.AddJobs();
        builder.AddQuartzSchedule(jobs);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        try
        {
            app.Services.GetRequiredService<MetricsCollector>().Start();
            SettingsException.ThrowIfAny(
                app,
                [
                    .. store.Problems(), .. host.Problems(), .. auth.Problems(), .. entra?.Problems() ?? [], .. guard.Problems(), .. clients.Problems(), .. fidelity.Problems(), .. jobs.Problems(),
                    .. followUps.Problems, .. outbox.Problems(),
                ]);
            await app.Services.GetRequiredService<OpenStore>().OpenAsync(store.ToOptions(), cancellationToken);
            app.Services.GetRequiredService<EmployerCrm.Core.Jobs.JobStandings>();
            startFailures.EndWith(app.Lifetime);
            Map(app, host, entra);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void AddHosting(WebApplicationBuilder builder)
    {
        Logs.Configure(builder);
        Listening.Configure(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        });
        builder.Services.AddErrorAnswers();
        builder.Services.AddPages();
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddTravelClock();
            builder.Services.AddOptions<BotOptions>().Configure<TravelClock>((bot, clock) => bot.TypedAt = clock.Typed);
        }
    }

    private static void Map(WebApplication app, HostSettings host, EntraSettings? entra)
    {
        app.UseSecurityHeaders();
        app.UseLanguages();
        app.UseErrorAnswers();
        app.UseRouting();
        app.UseSignIn(entra);
        // The chat's callers prove who they are by a token: what is asked of people, by their cookies, is passed by.
        app.MapBotMessages("/api/messages").ShortCircuit();
        app.MapHealth();
        app.MapMetrics();
        app.MapPages();
        app.MapSignIn(host.Auth);
        if (app.Environment.IsDevelopment())
            app.MapTravelClock();
    }
}
