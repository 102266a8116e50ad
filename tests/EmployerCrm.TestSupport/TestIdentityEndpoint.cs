using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EmployerCrm.TestSupport;

/// <summary>Plays the endpoint at which an app on Azure App Service asks for tokens of its managed identity.</summary>
public sealed class TestIdentityEndpoint : IAsyncDisposable
{
    public const string Header = "the-identity-header";

    private readonly ConcurrentQueue<(string Resource, string? ClientId)> _asked = new();
    private WebApplication? _server;
    private string _url = "";

    private TestIdentityEndpoint()
    {
    }

    /// <summary>What was asked for, and as whom; null for the identity of the system.</summary>
    public IReadOnlyList<(string Resource, string? ClientId)> Asked => [.. _asked];

    /// <summary>What the platform sets for the process.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["IDENTITY_ENDPOINT"] = _url + "/msi/token", ["IDENTITY_HEADER"] = Header,
    };

    public static async Task<TestIdentityEndpoint> StartAsync()
    {
        var endpoint = new TestIdentityEndpoint();
        (endpoint._server, endpoint._url) = await TestServer.StartAsync(server => server.Run(endpoint.AnswerAsync));
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (context.Request.Path != "/msi/token" || context.Request.Headers["X-IDENTITY-HEADER"] != Header || query["api-version"] != "2019-08-01")
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        _asked.Enqueue((query["resource"].ToString(), query.TryGetValue("client_id", out var id) ? id.ToString() : null));
        var expires = TimeProvider.System.GetUtcNow().AddHours(8).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            $$"""{"access_token":"identity-token-{{_asked.Count}}","expires_on":"{{expires}}","resource":"{{query["resource"]}}","token_type":"Bearer"}""");
    }
}
