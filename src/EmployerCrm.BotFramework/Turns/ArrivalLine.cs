using System.Diagnostics.CodeAnalysis;

namespace EmployerCrm.BotFramework;

/// <summary>
/// Keeps requests in the order they came until they stand in their conversation's queue. Most go through at once; one that must wait (for
/// the callers' keys, for the rest of its body) holds back those that came after it, since only its body tells which conversation it is
/// for. Not for long: one request that does not get on must not stop the others.
/// </summary>
internal sealed class ArrivalLine(TimeProvider time)
{
    /// <summary>How long a request may hold back another.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();

    /// <summary>Those that others must wait for, by number, each with what tells that it has gone.</summary>
    private readonly SortedDictionary<long, TaskCompletionSource> _heldUp = [];
    private long _last;
    private volatile int _count;

    /// <summary>Requests that those behind them wait for.</summary>
    public int HeldUp => _count;

    /// <summary>Call it when a request comes in, and dispose the result when it stands in its queue or has been refused.</summary>
    public Arrival Enter() => new(this, Interlocked.Increment(ref _last));

    private void Hold(long number)
    {
        lock (_lock)
        {
            _heldUp.TryAdd(number, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            _count = _heldUp.Count;
        }
    }

    private void Leave(long number)
    {
        lock (_lock)
        {
            if (_heldUp.Remove(number, out var gone))
            {
                _count = _heldUp.Count;
                gone.SetResult();
            }
        }
    }

    private async ValueTask WaitForEarlierAsync(long number)
    {
        CancellationTokenSource? patience = null;
        try
        {
            while (IsHeldUp(number, out var firstHasGone))
            {
                patience ??= new CancellationTokenSource(Patience, time);
                await firstHasGone.WaitAsync(patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Long enough: it goes first.
        }
        finally
        {
            patience?.Dispose();
        }
    }

    private bool IsHeldUp(long number, [NotNullWhen(true)] out Task? firstHasGone)
    {
        firstHasGone = null;
        if (_count == 0)
        {
            return false;
        }

        lock (_lock)
        {
            if (_heldUp.Count > 0 && _heldUp.First() is var (first, gone) && first < number)
            {
                firstHasGone = gone.Task;
            }

            return firstHasGone is not null;
        }
    }

    /// <summary>One request's place in the line.</summary>
    internal readonly struct Arrival(ArrivalLine line, long number) : IDisposable
    {
        /// <summary>It has to wait for something: from now on those behind it wait for it.</summary>
        public void Hold() => line.Hold(number);

        /// <summary>Waits for those that came before and are held up.</summary>
        public ValueTask WaitForEarlierAsync() => line.WaitForEarlierAsync(number);

        public void Dispose() => line.Leave(number);
    }
}
