namespace EmployerCrm.Core.Outbox;

/// <summary>Is told what the dispatcher does, for logs and metrics.</summary>
public interface IOutboxObserver
{
    void Ended(OutboxRow row, Delivery delivery);

    /// <summary>Something failed here, and not at the channel: the store was away, or a message could not be rendered.</summary>
    void Failed(Exception exception);

    /// <summary>A channel is left alone because it takes nothing.</summary>
    void HeldBack(OutboxChannel channel, TimeSpan wait);

    /// <summary>Rows were being sent when their node stopped.</summary>
    void Lost(int rows);
}
