using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace EmployerCrm.Store.Sqlite;

/// <summary>
/// Moves what the log holds into the database file beside the writer, who would stand still meanwhile, and everybody who waits for a commit with it. Only
/// the end is the writer's own: what it wrote during the move, and to begin the log anew.
/// </summary>
/// <param name="pagesOfLog">How long the log gets before it is moved, in pages, unless it was moved a moment ago.</param>
internal sealed class SqliteCheckpoints(SqliteLink writer, string connectionString, TimeProvider time, ILogger logger, int pagesOfLog = SqliteCheckpoints.PagesOfLog) : IAsyncDisposable
{
    /// <summary>64 MB.</summary>
    private const int PagesOfLog = 16_000;

    /// <summary>
    /// Under load the log gets so many times as long, 256 MB. A move writes each page once, however often it was changed, and competes with the commits for
    /// the disk, so few long moves disturb less than many short ones.
    /// </summary>
    private const int TimesUnderLoad = 4;

    /// <summary>Who fills the log sooner than this is under load.</summary>
    private static readonly TimeSpan LeastBetween = TimeSpan.FromSeconds(30);

    /// <summary>A move that leaves more than this share of a log of usual length is followed by another one, which has less to do, but not without end.</summary>
    private const int ShareLeft = 8;
    private const int MostMoves = 3;

    private Task? _moving;
    private SqliteLink? _link;
    private long _written;
    private long _dueAt = pagesOfLog;
    private long _begunAt;
    private int _moves;
    private long? _newSince;

    /// <summary>From the beginning of a move until the log is begun anew, or that has failed.</summary>
    public bool IsMoving => _moves > 0;

    /// <summary>To be called by the writer after each commit, outside of any transaction.</summary>
    public void Committed()
    {
        _written += writer.PagesWritten();
        if (_moving is { IsCompleted: false } || _written < _dueAt || (!IsMoving && MayGrow()))
            return;
        var isMoved = IsMoving && (_written - _begunAt <= pagesOfLog / ShareLeft || _moves == MostMoves);
        if (!isMoved)
        {
            (_begunAt, _moves) = (_written, _moves + 1);
            _moving = Task.Factory.StartNew(Move, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return;
        }

        // Somebody who reads for long holds the log; it is tried again when there is more of it.
        var isNew = writer.BeginLogAnew();
        (_moving, _moves, _dueAt) = (null, 0, _written + (isNew ? pagesOfLog : pagesOfLog / ShareLeft));
        _newSince = isNew ? time.GetTimestamp() : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_moving is not null)
            await _moving;
        _link?.Dispose();
    }

    private bool MayGrow() =>
        _newSince is { } since && _written - _dueAt < (TimesUnderLoad - 1) * pagesOfLog && time.GetElapsedTime(since) < LeastBetween;

    private void Move()
    {
        try
        {
            _link ??= SqliteLink.ForWriting(connectionString);
            var result = raw.sqlite3_wal_checkpoint_v2(_link.Connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
            if (result is not raw.SQLITE_OK and not raw.SQLITE_BUSY)
                Log.LogNotMoved(logger, null, result);
        }
        catch (SqliteException error)
        {
            Log.LogNotMoved(logger, error.GetType().FullName, error.SqliteExtendedErrorCode);
        }
    }
}
