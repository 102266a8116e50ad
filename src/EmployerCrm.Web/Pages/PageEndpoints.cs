using EmployerCrm.Web.Settings;
using Microsoft.Net.Http.Headers;

namespace EmployerCrm.Web.Pages;

/// <summary>The pages and the files they load; these come inside the program, so that it runs from any folder.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this WebApplication app)
    {
        var localChat = app.Environment.IsDevelopment() ? HostSettings.Of(app.Configuration, app.Environment).LocalChatUrl : null;
        app.MapGet("/", () => new PageResult<HomePage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(HomePage.LocalChat)] = localChat })).AllowAnonymous();
        app.MapAsset("site.css", "text/css; charset=utf-8");
        app.MapAsset("icon.svg", "image/svg+xml");
    }

    private static void MapAsset(this WebApplication app, string name, string type)
    {
        var content = Read(name);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))[..16]}\"");
        app.MapGet("/assets/" + name, (HttpContext context) =>
        {
            context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { NoCache = true };
            return TypedResults.File(content, type, entityTag: tag);
        }).AllowAnonymous();
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageEndpoints).Assembly.GetManifestResourceStream("Assets/" + name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
