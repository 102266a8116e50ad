using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.TestSupport;

/// <summary>A real HTTP server on a free loopback port.</summary>
internal static class TestServer
{
    public static async Task<(WebApplication Server, string Url)> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        map(server);
        await server.StartAsync();
        return (server, server.Urls.Single());
    }
}
