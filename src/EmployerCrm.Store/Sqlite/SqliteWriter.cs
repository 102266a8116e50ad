using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Store.Sqlite;

/// <summary>
/// The one that writes. Use cases that wait share a transaction, so that one fsync serves many; every caller is answered after the commit. Marks among
/// them take no fsync of their own: a group of marks alone is handed to the system and not waited for. A failure takes back its own use case only: they
/// are rare, and a savepoint for each writes every page twice, so the group is run again with savepoints once one has failed in it.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostInOneCommit = 64;
    private const int MostWaiting = 10_000;

    private readonly Channel<WriteRequest> _waiting = Channel.CreateBounded<WriteRequest>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly SqliteLink _link;
    private readonly SqliteCheckpoints _checkpoints;
    private readonly ILogger _logger;
    private readonly StoreMetrics? _metrics;
    private readonly Task _running;

    public SqliteWriter(string connectionString, TimeProvider time, ILogger logger, StoreMetrics? metrics)
    {
        _link = SqliteLink.ForWriting(connectionString);
        _checkpoints = new SqliteCheckpoints(_link, connectionString, time, logger);
        _logger = logger;
        _metrics = metrics;
        metrics?.ObserveQueue(() => _waiting.Reader.Count);
        using (ExecutionContext.SuppressFlow())
        {
            _running = Task.Run(RunAsync);
        }
    }

    public async Task<T> WriteAsync<T>(Func<SqliteLink, CancellationToken, Task<T>> body, CancellationToken cancellationToken, bool durable = true)
    {
        var request = new WriteRequest<T>(body, durable, cancellationToken);
        try
        {
            await _waiting.Writer.WriteAsync(request, cancellationToken);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException("The store is closed.", closed);
        }

        return await request.Answered;
    }

    /// <summary>Takes nothing more, finishes what waits, closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running;
        await _checkpoints.DisposeAsync();
        _link.Dispose();
    }

    private async Task RunAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
            await CommitBatchAsync();
    }

    private async Task CommitBatchAsync()
    {
        var (group, done, begun) = (new List<WriteRequest>(), new List<WriteRequest>(), 0);
        var savepoints = false;
        try
        {
            TakeWaiting(group, onlyMarks: false);
            _link.WaitsForDisk = group.Exists(request => request.IsDurable);
            while (begun < group.Count)
            {
                var request = group[begun++];
                switch (savepoints ? await RunInSavepointAsync(request, first: done.Count == 0) : await RunAsync(request))
                {
                    case Ran.Done:
                        done.Add(request);
                        break;
                    case Ran.SpoiltAll when done.Count > 0:
                        // What the others wrote went with it, so they run again.
                        (group, done, begun, savepoints) = ([.. done, .. group.Skip(begun)], [], 0, true);
                        break;
                }

                // What came meanwhile goes with them. Marks alone do not wait for the disk, so nothing that must may join them.
                if (begun == group.Count)
                    TakeWaiting(group, onlyMarks: !_link.WaitsForDisk);
            }

            if (_link.InTransaction)
                _link.Commands.Run("commit");
        }
        catch (Exception error)
        {
            Log.BatchFailed(_logger, done.Count, error);
            await RunAloneAsync([.. done, .. group.Skip(begun)]);
            return;
        }

        Log.Committed(_logger, done.Count);
        if (done.Count > 0)
            _metrics?.Committed(done.Count);
        foreach (var request in done)
            request.Answer();
        _checkpoints.Committed();
    }

    private void TakeWaiting(List<WriteRequest> group, bool onlyMarks)
    {
        while (group.Count < MostInOneCommit && _waiting.Reader.TryPeek(out var next) && !(onlyMarks && next.IsDurable) && _waiting.Reader.TryRead(out var request))
            group.Add(request);
    }

    /// <summary>Runs a body straight in the transaction that the group shares: when it fails, all that was written in it is taken back.</summary>
    private async Task<Ran> RunAsync(WriteRequest request)
    {
        if (!MayRun(request, first: !_link.InTransaction))
            return Ran.NotAtAll;
        try
        {
            await request.RunAsync(_link);
            return Ran.Done;
        }
        catch (Exception error)
        {
            request.Fail(error);
            _link.RollBack();
            return Ran.SpoiltAll;
        }
    }

    /// <summary>Runs a body so that its failure takes back its own writes alone. Throws only when the transaction that others share is lost.</summary>
    private async Task<Ran> RunInSavepointAsync(WriteRequest request, bool first)
    {
        if (!MayRun(request, first))
            return Ran.NotAtAll;
        _link.Commands.Run("savepoint body");
        try
        {
            await request.RunAsync(_link);
            _link.Commands.Run("release body");
            return Ran.Done;
        }
        catch (Exception error)
        {
            UndoBody(request, error, first);
            return Ran.NotAtAll;
        }
    }

    private bool MayRun(WriteRequest request, bool first)
    {
        if (request.CancellationToken.IsCancellationRequested)
        {
            request.Cancel();
            return false;
        }

        try
        {
            if (!_link.InTransaction)
                _link.BeginWriting();
            return true;
        }
        catch (SqliteException error) when (first)
        {
            request.Fail(error);
            return false;
        }
    }

    private void UndoBody(WriteRequest request, Exception error, bool first)
    {
        try
        {
            // Some errors (a full disk) have rolled back the whole transaction already: bad for those before, nothing to do for the first.
            if (!first || _link.InTransaction)
            {
                _link.Sight = null;
                _link.Commands.Run("rollback to body");
                _link.Commands.Run("release body");
            }
        }
        finally
        {
            request.Fail(error);
        }
    }

    private async Task RunAloneAsync(List<WriteRequest> requests)
    {
        foreach (var request in requests)
        {
            try
            {
                _link.RollBack();
                _link.BeginWriting();
                await request.RunAsync(_link);
                _link.Commands.Run("commit");
                request.Answer();
            }
            catch (Exception error)
            {
                request.Fail(error);
            }
        }

        TryRollBack();
    }

    private void TryRollBack()
    {
        try
        {
            _link.RollBack();
        }
        catch (SqliteException error)
        {
            Log.BatchFailed(_logger, 0, error);
        }
    }

    private enum Ran
    {
        NotAtAll,
        Done,

        /// <summary>It failed, and the transaction is gone with what those before it wrote.</summary>
        SpoiltAll,
    }
}
