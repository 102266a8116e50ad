using EmployerCrm.Core.Outbox;
using Microsoft.Extensions.Hosting;

namespace EmployerCrm.Bot.Outbox;

/// <summary>Keeps the outbox moving for as long as the host runs.</summary>
internal sealed class OutboxService(OutboxDispatcher dispatcher) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => dispatcher.KeepRunningAsync(stoppingToken);
}
