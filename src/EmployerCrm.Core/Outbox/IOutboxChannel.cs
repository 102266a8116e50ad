namespace EmployerCrm.Core.Outbox;

/// <summary>A way out of the service. It renders at delivery, in the recipient's language, and asks again whether what it says may be said.</summary>
public interface IOutboxChannel
{
    OutboxChannel Channel { get; }

    /// <summary>Sends one row, once <paramref name="begin"/> has said that it may. No failure of the channel is thrown.</summary>
    /// <param name="begin">To be called when all is ready, right before the send. False means that the row is no longer this node's to send.</param>
    Task<Delivery> DeliverAsync(OutboxRow row, BeginSend begin, CancellationToken cancellationToken);
}

/// <summary>The last step before something leaves.</summary>
public delegate Task<bool> BeginSend(CancellationToken cancellationToken);

/// <summary>What became of a row at its channel.</summary>
public abstract record Delivery
{
    /// <summary>What is saved in the transaction that writes it down.</summary>
    public Func<ICrmSession, Task>? Also { get; init; }

    public sealed record Sent : Delivery;

    /// <summary>Nothing is left to say, or nobody to say it to.</summary>
    public sealed record Nothing(string Reason = OutboxReasons.Nothing) : Delivery;

    /// <summary>It was certainly not sent, and may be later.</summary>
    /// <param name="After">How long the channel wants to be left alone; null when it did not say.</param>
    public sealed record Later(string Reason, TimeSpan? After = null) : Delivery;

    /// <summary>The channel will not take it, however often it is tried.</summary>
    public sealed record Refused(string Reason) : Delivery;

    /// <summary>Nobody knows whether it was sent.</summary>
    public sealed record InDoubt(string Reason) : Delivery;

    /// <summary>It was not this node's to send any more, and was not sent.</summary>
    public sealed record NotOurs : Delivery;
}
