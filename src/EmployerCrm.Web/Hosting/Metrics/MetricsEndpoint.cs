using System.Security.Cryptography;
using System.Text;
using EmployerCrm.BotFramework;
using EmployerCrm.Web.Settings;
using Microsoft.Net.Http.Headers;

namespace EmployerCrm.Web.Hosting.Metrics;

/// <summary>
/// <c>/metrics</c> for a collector: callers on this machine that talk to us directly, or who bring the token of the settings. To everybody else it
/// is not there, or, where there is a token, asks for it.
/// </summary>
internal static class MetricsEndpoint
{
    private const string Scheme = "Bearer ";

    public static void MapMetrics(this WebApplication app) => app.MapGet("/metrics", Answer).AllowAnonymous().ExcludeFromDescription();

    private static IResult Answer(HttpContext context, MetricsCollector collector, HostSettings settings)
    {
        if (!DevelopmentDoor.IsOpenTo(context) && !BringsToken(context.Request, settings.MetricsToken))
        {
            if (settings.MetricsToken is null)
                return TypedResults.NotFound();
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Unauthorized();
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(collector.Write(), PrometheusText.ContentType, Encoding.UTF8);
    }

    // The digests are of one length and compared in full, so that the time it takes says nothing of the token.
    private static bool BringsToken(HttpRequest request, string? token) =>
        token is not null
        && request.Headers[HeaderNames.Authorization] is [{ } header]
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Digest(header[Scheme.Length..]), Digest(token));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
