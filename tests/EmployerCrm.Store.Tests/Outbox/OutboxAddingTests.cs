using EmployerCrm.Core.Outbox;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Outbox;

/// <summary>One row for each key, whatever becomes of it.</summary>
public abstract class OutboxAddingTests(TestDatabase database)
{
    [Fact]
    public async Task A_row_with_every_field_and_one_with_few_come_back_as_stored()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var (whole, bare) = (rows.WholeUnsent(), rows.Unsent());
        Assert.Equal(2, await database.Store.Write(session => session.Outbox.AddAllAsync([whole, bare])));
        Assert.Equal(whole, await database.Store.Read(session => session.Outbox.OfIdAsync(whole.Id)));
        Assert.Equal(bare, await database.Store.Read(session => session.Outbox.OfKeyAsync(bare.IdempotencyKey)));
    }

    [Fact]
    public async Task A_key_that_is_there_is_not_added_again_alone_or_among_many()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var first = rows.Unsent();
        List<OutboxRow> many = [.. Enumerable.Range(0, 163).Select(_ => rows.Unsent())];
        Assert.True(await database.Store.Write(session => session.Outbox.AddAsync(first)));
        Assert.False(await database.Store.Write(session => session.Outbox.AddAsync(rows.Unsent(first.IdempotencyKey))));
        Assert.Equal(163, await database.Store.Write(session => session.Outbox.AddAllAsync([rows.Unsent(first.IdempotencyKey), .. many, many[7] with { Id = database.Ids.New() }])));
        Assert.Equal(0, await database.Store.Write(session => session.Outbox.AddAllAsync(many)));
        Assert.Equal(first, await database.Store.Read(session => session.Outbox.OfKeyAsync(first.IdempotencyKey)));
        Assert.Equal(many[162], await database.Store.Read(session => session.Outbox.OfIdAsync(many[162].Id)));
    }

    [Fact]
    public async Task What_was_cancelled_waits_again_when_its_reason_comes_back()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var row = rows.Unsent() with { SubjectId = database.Ids.New(), Kind = OutboxKinds.VisitReminder };
        await database.Store.Write(session => session.Outbox.AddAsync(row));
        Assert.Equal(0, await CancelAsync(new Unsent.OfSubject(row.SubjectId.Value, OutboxKinds.VisitQuestion)));
        Assert.Equal(1, await CancelAsync(new Unsent.OfSubject(row.SubjectId.Value, OutboxKinds.VisitReminder)));
        var again = row with { Id = database.Ids.New(), NotBefore = Rows.Now.AddHours(1), ExpiresAt = Rows.Now.AddHours(2) };
        Assert.True(await database.Store.Write(session => session.Outbox.AddAsync(again)));
        Assert.False(await database.Store.Write(session => session.Outbox.AddAsync(again)));
        await CancelAsync(new Unsent.OfSubject(row.SubjectId.Value));
        Assert.Equal(1, await database.Store.Write(session => session.Outbox.AddAllAsync([again])));
        var stored = await database.Store.Read(session => session.Outbox.OfKeyAsync(row.IdempotencyKey));
        Assert.Equal(again with { Id = row.Id, Version = 5 }, stored);
    }

    [Fact]
    public async Task Where_nothing_was_left_to_say_nothing_is_added_again()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var row = rows.Unsent(at: Rows.Now.AddYears(3));
        var lease = database.Ids.New();
        await database.Store.Write(async session =>
        {
            await session.Outbox.AddAsync(row);
            await session.Outbox.ClaimAsync(OutboxChannel.Teams, row.NotBefore, lease, row.ExpiresAt, 1);
            Assert.True(await session.Outbox.EndAsync(row.Id, lease, OutboxState.Cancelled, OutboxReasons.Nothing, row.NotBefore));
        });
        Assert.False(await database.Store.Write(session => session.Outbox.AddAsync(row with { Id = database.Ids.New() })));
    }

    [Fact]
    public async Task Each_reason_takes_the_rows_that_hang_on_it_and_no_others()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var (client, employer, elsewhere) = (database.Ids.New(), database.Ids.New(), database.Ids.New());
        var (both, ofClient, ofEmployer, sent) = (
            rows.Unsent() with { ClientId = client, EmployerId = employer }, rows.Unsent() with { ClientId = client, EmployerId = elsewhere },
            rows.Unsent() with { EmployerId = employer }, rows.Unsent() with { ClientId = client, EmployerId = employer, State = OutboxState.Sent });
        var others = rows.Unsent() with { RecipientId = rows.Colleague.Id };
        await database.Store.Write(session => session.Outbox.AddAllAsync([both, ofClient, ofEmployer, sent, others]));
        Assert.Equal(1, await CancelAsync(new Unsent.OfClientAt(client, employer)));
        Assert.Equal(1, await CancelAsync(new Unsent.OfEmployer(employer)));
        Assert.Equal(1, await CancelAsync(new Unsent.OfClient(client)));
        Assert.Equal(1, await CancelAsync(new Unsent.OfRecipient(rows.Colleague.Id)));
        Assert.Equal(sent, await database.Store.Read(session => session.Outbox.OfIdAsync(sent.Id)));
        var ended = (await database.Store.Read(session => session.Outbox.OfIdAsync(both.Id)))!;
        Assert.Equal((OutboxState.Cancelled, OutboxReasons.Done, Rows.Now), (ended.State, ended.Reason, ended.EndedAt!.Value));
    }

    [Fact]
    public async Task Dead_rows_are_shown_tried_again_or_dropped_by_who_saw_them_as_they_are()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var at = Rows.Now.AddYears(5);
        var (dead, late) = (rows.Unsent(at: at) with { State = OutboxState.Dead, Reason = "403", EndedAt = at.AddHours(1) },
            rows.Unsent(at: at) with { State = OutboxState.InDoubt, Reason = OutboxReasons.NoAnswer, EndedAt = at.AddHours(2), ExpiresAt = at.AddHours(3) });
        await database.Store.Write(session => session.Outbox.AddAllAsync([dead, late]));
        var shown = await database.Store.Read(session => session.Outbox.TroubleAsync(0, 2));
        Assert.Equal([(late.Id, "Alex Wilber", "no-answer"), (dead.Id, "Alex Wilber", "403")], shown.Select(row => (row.Id, row.RecipientName, row.Reason!)));
        Assert.Equal(1, await database.Store.Read(session => session.Outbox.CountEndedAsync(OutboxState.Dead, at)));
        Assert.Contains(
            (OutboxKinds.Digest, OutboxState.Dead, 1, at),
            (await database.Store.Read(session => session.Outbox.CountsAsync(at))).Select(count => (count.Kind, count.State, count.Number, count.Oldest)));
        Assert.False(await RetryAsync(dead, dead.Version + 1, at));
        Assert.False(await RetryAsync(late, late.Version, late.ExpiresAt));
        Assert.True(await RetryAsync(dead, dead.Version, at.AddHours(1)));
        Assert.False(await RetryAsync(dead, dead.Version + 1, at.AddHours(1)));
        Assert.True(await database.Store.Write(session => session.Outbox.DropAsync(late.Id, late.Version, at.AddHours(4))));
        Assert.False(await database.Store.Write(session => session.Outbox.AddAsync(late with { Id = database.Ids.New() })));
        Assert.Equal(at.AddHours(1), await database.Store.Read(session => session.Outbox.OldestDueAsync(OutboxChannel.Teams, at.AddHours(1))));
    }

    [Fact]
    public async Task A_channel_is_stopped_once_and_says_by_whom()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        Assert.True(await database.Store.Write(session => session.Outbox.StopAsync(OutboxChannel.Teams, rows.Colleague.Id, Rows.Now)));
        Assert.False(await database.Store.Write(session => session.Outbox.StopAsync(OutboxChannel.Teams, rows.Specialist.Id, Rows.Now)));
        var stop = Assert.Single(await database.Store.Read(session => session.Outbox.StopsAsync()));
        Assert.Equal((OutboxChannel.Teams, Rows.Now, "Bronwen Ifans"), (stop.Channel, stop.StoppedAt, stop.StoppedByName));
        Assert.True(await database.Store.Write(session => session.Outbox.StartAsync(OutboxChannel.Teams)));
        Assert.False(await database.Store.Write(session => session.Outbox.StartAsync(OutboxChannel.Teams)));
    }

    [Fact]
    public async Task What_ended_long_ago_is_forgotten_and_what_waits_is_not()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var at = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var (ended, waiting) = (rows.Unsent(at: at) with { State = OutboxState.Sent, EndedAt = at }, rows.Unsent(at: at));
        await database.Store.Write(session => session.Outbox.AddAllAsync([ended, waiting]));
        Assert.Equal(0, await database.Store.Write(session => session.Outbox.ForgetAsync(at)));
        Assert.Equal(1, await database.Store.Write(session => session.Outbox.ForgetAsync(at.AddMilliseconds(1))));
        Assert.NotNull(await database.Store.Read(session => session.Outbox.OfIdAsync(waiting.Id)));
    }

    private Task<int> CancelAsync(Unsent which) => database.Store.Write(session => session.Outbox.CancelAsync(which, OutboxReasons.Done, Rows.Now));

    private Task<bool> RetryAsync(OutboxRow row, int version, DateTimeOffset now) => database.Store.Write(session => session.Outbox.RetryAsync(row.Id, version, now));
}

public sealed class OutboxAddingOnSqlite(SqliteDatabase database) : OutboxAddingTests(database), IClassFixture<SqliteDatabase>;

public sealed class OutboxAddingOnSqlServer(SqlServerDatabase database) : OutboxAddingTests(database), IClassFixture<SqlServerDatabase>;
