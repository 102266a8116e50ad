using System.Collections.Concurrent;

namespace EmployerCrm.Store.Sqlite;

/// <summary>Reading connections, kept open between reads; each read runs in one deferred transaction and so sees one state.</summary>
internal sealed class SqliteReaders(string connectionString, int most) : IDisposable
{
    private readonly ConcurrentBag<SqliteLink> _idle = [];
    private readonly SemaphoreSlim _free = new(most);
    private volatile bool _closed;

    public async Task<T> ReadAsync<T>(Func<SqliteLink, Task<T>> body, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(CrmStore));
            var link = _idle.TryTake(out var idle) ? idle : SqliteLink.ForReading(connectionString);
            try
            {
                link.Commands.Run("begin");
                return await body(link);
            }
            finally
            {
                Return(link);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var link))
            link.Dispose();
    }

    private void Return(SqliteLink link)
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

        if (_closed)
            Dispose();
    }
}
