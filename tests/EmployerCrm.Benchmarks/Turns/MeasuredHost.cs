using System.Diagnostics;
using System.Diagnostics.Metrics;
using EmployerCrm.Core;
using EmployerCrm.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>Sums since the process began. Times in milliseconds; <paramref name="Requests"/> and <paramref name="Turns"/> are times too.</summary>
internal sealed record Sums(double Requests, double Turns, double Replies, double Reads, double WriteBodies, double Writes, double Marks, int ReadCalls, int WriteCalls, long Allocated);

/// <summary>
/// The real host, composed as it always is, run from within this program so that it can be asked what its turns cost: its store is timed from outside,
/// turns and replies by its own metrics. Rates are measured on the host as shipped, not on this one.
/// </summary>
internal static class MeasuredHost
{
    public const string SumsPath = "/benchmark/sums";

    public static async Task RunAsync(string[] settings)
    {
        var (requests, turns, replies) = (new Stopped(), new Stopped(), new Stopped());
        TimedStore? store = null;
        using var listener = Listen(turns, replies);
        await using var app = await CrmHost.BuildAsync(settings, CancellationToken.None, services =>
        {
            services.AddSingleton<ICrmStore>(provider => store = new TimedStore(provider.GetRequiredService<OpenStore>().Store));
            services.AddSingleton<IStartupFilter>(new TimedRequests(requests));
        });
        app.MapGet(SumsPath, () => new Sums(
            requests.Milliseconds, turns.Milliseconds, replies.Milliseconds, store!.Reads.Milliseconds, store.WriteBodies.Milliseconds, store.Writes.Milliseconds,
            store.Marks.Milliseconds, store.Reads.Count, store.Writes.Count, GC.GetTotalAllocatedBytes(precise: true))).AllowAnonymous();
        await app.RunAsync();
    }

    private static MeterListener Listen(Stopped turns, Stopped replies)
    {
        var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Name is BotFramework.BotTelemetry.TurnDuration or BotFramework.BotTelemetry.ConnectorDuration)
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, seconds, _, _) =>
            (instrument.Name == BotFramework.BotTelemetry.TurnDuration ? turns : replies).Add(TimeSpan.FromSeconds(seconds)));
        listener.Start();
        return listener;
    }

    private sealed class TimedRequests(Stopped requests) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (HttpContext context, RequestDelegate following) =>
            {
                var start = Stopwatch.GetTimestamp();
                await following(context);
                if (HttpMethods.IsPost(context.Request.Method))
                    requests.Add(Stopwatch.GetElapsedTime(start));
            });
            next(app);
        };
    }
}
