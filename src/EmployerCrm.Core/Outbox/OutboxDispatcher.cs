using System.Runtime.CompilerServices;

namespace EmployerCrm.Core.Outbox;

/// <summary>
/// Empties the outbox: claims what is due, hands it to its channel and writes down what became of it. Runs on every node; nothing it does needs the others
/// to stand still, and a node that was away finds that out before it sends.
/// </summary>
public sealed class OutboxDispatcher
{
    private readonly ICrmStore _store;
    private readonly TimeProvider _time;
    private readonly Ids _ids;
    private readonly OutboxOptions _options;
    private readonly IOutboxObserver _observer;
    private readonly OutboxTidying _tidying;
    private readonly IReadOnlyList<OutboxSending> _channels;

    public OutboxDispatcher(ICrmStore store, IEnumerable<IOutboxChannel> channels, TimeProvider time, Ids ids, OutboxOptions options, IOutboxObserver observer)
    {
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentNullException.ThrowIfNull(ids);
        (_store, _time, _ids, _options, _observer) = (store, time, ids, options, observer);
        _tidying = new OutboxTidying(store, time, options, observer);
        var random = new Random(ids.NewSeed());
        _channels = [.. channels.Select(channel => new OutboxSending(store, channel, time, options, observer, random))];
    }

    /// <summary>Sends what is due now and returns when it is sent: one sweep.</summary>
    /// <returns>How many rows were taken.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var channel in _channels)
            taken += await RunAsync(channel, _ => Task.FromResult(false), cancellationToken);
        return taken;
    }

    /// <summary>Sends what is due until it is cancelled, and then brings to its end what is on its way. A store that is away is asked again.</summary>
    public Task KeepRunningAsync(CancellationToken cancellationToken) => Task.WhenAll(_channels.Select(channel => RunAsync(channel, WaitAsync, cancellationToken)));

    private async Task<int> RunAsync(OutboxSending channel, Func<CancellationToken, Task<bool>> wait, CancellationToken cancellationToken)
    {
        var taken = 0;
        await Parallel.ForEachAsync(
            ClaimedAsync(channel, wait, cancellationToken),
            // Not cancelled: what has been begun comes to its end.
            new ParallelOptions { MaxDegreeOfParallelism = _options.AtOnce },
            async (row, _) =>
            {
                Interlocked.Increment(ref taken);
                await channel.SendAsync(row, cancellationToken);
            });
        return taken;
    }

    private async IAsyncEnumerable<OutboxRow> ClaimedAsync(
        OutboxSending channel, Func<CancellationToken, Task<bool>> wait, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var lease = _ids.New();
            var claimed = await TryClaimAsync(channel, lease, cancellationToken);
            foreach (var row in claimed.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
                yield return row;
            if (cancellationToken.IsCancellationRequested && claimed.Count > 0)
                await ReleaseAsync(lease);
            if (claimed.Count < _options.Claimed && !await wait(cancellationToken))
                yield break;
        }
    }

    private async Task<IReadOnlyList<OutboxRow>> TryClaimAsync(OutboxSending channel, Guid lease, CancellationToken cancellationToken)
    {
        try
        {
            return await ClaimAsync(channel, lease, cancellationToken);
        }
        catch (Exception exception)
        {
            if (!cancellationToken.IsCancellationRequested)
                _observer.Failed(exception);
            return [];
        }
    }

    /// <summary>Looks first: most of the time nothing is due, and a look costs no commit.</summary>
    private async Task<IReadOnlyList<OutboxRow>> ClaimAsync(OutboxSending channel, Guid lease, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var needs = await _store.ReadAsync(session => session.Outbox.NeedsAsync(channel.Channel, now), cancellationToken);
        await _tidying.RunAsync(needs, cancellationToken);
        if (!needs.Due || needs.Stopped || channel.Hold.Left > TimeSpan.Zero)
            return [];
        return await _store.WriteAsync(session => session.Outbox.ClaimAsync(channel.Channel, now, lease, now + _options.ClaimLease, _options.Claimed), cancellationToken);
    }

    /// <summary>Another node may have at once what this one has not begun. Where that fails, the lease ends.</summary>
    private async Task ReleaseAsync(Guid lease)
    {
        try
        {
            await _store.WriteAsync(session => session.Outbox.ReleaseAsync(lease), CancellationToken.None);
        }
        catch (Exception exception)
        {
            _observer.Failed(exception);
        }
    }

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(_options.Pause, _time, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
