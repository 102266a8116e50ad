using EmployerCrm.Store.Remembering;

namespace EmployerCrm.Store.Sqlite;

/// <summary>
/// The reads of one flow that share a transaction: begun by the first, ended by whatever the flow writes, so that it sees that, and by the end of the
/// flow. Each transaction finds its connection's pages out of date and reads them again, and that costs more than most statements.
/// </summary>
internal sealed class SqliteReadTogether(SqliteReaders readers, DirectoryMemory directory) : IDisposable
{
    private readonly Lock _lock = new();
    private SqliteLink? _link;
    private DirectorySight? _sight;
    private bool _isUsed;
    private bool _isStale;
    private bool _isOver;

    /// <summary>Whether a read may use the transaction: not while another of the flow is in it. Who may calls <see cref="ReadAsync"/>.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            var enters = !_isUsed && !_isOver;
            _isUsed |= enters;
            return enters;
        }
    }

    public async Task<T> ReadAsync<T>(Func<SqliteLink, DirectorySight, Task<T>> body, CancellationToken cancellationToken)
    {
        try
        {
            _link ??= await readers.BeginAsync(cancellationToken);
            return await body(_link, _sight ??= new DirectorySight(directory, mayKeep: true));
        }
        finally
        {
            lock (_lock)
            {
                _isUsed = false;
                if (_isStale || _isOver)
                    GiveBack();
            }
        }
    }

    /// <summary>Reads that begin from here on see what is there from here on.</summary>
    public void Refresh()
    {
        lock (_lock)
        {
            if (_isUsed)
                _isStale = true;
            else
                GiveBack();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
            if (!_isUsed)
                GiveBack();
        }
    }

    private void GiveBack()
    {
        if (_link is { } link)
            readers.Return(link);
        (_link, _sight, _isStale) = (null, null, false);
    }
}
