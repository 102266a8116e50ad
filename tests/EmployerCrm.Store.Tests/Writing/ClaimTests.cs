using EmployerCrm.Core.Conversations;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Writing;

/// <summary>Undelivered answers are taken by one node each.</summary>
public abstract class ClaimTests(TestDatabase database)
{
    private const int Answers = 300;
    private const int Nodes = 6;

    private const string AddAsBefore = """
        insert into received_activities (activity_key, specialist_id, received_at, answer, lease_until, delivered_at, attempts)
        values (@ActivityKey, @SpecialistId, @ReceivedAt, @Answer, @LeaseUntil, null, @Attempts)
        """;

    [Fact]
    public async Task Six_nodes_claim_every_answer_once()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var start = Rows.Now;
        var keys = Enumerable.Range(0, Answers).Select(number => $"{rows.Team.Id}|{number}").ToList();
        await database.Store.Write(async session =>
        {
            foreach (var key in keys)
                await session.Conversations.AddAsync(rows.Received(key, start));
        });
        var claimed = (await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => Task.Run(() => ClaimAllAsync(start))))).SelectMany(some => some).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), claimed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_claim_takes_only_what_is_undelivered_recent_and_free()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var at = Rows.Now.AddYears(1);
        var (free, delivered, leased, old) = (rows.Received(at: at), rows.Received(at: at), rows.Received(at: at.AddMinutes(5)), rows.Received(at: at.AddDays(-2)));
        await database.Store.Write(async session =>
        {
            foreach (var activity in new[] { free, delivered, leased, old })
                await session.Conversations.AddAsync(activity);
            await session.Conversations.DeliveredAsync(delivered.ActivityKey);
        });
        var now = at.AddMinutes(5);
        var claimed = await database.Store.Write(session => session.Conversations.ClaimUndeliveredAsync(at.AddDays(-1), now, now.AddSeconds(30), 10));
        Assert.Equal(free with { LeaseUntil = now.AddSeconds(30), Attempts = 2 }, Assert.Single(claimed));
        Assert.Empty(await database.Store.Write(session => session.Conversations.ClaimUndeliveredAsync(at.AddDays(-1), now, now.AddSeconds(30), 10)));
        Assert.False(await database.Store.Write(session => session.Conversations.ClaimAsync(leased.ActivityKey, now, now.AddSeconds(30))));
        Assert.False(await database.Store.Write(session => session.Conversations.ClaimAsync(delivered.ActivityKey, now.AddHours(1), now.AddHours(2))));
        Assert.True(await database.Store.Write(session => session.Conversations.ClaimAsync(leased.ActivityKey, now.AddSeconds(15), now.AddSeconds(30))));
    }

    [Fact]
    public async Task An_answer_in_doubt_is_taken_by_no_claim_and_found_by_its_person()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var at = Rows.Now.AddYears(2);
        var (doubtful, owed, settled) = (rows.Received(at: at), rows.Received(at: at), rows.Received(at: at.AddMinutes(-1)));
        await database.Store.Write(async session =>
        {
            foreach (var activity in new[] { doubtful, owed, settled })
                await session.Conversations.AddAsync(activity);
            await session.Conversations.InDoubtAsync(doubtful.ActivityKey, "the rest", at.AddMinutes(1));
            await session.Conversations.OwedAsync(owed.ActivityKey, "also the rest", at.AddMinutes(2));
            await session.Conversations.InDoubtAsync(settled.ActivityKey, "shown again", at.AddMinutes(1));
            await session.Conversations.DeliveredAsync(settled.ActivityKey);
            await session.Conversations.InDoubtAsync(settled.ActivityKey, "too late", at.AddMinutes(2));
        });
        var now = at.AddMinutes(3);
        Assert.False(await database.Store.Write(session => session.Conversations.ClaimAsync(doubtful.ActivityKey, now, now.AddSeconds(30))));
        var claimed = await database.Store.Write(session => session.Conversations.ClaimUndeliveredAsync(at.AddDays(-1), now, now.AddSeconds(30), 10));
        Assert.Equal((owed.ActivityKey, "also the rest"), (Assert.Single(claimed).ActivityKey, claimed[0].Answer));
        var found = await database.Store.Read(session => session.Conversations.InDoubtOfAsync(rows.Specialist.Id));
        Assert.Equal(doubtful with { Answer = "the rest", InDoubtAt = at.AddMinutes(1) }, Assert.Single(found));
    }

    [Fact]
    public async Task What_the_version_before_left_is_taken_over_once_its_lease_is_over()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var at = Rows.Now.AddYears(3);
        var (owed, doubtful, delivered) = (rows.Received(at: at), rows.Received(at: at), rows.Received(at: at));
        await database.Store.Write(async session =>
        {
            var sql = ((CrmSession)session).Sql;
            await sql.ExecuteUnrecordedAsync(AddAsBefore, owed);
            await sql.ExecuteUnrecordedAsync(AddAsBefore, doubtful);
            await sql.ExecuteUnrecordedAsync("update received_activities set in_doubt_at = @ReceivedAt where activity_key = @ActivityKey", doubtful);
            await sql.ExecuteUnrecordedAsync(AddAsBefore, delivered);
            await sql.ExecuteUnrecordedAsync("update received_activities set delivered_at = @ReceivedAt where activity_key = @ActivityKey", delivered);
        });
        Assert.Equal([owed, doubtful with { InDoubtAt = at }, delivered with { IsDelivered = true }], await StoredAsync());

        Assert.Empty(await ClaimAsync(at.AddSeconds(14)));
        Assert.Equal(owed with { LeaseUntil = at.AddSeconds(45), Attempts = 2 }, Assert.Single(await ClaimAsync(at.AddSeconds(15))));
        Assert.Equal(doubtful.ActivityKey, Assert.Single(await database.Store.Read(session => session.Conversations.InDoubtOfAsync(rows.Specialist.Id))).ActivityKey);
        await database.Store.Write(session => session.Conversations.DeliveredAsync(owed.ActivityKey));

        Assert.Empty(await ClaimAsync(at.AddDays(1)));
        Assert.Equal([owed with { IsDelivered = true }, doubtful with { InDoubtAt = at }, delivered with { IsDelivered = true }], await StoredAsync());

        Task<IReadOnlyList<ReceivedActivity>> ClaimAsync(DateTimeOffset now) =>
            database.Store.Write(session => session.Conversations.ClaimUndeliveredAsync(at.AddDays(-1), now, now.AddSeconds(30), 10));

        Task<ReceivedActivity[]> StoredAsync() => database.Store.Read(async session => new[]
        {
            (await session.Conversations.ReceivedAsync(owed.ActivityKey))!, (await session.Conversations.ReceivedAsync(doubtful.ActivityKey))!,
            (await session.Conversations.ReceivedAsync(delivered.ActivityKey))!,
        });
    }

    [Fact]
    public async Task A_doubt_stays_with_its_conversation_until_the_person_is_told_of_it()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var (conversation, first, second) = (rows.Conversation(), Rows.Now, Rows.Now.AddMinutes(1));
        await database.Store.Write(async session =>
        {
            await session.Conversations.SaveAsync(conversation);
            await session.Conversations.DoubtAsync(conversation.ChannelId, conversation.ConversationId, first);
            await session.Conversations.SaveAsync(conversation with { UpdatedAt = second });
            await session.Conversations.DoubtAsync(conversation.ChannelId, conversation.ConversationId, second);
            await session.Conversations.DoubtToldAsync(conversation.ChannelId, conversation.ConversationId, first);
        });
        Assert.Equal(second, (await StoredAsync())!.InDoubtAt);
        await database.Store.Write(session => session.Conversations.DoubtToldAsync(conversation.ChannelId, conversation.ConversationId, second));
        Assert.Null((await StoredAsync())!.InDoubtAt);

        Task<StoredConversation?> StoredAsync() =>
            database.Store.Read(session => session.Conversations.ConversationAsync(conversation.ChannelId, conversation.ConversationId));
    }

    [Fact]
    public async Task What_is_past_its_time_is_forgotten()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var at = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var (received, draft, card) = (rows.Received(at: at), rows.Draft() with { ExpiresAt = at }, rows.Card(rows.Client.Id) with { SentAt = at });
        await database.Store.Write(async session =>
        {
            await session.Conversations.AddAsync(received);
            await session.Conversations.AddAsync(draft);
            await session.Conversations.SaveAsync(card);
        });
        Assert.Equal(0, await database.Store.Write(session => session.Conversations.ForgetAsync(at, at, at)));
        var later = at.AddMilliseconds(1);
        Assert.Equal(3, await database.Store.Write(session => session.Conversations.ForgetAsync(later, later, later)));
        Assert.Null(await database.Store.Read(session => session.Conversations.ReceivedAsync(received.ActivityKey)));
    }

    private async Task<List<string>> ClaimAllAsync(DateTimeOffset start)
    {
        await using var node = await database.OpenAsync(migrate: false, Migration.Embedded);
        var now = start.AddMinutes(1);
        var mine = new List<string>();
        while (await node.Write(session => session.Conversations.ClaimUndeliveredAsync(start.AddMilliseconds(-1), now, now.AddDays(1), 7)) is { Count: > 0 } some)
            mine.AddRange(some.Select(activity => activity.ActivityKey));
        return mine;
    }
}

public sealed class ClaimOnSqlite(SqliteDatabase database) : ClaimTests(database), IClassFixture<SqliteDatabase>;

public sealed class ClaimOnSqlServer(SqlServerDatabase database) : ClaimTests(database), IClassFixture<SqlServerDatabase>;
