using EmployerCrm.Core.Conversations;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.People;

/// <summary>Who has no chat with the bot in which they can be written to.</summary>
public abstract class ReachTests(TestDatabase database)
{
    [Fact]
    public async Task Only_a_live_chat_of_their_own_makes_somebody_reachable()
    {
        var desk = await Desk.OpenAsync(database);
        var (person, colleague) = (desk.Rows.Specialist, desk.Rows.Colleague);
        var (own, group) = (desk.Rows.Conversation(), desk.Rows.Conversation() with { SpecialistId = colleague.Id, IsPersonal = false });
        await database.Store.Write(async session =>
        {
            await session.Conversations.SaveAsync(own);
            await session.Conversations.SaveAsync(group);
        });
        Assert.Equal([(colleague.Id, null, null)], await UnreachableAsync(person.TeamId));

        await database.Store.Write(async session =>
        {
            await session.Conversations.SaveAsync(own with { State = ReferenceState.Dead, DeadReason = "removed" });
            await session.Conversations.SaveAsync(group with { IsPersonal = true });
        });
        Assert.Equal([(person.Id, "removed", own.UpdatedAt)], await UnreachableAsync(person.TeamId));
        Assert.Contains((person.Id, "removed", own.UpdatedAt), await UnreachableAsync(null));
        Assert.Empty(await UnreachableAsync(database.Ids.New()));
    }

    private async Task<IEnumerable<(Guid Id, string? Reason, DateTimeOffset? Since)>> UnreachableAsync(Guid? teamId) =>
        (await database.Store.Read(session => session.Conversations.UnreachableAsync(teamId, DateOnly.FromDateTime(Rows.Now.Date))))
            .Select(row => (row.SpecialistId, row.DeadReason, row.Since));
}

public sealed class ReachOnSqlite(SqliteDatabase database) : ReachTests(database), IClassFixture<SqliteDatabase>;

public sealed class ReachOnSqlServer(SqlServerDatabase database) : ReachTests(database), IClassFixture<SqlServerDatabase>;
