using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;

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
        app.MapGet("/healthz/live", IResult () => TypedResults.Json(new { status = "live" })).AllowAnonymous();
        app.MapGet("/healthz/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(OpenStore store, JobStandings jobs, ILogger<OpenStore> logger, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            var missing = await store.Opened.MissingMigrationsAsync(cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            if (missing.Count > 0)
                return Answer("not ready", "reachable", "missing " + string.Join(", ", missing), StatusCodes.Status503ServiceUnavailable);
            var late = await jobs.LateAsync(cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            var outbox = await OutboxAsync(store, clock, cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            return late.Count == 0
                ? Answer("ready", "reachable", "up to date", StatusCodes.Status200OK, "on time", outbox)
                : Answer("degraded", "reachable", "up to date", StatusCodes.Status200OK, "late: " + string.Join(", ", late), outbox);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.StoreNotReady(failure.GetType().FullName);
            return Answer("not ready", "not reachable", "unknown", StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>A host whose messages wait is ready all the same: it answers, and another one would send no more.</summary>
    private static async Task<string> OutboxAsync(OpenStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var facts = await store.Store.ReadAsync(session => OutboxFacts.OfAsync(session, now), cancellationToken);
        return facts.Stopped ? "stopped" : facts.IsBehind ? "behind" : "flowing";
    }

    private static IResult Answer(string status, string store, string migrations, int code, string jobs = "unknown", string outbox = "unknown") =>
        TypedResults.Json(new { status, store, migrations, jobs, outbox }, statusCode: code);
}
