namespace EmployerCrm.Web.Hosting;

/// <summary>
/// Two questions of whoever runs the host: is the process alive, and can it serve. Facts only: no addresses, no messages of exceptions.
/// </summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz/live", () => TypedResults.Json(new { status = "live" })).AllowAnonymous();
        app.MapGet("/healthz/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(OpenStore store, ILogger<OpenStore> logger, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            var missing = await store.Opened.MissingMigrationsAsync(cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            return missing.Count == 0
                ? Answer("ready", "reachable", "up to date", StatusCodes.Status200OK)
                : Answer("not ready", "reachable", "missing " + string.Join(", ", missing), StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.StoreNotReady(failure.GetType().FullName);
            return Answer("not ready", "not reachable", "unknown", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Answer(string status, string store, string migrations, int code) =>
        TypedResults.Json(new { status, store, migrations }, statusCode: code);
}
