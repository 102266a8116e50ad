using System.Collections.Concurrent;

namespace EmployerCrm.Store.Sqlite;

/// <summary>Reading connections, kept open between reads; each read runs in one deferred transaction and so sees one state.</summary>
internal sealed class SqliteReaders(string connectionString, int most) : IDisposable
{
    private readonly ConcurrentBag<SqliteLink> _idle = [];
    private readonly SemaphoreSlim _free = new(most);
    private volatile bool _closed;

    /// <summary>A connection in a transaction; to be given to <see cref="Return"/>.</summary>
    public async Task<SqliteLink> BeginAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        SqliteLink? link = null;
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(CrmStore));
            link = _idle.TryTake(out var idle) ? idle : SqliteLink.ForReading(connectionString);
            link.Commands.Run("begin");
            return link;
        }
        catch
        {
            link?.Dispose();
            _free.Release();
            throw;
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var link))
            link.Dispose();
    }

    public void Return(SqliteLink link)
    {
        try
        {
            link.RollBack();
            _idle.Add(link);
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            link.Dispose();
        }
        finally
        {
            _free.Release();
        }

        if (_closed)
            Dispose();
    }
}
