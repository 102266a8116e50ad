namespace EmployerCrm.Core.Outbox;

/// <summary>Writes down what became of a row, as often as it takes while the lease holds; after it the row is in doubt, which is true.</summary>
internal sealed class OutboxSettling(ICrmStore store, TimeProvider time, OutboxOptions options, IOutboxObserver observer)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    public async Task SettleAsync(OutboxRow row, Delivery delivery, DateTimeOffset notBefore)
    {
        var (started, now) = (time.GetTimestamp(), time.GetUtcNow());
        for (var attempt = 1; !await TrySaveAsync(row, delivery, now, notBefore); attempt++)
        {
            var pause = BackOff.Doubled(FirstPause, LongestPause, attempt);
            if (time.GetElapsedTime(started) + pause > options.SendLease)
                return;
            await Task.Delay(pause, time, CancellationToken.None);
        }
    }

    /// <summary>What belongs to it is left out where it cannot be saved: how the row ended matters more.</summary>
    private async Task<bool> TrySaveAsync(OutboxRow row, Delivery delivery, DateTimeOffset now, DateTimeOffset notBefore) =>
        await TryAsync(row, delivery, now, notBefore) || (delivery.Also is not null && await TryAsync(row, delivery with { Also = null }, now, notBefore));

    private async Task<bool> TryAsync(OutboxRow row, Delivery delivery, DateTimeOffset now, DateTimeOffset notBefore)
    {
        try
        {
            // A power cut may take the mark that it is sent: then it is in doubt, and not sent twice.
            var save = delivery is Delivery.Sent ? (Func<Func<ICrmSession, Task<bool>>, CancellationToken, Task<bool>>)store.MarkAsync : store.WriteAsync;
            await save(Body, CancellationToken.None);
            return true;
        }
        catch (Exception exception)
        {
            observer.Failed(exception);
            return false;
        }

        async Task<bool> Body(ICrmSession session)
        {
            var kept = await SaveAsync(session, row.Id, row.Lease!.Value, delivery, now, notBefore);
            if (delivery.Also is { } also)
                await also(session);
            return kept;
        }
    }

    private static Task<bool> SaveAsync(ICrmSession session, Guid id, Guid lease, Delivery delivery, DateTimeOffset now, DateTimeOffset notBefore) => delivery switch
    {
        Delivery.Sent => session.Outbox.EndAsync(id, lease, OutboxState.Sent, null, now),
        Delivery.Nothing nothing => session.Outbox.EndAsync(id, lease, OutboxState.Cancelled, nothing.Reason, now),
        Delivery.Refused refused => session.Outbox.EndAsync(id, lease, OutboxState.Dead, refused.Reason, now),
        Delivery.InDoubt doubt => session.Outbox.EndAsync(id, lease, OutboxState.InDoubt, doubt.Reason, now),
        Delivery.Later later => session.Outbox.LaterAsync(id, lease, notBefore, later.Reason),
        _ => session.Outbox.ReleaseOneAsync(id, lease),
    };
}
