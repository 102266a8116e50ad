using System.Buffers.Binary;
using EmployerCrm.Store.Sqlite;
using EmployerCrm.Store.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmployerCrm.Store.Tests.Writing;

/// <summary>The write-ahead log of SQLite stays short although nobody who writes stops for it.</summary>
public sealed class SqliteCheckpointsTests : IAsyncLifetime
{
    private const int PagesOfLog = 400;
    private const int BytesOfPage = 4096;
    private const int PagesOfWrite = 25;

    private readonly MeasuredTime _time = new();
    private readonly SqliteDatabase _database = new();
    private readonly SqliteLink _writer;
    private readonly SqliteCheckpoints _checkpoints;
    private int _rows;

    public SqliteCheckpointsTests()
    {
        var connectionString = SqliteLink.Prepare(_database.ConnectionString);
        _writer = SqliteLink.ForWriting(connectionString);
        _checkpoints = new SqliteCheckpoints(_writer, connectionString, _time, NullLogger.Instance, PagesOfLog);
    }

    private string PathOfLog => new SqliteConnectionStringBuilder(_database.ConnectionString).DataSource + "-wal";

    private long BytesOfLog => new FileInfo(PathOfLog).Length;

    public ValueTask InitializeAsync()
    {
        _writer.Commands.Run("create table pages (number integer primary key, content blob not null)");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _checkpoints.DisposeAsync();
        _writer.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public void The_log_of_a_writer_that_never_stops_is_begun_anew()
    {
        for (var write = 0; write < 60 * PagesOfLog / PagesOfWrite; write++)
            Write();

        Assert.InRange(BytesOfLog, PagesOfLog * BytesOfPage, 30 * PagesOfLog * BytesOfPage);
        AssertAllIsThere();
    }

    [Theory]
    [InlineData(29, 4)]
    [InlineData(31, 1)]
    public void The_log_gets_longer_only_where_it_was_begun_anew_a_moment_ago(int secondsSince, int times)
    {
        for (var first = Beginnings(); Beginnings() == first;)
            Write();
        _time.Elapsed += TimeSpan.FromSeconds(secondsSince);
        var pages = PagesOfWrite;
        for (; !_checkpoints.IsMoving; pages += PagesOfWrite)
            Write();

        // A write changes a few pages beside those of its row.
        Assert.InRange(pages, 9 * times * PagesOfLog / 10, (times * PagesOfLog) + (2 * PagesOfWrite));
        AssertAllIsThere();
    }

    [Fact]
    public void Who_reads_for_long_keeps_the_log_and_sees_what_it_saw_and_afterwards_the_log_is_begun_anew()
    {
        Write();
        using (var reader = SqliteLink.ForReading(SqliteLink.Prepare(_database.ConnectionString)))
        {
            reader.Commands.Run("begin");
            Assert.Equal(1, Count(reader));
            for (var write = 0; write < 4 * PagesOfLog / PagesOfWrite; write++)
                Write();
            Assert.Equal(1, Count(reader));
            Assert.True(BytesOfLog > 4 * PagesOfLog * BytesOfPage);
        }

        var before = BytesOfLog;
        for (var write = 0; write < 40 * PagesOfLog / PagesOfWrite; write++)
            Write();
        Assert.InRange(BytesOfLog, before, before + (20 * PagesOfLog * BytesOfPage));
        AssertAllIsThere();
    }

    /// <summary>How often the log was begun anew, as its head says.</summary>
    private uint Beginnings()
    {
        using var log = new FileStream(PathOfLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> head = stackalloc byte[16];
        log.ReadExactly(head);
        return BinaryPrimitives.ReadUInt32BigEndian(head[12..]);
    }

    private static long Count(SqliteLink link)
    {
        using var command = link.Connection.CreateCommand();
        command.CommandText = "select count(*) from pages";
        return (long)command.ExecuteScalar()!;
    }

    private void Write()
    {
        using var command = _writer.Connection.CreateCommand();
        command.CommandText = $"insert into pages (content) values (zeroblob({PagesOfWrite * BytesOfPage}))";
        command.ExecuteNonQuery();
        _rows++;
        _checkpoints.Committed();
    }

    private void AssertAllIsThere()
    {
        Assert.Equal(_rows, Count(_writer));
        using var command = _writer.Connection.CreateCommand();
        command.CommandText = "pragma integrity_check";
        Assert.Equal("ok", command.ExecuteScalar());
    }

    private sealed class MeasuredTime : TimeProvider
    {
        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
