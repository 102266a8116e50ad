namespace EmployerCrm.Core.Jobs;

/// <summary>The lease of a run that this node has won, renewed until it is disposed of.</summary>
internal sealed class HeldLease : IAsyncDisposable
{
    private readonly ICrmStore _store;
    private readonly TimeProvider _clock;
    private readonly JobRun _run;
    private readonly TimeSpan _lease;
    private readonly CancellationTokenSource _longest;
    private readonly CancellationTokenSource _ends;
    private readonly CancellationTokenSource _renewals = new();
    private readonly Task _renewing;

    public HeldLease(ICrmStore store, TimeProvider clock, JobRun run, TimeSpan lease, CancellationToken cancellationToken)
    {
        (_store, _clock, _run, _lease) = (store, clock, run, lease);
        _longest = new CancellationTokenSource(JobRunner.LongestRun, clock);
        _ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _longest.Token);
        _renewing = RenewAsync(_renewals.Token);
    }

    /// <summary>Cancelled when the host stops, when the lease is lost and when the job has run for too long.</summary>
    public CancellationToken Token => _ends.Token;

    /// <summary>Whether another node has, or may have, taken the run over.</summary>
    public bool IsLost { get; private set; }

    public bool RanTooLong => _longest.IsCancellationRequested;

    public async ValueTask DisposeAsync()
    {
        await _renewals.CancelAsync();
        await _renewing;
        _renewals.Dispose();
        _ends.Dispose();
        _longest.Dispose();
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_lease / 4, _clock);
        var renewed = _clock.GetTimestamp();
        try
        {
            while (!IsLost && await timer.WaitForNextTickAsync(cancellationToken))
            {
                var asked = _clock.GetTimestamp();
                if (await TryRenewAsync(cancellationToken) is { } held)
                    (renewed, IsLost) = (asked, !held);
                else
                    IsLost = _clock.GetElapsedTime(renewed) >= _lease;
            }

            await _ends.CancelAsync();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Disposed of: the run has ended.
        }
    }

    /// <summary>Null when the store could not be asked.</summary>
    private async Task<bool?> TryRenewAsync(CancellationToken cancellationToken)
    {
        var until = _clock.GetUtcNow() + _lease;
        try
        {
            return await _store.MarkAsync(session => session.Jobs.RenewAsync(_run.Id, _run.Lease, until), cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
