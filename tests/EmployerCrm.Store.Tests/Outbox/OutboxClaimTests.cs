using EmployerCrm.Core.Outbox;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Outbox;

/// <summary>Who may send a row, and what a node that was away too long may still do.</summary>
public abstract class OutboxClaimTests(TestDatabase database)
{
    private const int Waiting = 300;
    private const int Nodes = 6;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Six_nodes_claim_every_row_once()
    {
        var rows = await StartAsync();
        List<OutboxRow> waiting = [.. Enumerable.Range(0, Waiting).Select(_ => rows.Unsent())];
        Assert.Equal(Waiting, await database.Store.Write(session => session.Outbox.AddAllAsync(waiting)));
        var claimed = (await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => Task.Run(ClaimAllAsync)))).SelectMany(some => some).ToList();
        Assert.Equal(waiting.Select(row => row.Id).Order(), claimed.Order());
    }

    [Fact]
    public async Task A_claim_takes_only_what_may_be_sent_now_and_is_free()
    {
        var rows = await StartAsync();
        var (free, early, late, held, sent) = (rows.Unsent(), rows.Unsent() with { NotBefore = Rows.Now.AddMilliseconds(1) }, rows.Unsent() with { ExpiresAt = Rows.Now },
            rows.Unsent() with { Lease = database.Ids.New(), LeaseUntil = Rows.Now.AddMilliseconds(1) }, rows.Unsent() with { State = OutboxState.Sent });
        await database.Store.Write(session => session.Outbox.AddAllAsync([free, early, late, held, sent]));
        var lease = database.Ids.New();
        Assert.Equal([free with { Lease = lease, LeaseUntil = Rows.Now + Lease, Attempts = 1 }], await ClaimAsync(lease, Rows.Now));
        Assert.Equal(new[] { early.Id, held.Id }.Order(), (await ClaimAsync(database.Ids.New(), Rows.Now.AddMilliseconds(1))).Select(row => row.Id).Order());
    }

    [Fact]
    public async Task A_node_that_was_away_does_not_begin_what_another_took_over()
    {
        var (row, first, second) = await ClaimedTwiceAsync();
        Assert.False(await BeginAsync(row, first));
        Assert.True(await BeginAsync(row, second));
        Assert.False(await database.Store.Write(session => session.Outbox.EndAsync(row.Id, first, OutboxState.Sent, null, Rows.Now)));
        Assert.False(await database.Store.Write(session => session.Outbox.LaterAsync(row.Id, first, Rows.Now, "429")));
        Assert.True(await database.Store.Write(session => session.Outbox.EndAsync(row.Id, second, OutboxState.Sent, null, Rows.Now)));
        Assert.Equal((OutboxState.Sent, 2, null), await StateAsync(row));
    }

    [Fact]
    public async Task What_was_being_sent_when_its_node_stopped_is_in_doubt_and_claimed_by_nobody()
    {
        var (row, lease) = await BegunAsync();
        Assert.Empty(await database.Store.Write(session => session.Outbox.LoseAsync(Rows.Now)));
        var later = Rows.Now + Lease;
        Assert.Equal(row.Id, Assert.Single(await database.Store.Write(session => session.Outbox.LoseAsync(later))).Id);
        Assert.Equal((OutboxState.InDoubt, 1, OutboxReasons.NodeLost), await StateAsync(row));
        Assert.Empty(await ClaimAsync(database.Ids.New(), later.AddHours(1)));
        Assert.True(await database.Store.Write(session => session.Outbox.EndAsync(row.Id, lease, OutboxState.Sent, null, later)));
        Assert.Equal((OutboxState.Sent, 1, null), await StateAsync(row));
    }

    [Fact]
    public async Task A_lease_that_ends_far_ahead_was_given_by_a_clock_that_was_set_back_and_holds_nobody_up()
    {
        var rows = await StartAsync();
        var ahead = Rows.Now + OutboxOptions.FarAhead;
        var (held, free) = (rows.Unsent() with { Lease = database.Ids.New(), LeaseUntil = ahead }, rows.Unsent() with { Lease = database.Ids.New(), LeaseUntil = ahead.AddMilliseconds(1) });
        var (sending, lost) = (held with { Id = database.Ids.New(), IdempotencyKey = "sending", State = OutboxState.Sending }, free with { Id = database.Ids.New(), IdempotencyKey = "lost", State = OutboxState.Sending });
        await database.Store.Write(session => session.Outbox.AddAllAsync([held, free, sending, lost]));
        Assert.True((await database.Store.Read(session => session.Outbox.NeedsAsync(OutboxChannel.Teams, Rows.Now))).Lost);
        Assert.Equal(free.Id, Assert.Single(await ClaimAsync(database.Ids.New(), Rows.Now)).Id);
        Assert.Equal(lost.Id, Assert.Single(await database.Store.Write(session => session.Outbox.LoseAsync(Rows.Now))).Id);
    }

    [Fact]
    public async Task What_was_put_off_waits_since_it_was_added_and_what_is_not_due_yet_does_not_wait()
    {
        var rows = await StartAsync();
        var (early, putOff) = (rows.Unsent() with { NotBefore = Rows.Now.AddHours(1) }, rows.Unsent() with { NotBefore = Rows.Now.AddHours(1), Reason = "429", CreatedAt = Rows.Now.AddMinutes(-20) });
        await database.Store.Write(session => session.Outbox.AddAsync(early));
        Assert.Null(await database.Store.Read(session => session.Outbox.OldestDueAsync(OutboxChannel.Teams, Rows.Now)));
        await database.Store.Write(session => session.Outbox.AddAsync(putOff));
        Assert.Equal(putOff.CreatedAt, await database.Store.Read(session => session.Outbox.OldestDueAsync(OutboxChannel.Teams, Rows.Now)));
        Assert.Equal([new OutboxCause { Reason = "429", Number = 1 }], await database.Store.Read(session => session.Outbox.CausesAsync()));
    }

    [Fact]
    public async Task What_is_in_doubt_waits_again_when_its_person_asks_and_not_when_its_time_is_over()
    {
        var (row, lease) = await BegunAsync();
        await database.Store.Write(session => session.Outbox.EndAsync(row.Id, lease, OutboxState.InDoubt, OutboxReasons.NoAnswer, Rows.Now));
        Assert.Equal(0, await database.Store.Write(session => session.Outbox.AskAgainAsync(row.RecipientId, row.ExpiresAt)));
        Assert.Equal(1, await database.Store.Write(session => session.Outbox.AskAgainAsync(row.RecipientId, Rows.Now.AddHours(1))));
        Assert.False(await database.Store.Write(session => session.Outbox.EndAsync(row.Id, lease, OutboxState.Sent, null, Rows.Now)));
        Assert.Equal(row.Id, Assert.Single(await ClaimAsync(database.Ids.New(), Rows.Now.AddHours(1))).Id);
    }

    [Fact]
    public async Task Nothing_begins_when_its_time_is_over_its_reason_gone_or_its_channel_stopped()
    {
        var rows = await StartAsync();
        var row = rows.Unsent() with { ExpiresAt = Rows.Now.AddSeconds(30) };
        var cancelled = rows.Unsent() with { SubjectId = database.Ids.New() };
        await database.Store.Write(session => session.Outbox.AddAllAsync([row, cancelled]));
        var lease = database.Ids.New();
        await ClaimAsync(lease, Rows.Now);
        Assert.False(await database.Store.Write(session => session.Outbox.BeginAsync(row.Id, lease, row.ExpiresAt, row.ExpiresAt + Lease)));
        await database.Store.Write(session => session.Outbox.CancelAsync(new Unsent.OfSubject(cancelled.SubjectId.Value), OutboxReasons.Done, Rows.Now));
        Assert.False(await BeginAsync(cancelled, lease));
        Assert.True(await database.Store.Write(session => session.Outbox.StopAsync(OutboxChannel.Teams, rows.Specialist.Id, Rows.Now)));
        Assert.False(await BeginAsync(row, lease));
        Assert.True(await database.Store.Write(session => session.Outbox.StartAsync(OutboxChannel.Teams)));
        Assert.True(await BeginAsync(row, lease));
    }

    [Fact]
    public async Task What_was_claimed_and_not_tried_is_free_again_and_counts_no_attempt()
    {
        var (row, lease) = await BegunAsync();
        var other = (await StartAsync()).Unsent();
        await database.Store.Write(session => session.Outbox.AddAsync(other));
        await ClaimAsync(lease, Rows.Now);
        Assert.Equal(1, await database.Store.Write(session => session.Outbox.ReleaseAsync(lease)));
        Assert.Equal((OutboxState.Waiting, 0, null), await StateAsync(other));
        Assert.True(await database.Store.Write(session => session.Outbox.LaterAsync(row.Id, lease, Rows.Now.AddMinutes(5), "429")));
        Assert.Equal((OutboxState.Waiting, 1, "429"), await StateAsync(row));
        Assert.Equal(other.Id, Assert.Single(await ClaimAsync(database.Ids.New(), Rows.Now)).Id);
    }

    /// <summary>The rows of earlier tests are out of the way.</summary>
    private async Task<Rows> StartAsync()
    {
        await database.Store.Write(session => session.Outbox.ExpireAsync(Rows.Now.AddYears(1)));
        await database.Store.Write(session => session.Outbox.LoseAsync(Rows.Now.AddYears(1)));
        return await Rows.StoredAsync(database.Store, database.Ids);
    }

    private async Task<(OutboxRow Row, Guid Lease)> BegunAsync()
    {
        var row = (await StartAsync()).Unsent();
        var lease = database.Ids.New();
        await database.Store.Write(session => session.Outbox.AddAsync(row));
        await ClaimAsync(lease, Rows.Now);
        Assert.True(await BeginAsync(row, lease));
        return (row, lease);
    }

    private async Task<(OutboxRow Row, Guid First, Guid Second)> ClaimedTwiceAsync()
    {
        var row = (await StartAsync()).Unsent();
        var (first, second) = (database.Ids.New(), database.Ids.New());
        await database.Store.Write(session => session.Outbox.AddAsync(row));
        Assert.Single(await ClaimAsync(first, Rows.Now));
        Assert.Single(await ClaimAsync(second, Rows.Now + Lease));
        return (row, first, second);
    }

    private Task<IReadOnlyList<OutboxRow>> ClaimAsync(Guid lease, DateTimeOffset now) =>
        database.Store.Write(session => session.Outbox.ClaimAsync(OutboxChannel.Teams, now, lease, now + Lease, 10));

    private Task<bool> BeginAsync(OutboxRow row, Guid lease) => database.Store.Write(session => session.Outbox.BeginAsync(row.Id, lease, Rows.Now, Rows.Now + Lease));

    private async Task<(OutboxState State, int Attempts, string? Reason)> StateAsync(OutboxRow row)
    {
        var stored = (await database.Store.Read(session => session.Outbox.OfIdAsync(row.Id)))!;
        return (stored.State, stored.Attempts, stored.Reason);
    }

    private async Task<List<Guid>> ClaimAllAsync()
    {
        await using var node = await database.OpenAsync(migrate: false, Migration.Embedded);
        var mine = new List<Guid>();
        while (await node.Write(session => session.Outbox.ClaimAsync(OutboxChannel.Teams, Rows.Now, database.Ids.New(), Rows.Now + Lease, 7)) is { Count: > 0 } some)
            mine.AddRange(some.Select(row => row.Id));
        return mine;
    }
}

public sealed class OutboxClaimOnSqlite(SqliteDatabase database) : OutboxClaimTests(database), IClassFixture<SqliteDatabase>;

public sealed class OutboxClaimOnSqlServer(SqlServerDatabase database) : OutboxClaimTests(database), IClassFixture<SqlServerDatabase>;
