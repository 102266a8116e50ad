using Microsoft.Net.Http.Headers;

namespace EmployerCrm.Web.Pages.Assets;

internal static class AssetEndpoint
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static RouteHandlerBuilder MapAssets(this WebApplication app) => app.MapGet(AssetFiles.Folder + "{name}", Send);

    private static IResult Send(string name, HttpContext context)
    {
        if (AssetFiles.Find(name) is not { } file)
            return TypedResults.NotFound();
        var headers = context.Response.GetTypedHeaders();
        // The name of a part that scripts load has the hash of its content in it; everything else is asked for with one.
        var isOfThisContent = name.Contains('-', StringComparison.Ordinal) || context.Request.Query["v"] == file.Tag;
        headers.CacheControl = isOfThisContent ? new CacheControlHeaderValue { Public = true, MaxAge = Kept, Extensions = { new NameValueHeaderValue("immutable") } } : new CacheControlHeaderValue { NoCache = true };
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        var zipped = context.Request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value == "gzip" && accepted.Quality is not 0);
        if (zipped)
            context.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.File(zipped ? file.Small : file.Content, file.Type, entityTag: new EntityTagHeaderValue($"\"{file.Tag}{(zipped ? "-z" : "")}\""));
    }
}
