using System.Collections.Concurrent;
using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Tests.Support;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Store.Tests.Writing;

/// <summary>SQLite's one writer: use cases that wait share a commit and still fail alone.</summary>
public sealed class SharedCommitTests : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private readonly CommitSizes _commits = new();
    private CrmStore _store = null!;
    private Rows _rows = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await CrmStoreFactory.OpenAsync(
            new StoreOptions { ConnectionString = _database.ConnectionString }, TimeProvider.System, _commits, cancellationToken: TestContext.Current.CancellationToken);
        _rows = await Rows.StoredAsync(_store, _database.Ids);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _database.DisposeAsync();
        _commits.Dispose();
    }

    [Fact]
    public async Task Use_cases_that_wait_share_commits_of_at_most_64()
    {
        _commits.Sizes.Clear();
        await WhileWriterIsBusyAsync(() => Enumerable.Range(0, 100).Select(_ => AddFollowUpAsync(_rows.FollowUp())).ToList());
        Assert.Equal([64, 37], _commits.Sizes);
        Assert.Equal(100, (await _store.Read(session => session.FollowUps.OpenOfOwnerAsync(_rows.Specialist.Id, null))).Count);
    }

    [Fact]
    public async Task A_body_that_throws_takes_nothing_of_its_neighbours_with_it()
    {
        var (first, second, third) = (_rows.FollowUp(), _rows.FollowUp(), _rows.FollowUp());
        await WhileWriterIsBusyAsync(() =>
        [
            AddFollowUpAsync(first),
            Assert.ThrowsAsync<InvalidOperationException>(() => _store.Write(async session =>
            {
                await session.FollowUps.AddAsync(second);
                throw new InvalidOperationException();
            })),
            AddFollowUpAsync(third),
        ]);
        Assert.Equal([first.Id, third.Id], await StoredIdsAsync());
    }

    [Fact]
    public async Task When_a_shared_commit_fails_each_runs_again_alone_and_only_the_guilty_is_told()
    {
        var (first, guilty, third) = (_rows.FollowUp(), _rows.FollowUp(), _rows.FollowUp());
        await WhileWriterIsBusyAsync(() =>
        [
            AddFollowUpAsync(first),
            Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _store.Write(async session =>
            {
                // A reference that is checked at the commit only, which therefore fails.
                await ((CrmSession)session).Sql.ExecuteUnrecordedAsync("pragma defer_foreign_keys = on");
                await session.FollowUps.AddAsync(guilty with { EmployerId = guilty.Id });
            })),
            AddFollowUpAsync(third),
        ]);
        Assert.Equal([first.Id, third.Id], await StoredIdsAsync());
        await AddFollowUpAsync(_rows.FollowUp());
    }

    [Fact]
    public async Task Marks_alone_are_not_waited_for_on_the_disk_and_whoever_shares_a_commit_with_a_use_case_is()
    {
        const int full = 2, normal = 1;
        Assert.Equal(normal, await _store.MarkAsync(SynchronousAsync, TestContext.Current.CancellationToken));
        Assert.Equal(full, await _store.WriteAsync(SynchronousAsync, TestContext.Current.CancellationToken));
        var (together, after) = (new List<Task<int>>(), new List<Task<int>>());
        await WhileWriterIsBusyAsync(() =>
        {
            together.AddRange([_store.MarkAsync(SynchronousAsync, CancellationToken.None), _store.WriteAsync(SynchronousAsync, CancellationToken.None)]);
            return [.. together];
        });
        Assert.All(await Task.WhenAll(together), synchronous => Assert.Equal(full, synchronous));
        await WhileWriterIsBusyAsync(
            () =>
            {
                after.AddRange([_store.MarkAsync(SynchronousAsync, CancellationToken.None), _store.WriteAsync(SynchronousAsync, CancellationToken.None)]);
                return [.. after];
            },
            asMark: true);
        Assert.Equal((normal, full), (await after[0], await after[1]));
    }

    [Fact]
    public async Task A_mark_is_there_for_whoever_reads_next()
    {
        var followUp = _rows.FollowUp();
        await _store.MarkAsync(
            async session =>
            {
                await session.FollowUps.AddAsync(followUp);
                return true;
            },
            TestContext.Current.CancellationToken);
        Assert.Equal([followUp.Id], await StoredIdsAsync());
    }

    [Fact]
    public async Task A_use_case_cancelled_while_it_waits_is_not_run()
    {
        var followUp = _rows.FollowUp();
        using var cancelling = new CancellationTokenSource();
        await WhileWriterIsBusyAsync(() =>
        {
            var waiting = Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.WriteAsync(
                async session =>
                {
                    await session.FollowUps.AddAsync(followUp);
                    return true;
                },
                cancelling.Token));
            cancelling.Cancel();
            return [waiting];
        });
        Assert.Empty(await StoredIdsAsync());
    }

    [Fact]
    public async Task Closing_finishes_what_was_accepted_and_takes_nothing_more()
    {
        List<Task> accepted = [];
        var busy = WhileWriterIsBusyAsync(() => accepted = [.. Enumerable.Range(0, 100).Select(_ => AddFollowUpAsync(_rows.FollowUp()))]);
        await busy;
        await _store.DisposeAsync();
        Assert.All(accepted, task => Assert.True(task.IsCompletedSuccessfully));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => AddFollowUpAsync(_rows.FollowUp()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _store.Read(session => session.People.TeamsAsync()));
        _store = await _database.OpenAsync();
        Assert.Equal(100, (await StoredIdsAsync()).Count);
    }

    [Fact]
    public async Task A_read_sees_one_state_while_others_write()
    {
        await _store.Read(async session =>
        {
            Assert.Empty(await session.FollowUps.OpenOfOwnerAsync(_rows.Specialist.Id, null));
            await BySomebodyElse(() => AddFollowUpAsync(_rows.FollowUp()));
            Assert.Empty(await session.FollowUps.OpenOfOwnerAsync(_rows.Specialist.Id, null));
            return true;
        });
        Assert.Single(await StoredIdsAsync());
    }

    [Fact]
    public async Task A_second_process_writes_too()
    {
        await using var other = await _database.OpenAsync(migrate: false, Migration.Embedded);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() =>
            (number % 2 == 0 ? _store : other).Write(session => session.FollowUps.AddAsync(_rows.FollowUp())))));
        Assert.Equal(200, (await StoredIdsAsync()).Count);
    }

    [Fact]
    public void A_store_in_memory_is_refused_with_the_reason() =>
        Assert.Contains("database file", Assert.Throws<ArgumentException>(() => { _ = new Sqlite.SqliteStore(new StoreOptions { ConnectionString = "Data Source=:memory:" }, null!); }).Message, StringComparison.Ordinal);

    private Task AddFollowUpAsync(FollowUp followUp) => _store.Write(session => session.FollowUps.AddAsync(followUp));

    private static Task BySomebodyElse(Func<Task> call)
    {
        using var nothingOfThisCall = ExecutionContext.SuppressFlow();
        return Task.Run(call);
    }

    private async Task<List<Guid>> StoredIdsAsync() =>
        [.. (await _store.Read(session => session.FollowUps.OpenOfOwnerAsync(_rows.Specialist.Id, null))).Select(followUp => followUp.Id)];

    /// <summary>Holds the writer in a body until the calls are waiting, then lets all go and waits for them.</summary>
    // A pragma's answer is fixed when it is prepared, so no two have the same text.
    private async Task<int> SynchronousAsync(ICrmSession session) =>
        (await ((CrmSession)session).Sql.Unrecorded().QueryAsync<int>($"pragma synchronous -- {_database.Ids.New()}"))[0];

    private async Task WhileWriterIsBusyAsync(Func<List<Task>> calls, bool asMark = false)
    {
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var busy = asMark ? _store.MarkAsync(HoldAsync, CancellationToken.None) : _store.WriteAsync(HoldAsync, CancellationToken.None);
        await entered.Task;
        var waiting = calls();
        go.SetResult();
        await busy;
        await Task.WhenAll(waiting);

        async Task<bool> HoldAsync(ICrmSession _)
        {
            entered.TrySetResult();
            await go.Task;
            return true;
        }
    }

    private sealed class CommitSizes : ILoggerFactory, ILogger
    {
        private const int Committed = 112;

        public ConcurrentQueue<int> Sizes { get; } = [];

        public void AddProvider(ILoggerProvider provider)
        {
            // Nobody else listens.
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == Committed)
                Sizes.Enqueue((int)((IReadOnlyList<KeyValuePair<string, object?>>)state!)[0].Value!);
        }

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
