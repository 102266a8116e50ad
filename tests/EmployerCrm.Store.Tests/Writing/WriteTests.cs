using EmployerCrm.Core;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Writing;

/// <summary>What a use case may count on when it writes, on both engines.</summary>
public abstract class WriteTests(TestDatabase database)
{
    [Fact]
    public async Task A_body_that_throws_leaves_nothing_and_its_caller_gets_the_exception()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var visit = rows.Visit();
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => database.Store.Write(async session =>
        {
            await session.Visits.AddAsync(visit);
            throw new InvalidOperationException("half way");
        }));
        Assert.Equal("half way", thrown.Message);
        Assert.Null(await database.Store.Read(session => session.Visits.VisitAsync(visit.Id)));
    }

    [Fact]
    public async Task A_second_row_with_the_same_key_is_told_apart_from_other_errors()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var received = rows.Received();
        await database.Store.Write(session => session.Conversations.AddAsync(received));
        await Assert.ThrowsAsync<DuplicateKeyException>(() => database.Store.Write(session => session.Conversations.AddAsync(received)));
        await Assert.ThrowsAsync<DuplicateKeyException>(() => database.Store.Write(session => session.People.AddAsync(rows.Specialist with { Id = database.Ids.New() })));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.Store.Write(session =>
            session.Visits.AddAsync(rows.Visit() with { EmployerId = database.Ids.New() })));
    }

    [Fact]
    public async Task A_body_may_go_on_after_a_duplicate_key()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var (received, visit) = (rows.Received(), rows.Visit());
        await database.Store.Write(session => session.Conversations.AddAsync(received));
        await database.Store.Write(async session =>
        {
            await Assert.ThrowsAsync<DuplicateKeyException>(() => session.Conversations.AddAsync(received));
            await session.Visits.AddAsync(visit);
        });
        Assert.NotNull(await database.Store.Read(session => session.Visits.VisitAsync(visit.Id)));
    }

    [Fact]
    public async Task A_call_to_the_store_from_within_a_body_is_refused_instead_of_waiting_for_itself()
    {
        var store = database.Store;
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write(_ => store.Write(session => session.People.TeamsAsync())));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write(_ => store.Read(session => session.People.TeamsAsync())));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Read(_ => store.Write(session => session.People.TeamsAsync())));
        Assert.NotNull(await store.Write(session => session.People.TeamsAsync()));
    }

    [Fact]
    public async Task A_reading_session_does_not_write()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Store.Read(async session =>
        {
            await session.Visits.AddAsync(rows.Visit());
            return true;
        }));
    }

    [Fact]
    public async Task A_cancelled_use_case_is_not_run()
    {
        var ran = false;
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Store.WriteAsync(
            _ =>
            {
                ran = true;
                return Task.FromResult(true);
            },
            cancelled.Token));
        Assert.False(ran);
    }

    [Fact]
    public async Task Cancelling_within_a_body_takes_it_back()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var visit = rows.Visit();
        using var cancelling = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Store.WriteAsync(
            async session =>
            {
                await session.Visits.AddAsync(visit);
                await cancelling.CancelAsync();
                return await session.Visits.VisitAsync(visit.Id);
            },
            cancelling.Token));
        Assert.Null(await database.Store.Read(session => session.Visits.VisitAsync(visit.Id)));
    }

    [Fact]
    public async Task Of_two_who_save_the_same_version_one_is_told()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var followUp = rows.FollowUp(new DateOnly(2026, 11, 20));
        await database.Store.Write(session => session.FollowUps.AddAsync(followUp));
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => database.Store.Write(session =>
            session.FollowUps.SaveAsync(followUp with { Title = $"by {number}", Version = 2 }, expectedVersion: 1)))));
        Assert.Single(saved, true);
    }

    [Fact]
    public async Task Counts_that_many_add_to_at_once_are_complete()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var week = new DateOnly(2026, 11, 16);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => database.Store.Write(async session =>
        {
            await session.Visits.CountAsync(rows.Specialist.Id, week, new WeekTally { InPerson = 1, All = 2 });
            await session.Employers.CountActivityAsync(rows.Employer.Id, rows.Specialist.Id, week, inPerson: true);
        }))));
        var count = await database.Store.Read(session => session.Visits.WeekTallyAsync(rows.Specialist.Id, week));
        Assert.Equal((40, 80), (count.InPerson, count.All));
        Assert.Equal(40, Assert.Single(await database.Store.Read(session => session.Employers.ActivityAsync(rows.Employer.Id))).Visits);
    }

    [Fact]
    public async Task An_activity_that_is_counted_anew_while_others_count_is_complete()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        await Turn.LogVisitAsync(database.Store, rows);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => number % 2 == 0
            ? Turn.LogVisitAsync(database.Store, rows)
            : database.Store.Write(session => session.Employers.RecountActivityAsync(rows.Employer.Id, rows.Specialist.Id)))));
        Assert.Equal(7, Assert.Single(await database.Store.Read(session => session.Employers.ActivityAsync(rows.Employer.Id))).Visits);
    }

    [Fact]
    public async Task The_body_runs_with_its_callers_culture()
    {
        System.Globalization.CultureInfo.CurrentCulture = new("cy-GB");
        Assert.Equal("cy-GB", await database.Store.Write(_ => Task.FromResult(System.Globalization.CultureInfo.CurrentCulture.Name)));
    }
}

public sealed class WriteOnSqlite(SqliteDatabase database) : WriteTests(database), IClassFixture<SqliteDatabase>;

public sealed class WriteOnSqlServer(SqlServerDatabase database) : WriteTests(database), IClassFixture<SqlServerDatabase>;
