using EmployerCrm.Core;
using EmployerCrm.Core.Outbox;
using Microsoft.Extensions.Hosting;

namespace EmployerCrm.Bot.Outbox;

/// <summary>Looks up every minute or so how the outbox is doing: whoever collects the metrics must not wait for the store.</summary>
internal sealed class OutboxGauges(ICrmStore store, OutboxMetrics metrics, IOutboxObserver observer, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                var now = time.GetUtcNow();
                metrics.Facts = await store.ReadAsync(session => OutboxFacts.OfAsync(session, now), stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                observer.Failed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
