using System.Net;
using EmployerCrm.Web.Settings;
using Microsoft.AspNetCore.HostFiltering;

namespace EmployerCrm.Web.Hosting;

/// <summary>Where the host listens: without the bot's credentials on this machine only, and only under this machine's names.</summary>
internal static class Listening
{
    private const string Default = "http://localhost:3978";
    private const string ThisMachine = "localhost;127.0.0.1;[::1]";

    private static readonly string[] Chosen = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    public static void Configure(WebApplicationBuilder builder)
    {
        if (!Chosen.Any(name => builder.Configuration.GetSection(name).Exists()))
            builder.Configuration["urls"] = Default;
        if (!string.IsNullOrWhiteSpace(builder.Configuration["Bot:AppId"]))
            return;

        // Another site's page must not reach the unauthenticated endpoint through a name of its own that leads here.
        if (string.IsNullOrEmpty(builder.Configuration["AllowedHosts"]) || builder.Configuration["AllowedHosts"] == "*")
            builder.Configuration["AllowedHosts"] = ThisMachine;
        builder.Services.Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint =>
        {
            if (endpoint.IPEndPoint is not { } address || !IPAddress.IsLoopback(address.Address))
                throw new SettingsException([$"Without Bot:AppId the host listens on this machine only, so not on {endpoint}; use localhost, or set the bot's credentials."]);
        }));
    }
}
