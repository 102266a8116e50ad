using EmployerCrm.Core;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Rebuild;
using EmployerCrm.Store.Remembering;

namespace EmployerCrm.Store;

/// <summary>The store on one of its engines, with the upkeep that the host's verbs call.</summary>
public abstract class CrmStore : ICrmStore, IAsyncDisposable
{
    private static readonly AsyncLocal<bool> InsideBody = new();

    private protected CrmStore(StoreParts parts) => Parts = parts;

    private protected StoreParts Parts { get; }

    private protected DirectoryMemory Directory { get; } = new();

    public Task<T> ReadAsync<T>(Func<ICrmSession, Task<T>> body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        RefuseInsideBody();
        return ReadInTransactionAsync(Guarded(body), cancellationToken);
    }

    public abstract IDisposable ReadTogether();

    public Task<T> WriteAsync<T>(Func<ICrmSession, Task<T>> body, CancellationToken cancellationToken) => MeasuredAsync(body, WriteInTransactionAsync, cancellationToken);

    public Task<T> MarkAsync<T>(Func<ICrmSession, Task<T>> body, CancellationToken cancellationToken) => MeasuredAsync(body, MarkInTransactionAsync, cancellationToken);

    /// <summary>Applies what is missing and returns the numbers applied. Safe to call from several nodes at once.</summary>
    public abstract Task<IReadOnlyList<int>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>The names of migrations that this program knows and the database lacks.</summary>
    public abstract Task<IReadOnlyList<string>> MissingMigrationsAsync(CancellationToken cancellationToken);

    /// <summary>As below, with the levels that come with the service.</summary>
    public Task<IReadOnlyList<string>> RebuildAsync(CancellationToken cancellationToken) => RebuildAsync(new EngagementOptions(), cancellationToken);

    /// <summary>Recomputes what is derived — weekly counts, employer activity, look-up keys, the rows of the employer list, evidence and levels — and mends what differs.</summary>
    /// <returns>Each difference found, as one line without anybody's text.</returns>
    public Task<IReadOnlyList<string>> RebuildAsync(EngagementOptions engagement, CancellationToken cancellationToken) =>
        Rebuilder.RunAsync(this, new LevelsAsOf(engagement, Parts.Clock.GetUtcNow()), cancellationToken);

    public abstract ValueTask DisposeAsync();

    internal async Task StartAsync(bool migrate, CancellationToken cancellationToken)
    {
        await ConnectAsync(cancellationToken);
        if (migrate)
            await MigrateAsync(cancellationToken);
        else if (await MissingMigrationsAsync(cancellationToken) is { Count: > 0 } missing)
            throw new SchemaOutOfDateException(missing);
    }

    private protected abstract Task ConnectAsync(CancellationToken cancellationToken);

    private protected abstract Task<T> ReadInTransactionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken);

    private protected abstract Task<T> WriteInTransactionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken);

    /// <summary>An engine that cannot commit sooner than the disk does takes a mark as any other write.</summary>
    private protected virtual Task<T> MarkInTransactionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken) =>
        WriteInTransactionAsync(body, cancellationToken);

    internal Task<T> ReadSessionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken) => ReadInTransactionAsync(body, cancellationToken);

    internal Task<T> WriteSessionAsync<T>(Func<CrmSession, Task<T>> body, CancellationToken cancellationToken) => WriteInTransactionAsync(body, cancellationToken);

    private Task<T> MeasuredAsync<T>(
        Func<ICrmSession, Task<T>> body, Func<Func<CrmSession, Task<T>>, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        RefuseInsideBody();
        return Parts.Metrics is { } metrics
            ? metrics.MeasureAsync(() => write(Guarded(body), cancellationToken), Parts.Clock)
            : write(Guarded(body), cancellationToken);
    }

    // An async method's changes to an AsyncLocal end with it, so the mark covers the body and what the body starts, and nothing else.
    private static Func<CrmSession, Task<T>> Guarded<T>(Func<ICrmSession, Task<T>> body) => async session =>
    {
        InsideBody.Value = true;
        return await body(session);
    };

    private static void RefuseInsideBody()
    {
        if (InsideBody.Value)
            throw new InvalidOperationException("A body given to ReadAsync or WriteAsync works with its own session only: another call to the store from within it would wait for itself or see another state.");
    }
}
