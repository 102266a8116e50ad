namespace EmployerCrm.Core.Outbox;

/// <summary>Sends single rows through one channel, at its pace, and writes down what became of each. Nothing is thrown.</summary>
internal sealed class OutboxSending(ICrmStore store, IOutboxChannel channel, TimeProvider time, OutboxOptions options, IOutboxObserver observer, Random random)
{
    /// <summary>How long a node that is told to stop goes on with what it has begun.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly SendPace _pace = new(options.PerSecond(channel.Channel), time);
    private readonly OutboxSettling _settling = new(store, time, options, observer);

    public OutboxChannel Channel => channel.Channel;

    public ChannelHold Hold { get; } = new(options, time);

    public async Task SendAsync(OutboxRow row, CancellationToken stopping)
    {
        var attempt = new Attempt(this, row);
        var delivery = await DeliverAsync(attempt, stopping);
        if (!attempt.Failed)
            Weigh(delivery);
        if (delivery is Delivery.NotOurs && Hold.Left > TimeSpan.Zero)
            delivery = new Delivery.Later(row.Reason ?? OutboxReasons.HeldBack, Hold.Left);
        await _settling.SettleAsync(row, delivery, time.GetUtcNow() + Pause(row, delivery));
        observer.Ended(row, delivery);
    }

    private async Task<Delivery> DeliverAsync(Attempt attempt, CancellationToken stopping)
    {
        using var enough = new CancellationTokenSource(LongestOf(attempt.Row), time);
        using var grace = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var registration = stopping.Register(() => grace.CancelAfter(Grace));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, grace.Token);
        try
        {
            return await channel.DeliverAsync(attempt.Row, BeginAsync, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            attempt.Failed = true;
            return attempt.Begun ? new Delivery.InDoubt(OutboxReasons.NoAnswer) : new Delivery.Later(OutboxReasons.Stopped);
        }
        catch (Exception exception)
        {
            // A fault of ours. It tells nothing about the channel.
            attempt.Failed = true;
            observer.Failed(exception);
            var reason = $"{OutboxReasons.Failed}:{exception.GetType().Name}";
            return attempt.Begun ? new Delivery.InDoubt(reason) : attempt.Row.Attempts >= options.MostFaults ? new Delivery.Refused(reason) : new Delivery.Later(reason);
        }

        async Task<bool> BeginAsync(CancellationToken cancellationToken)
        {
            // The lease of the send counts from here, and so does how long it may take.
            if (await attempt.BeginAsync(cancellationToken))
                enough.CancelAfter(LongestOf(attempt.Row));
            return attempt.Begun;
        }
    }

    private async Task<bool> BeginAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(cancellationToken);
        if (Hold.Left > TimeSpan.Zero)
            return false;
        var now = time.GetUtcNow();
        return await store.WriteAsync(session => session.Outbox.BeginAsync(row.Id, row.Lease!.Value, now, now + options.SendLease), cancellationToken);
    }

    /// <summary>It is written down before the lease ends, and nothing leaves after its time.</summary>
    private TimeSpan LongestOf(OutboxRow row)
    {
        var (longest, left) = (options.SendLease * 0.75, row.ExpiresAt - time.GetUtcNow());
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < longest ? left : longest;
    }

    private void Weigh(Delivery delivery)
    {
        if (delivery is Delivery.Sent or Delivery.Refused)
            Hold.Took();
        else if (delivery is Delivery.Later later && Hold.Failed(later.After) is { } wait)
            observer.HeldBack(Channel, wait);
    }

    private TimeSpan Pause(OutboxRow row, Delivery delivery)
    {
        if (delivery is not Delivery.Later later)
            return TimeSpan.Zero;
        double spread;
        lock (random)
        {
            spread = random.NextDouble();
        }

        return BackOff.Of(options, row.Attempts, later.After, spread);
    }

    private sealed class Attempt(OutboxSending sending, OutboxRow row)
    {
        public OutboxRow Row => row;

        /// <summary>Whether it may have left.</summary>
        public bool Begun { get; private set; }

        /// <summary>Whether something went wrong here, and not at the channel.</summary>
        public bool Failed { get; set; }

        public async Task<bool> BeginAsync(CancellationToken cancellationToken) => Begun = await sending.BeginAsync(row, cancellationToken);
    }
}
