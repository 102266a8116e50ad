using EmployerCrm.Core.Jobs;

namespace EmployerCrm.Web.Hosting;

/// <summary>
/// Two questions of whoever runs the host: is the process alive, and can it serve. Facts only: no addresses, no messages of exceptions. A host whose jobs
/// are late serves, and says that it is degraded: to send its visitors elsewhere would help nobody.
/// </summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz/live", () => TypedResults.Json(new { status = "live" })).AllowAnonymous();
        app.MapGet("/healthz/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(OpenStore store, JobStandings jobs, ILogger<OpenStore> logger, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            var missing = await store.Opened.MissingMigrationsAsync(cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            if (missing.Count > 0)
                return Answer("not ready", "reachable", "missing " + string.Join(", ", missing), "unknown", StatusCodes.Status503ServiceUnavailable);
            var late = await jobs.LateAsync(cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            return Answer(late.Count == 0 ? "ready" : "degraded", "reachable", "up to date", late.Count == 0 ? "on time" : "late: " + string.Join(", ", late), StatusCodes.Status200OK);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.StoreNotReady(failure.GetType().FullName);
            return Answer("not ready", "not reachable", "unknown", "unknown", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Answer(string status, string store, string migrations, string jobs, int code) =>
        TypedResults.Json(new { status, store, migrations, jobs }, statusCode: code);
}
