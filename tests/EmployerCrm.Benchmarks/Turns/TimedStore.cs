using System.Diagnostics;
using EmployerCrm.Core;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>A sum of times, from any thread.</summary>
internal sealed class Stopped
{
    private long _ticks;
    private int _count;

    public double Milliseconds => TimeSpan.FromTicks(Interlocked.Read(ref _ticks)).TotalMilliseconds;

    public int Count => _count;

    public void Add(TimeSpan time)
    {
        Interlocked.Add(ref _ticks, time.Ticks);
        Interlocked.Increment(ref _count);
    }
}

/// <summary>Passes everything on and keeps the time: of reads, of what use cases do inside a write, and of writes with their commit.</summary>
internal sealed class TimedStore(ICrmStore store) : ICrmStore
{
    public Stopped Reads { get; } = new();

    public Stopped WriteBodies { get; } = new();

    public Stopped Writes { get; } = new();

    /// <summary>Marks with their commit; a turn does not wait for them.</summary>
    public Stopped Marks { get; } = new();

    public Task<T> ReadAsync<T>(Func<ICrmSession, Task<T>> body, CancellationToken cancellationToken) =>
        TimeAsync(Reads, () => store.ReadAsync(body, cancellationToken));

    public Task<T> WriteAsync<T>(Func<ICrmSession, Task<T>> body, CancellationToken cancellationToken) =>
        TimeAsync(Writes, () => store.WriteAsync(session => TimeAsync(WriteBodies, () => body(session)), cancellationToken));

    public IDisposable ReadTogether() => store.ReadTogether();

    public Task<T> MarkAsync<T>(Func<ICrmSession, Task<T>> body, CancellationToken cancellationToken) =>
        TimeAsync(Marks, () => store.MarkAsync(body, cancellationToken));

    private static async Task<T> TimeAsync<T>(Stopped sum, Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        sum.Add(Stopwatch.GetElapsedTime(start));
        return result;
    }
}
