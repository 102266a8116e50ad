using EmployerCrm.Core.Outbox;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Bot.Outbox;

/// <summary>What the dispatcher does, as log lines and numbers.</summary>
internal sealed class OutboxWatch(OutboxMetrics metrics, ILogger<OutboxWatch> logger) : IOutboxObserver
{
    public void Ended(OutboxRow row, Delivery delivery)
    {
        metrics.Ended(row, delivery);
        switch (delivery)
        {
            case Delivery.Later later:
                logger.MessagePutOff(row.Kind, later.Reason);
                break;
            case Delivery.Refused refused:
                logger.MessageRefused(row.Kind, refused.Reason);
                break;
            case Delivery.InDoubt doubt:
                logger.MessageInDoubt(row.Kind, doubt.Reason);
                break;
        }
    }

    public void Failed(Exception exception) => logger.OutboxFailed(exception.GetType().FullName, exception.StackTrace);

    public void HeldBack(OutboxChannel channel, TimeSpan wait) => logger.ChannelHeldBack(channel, wait);

    public void Lost(int rows)
    {
        metrics.Lost(rows);
        logger.MessagesLostSight(rows);
    }
}
