using EmployerCrm.Core;

namespace EmployerCrm.Bot.Tests.Outbox;

/// <summary>A store that is away while somebody says so.</summary>
internal sealed class InterruptedStore(ICrmStore store) : ICrmStore
{
    private int _writes;

    public bool IsAway { get; set; }

    /// <summary>The write of this number fails after it was committed, as when the connection breaks at the last moment.</summary>
    public int? LosesAnswerOf { get; set; }

    public Task<T> ReadAsync<T>(Func<ICrmSession, Task<T>> body, CancellationToken cancellationToken) =>
        IsAway ? Task.FromException<T>(new TimeoutException()) : store.ReadAsync(body, cancellationToken);

    public IDisposable ReadTogether() => store.ReadTogether();

    public async Task<T> WriteAsync<T>(Func<ICrmSession, Task<T>> body, CancellationToken cancellationToken)
    {
        if (IsAway)
            throw new TimeoutException();
        var done = await store.WriteAsync(body, cancellationToken);
        return Interlocked.Increment(ref _writes) == LosesAnswerOf ? throw new TimeoutException() : done;
    }
}
