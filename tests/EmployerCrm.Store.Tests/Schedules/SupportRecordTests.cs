using EmployerCrm.Core;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Schedules;

/// <summary>What in-work support keeps comes back as it was stored, and the keys hold.</summary>
public abstract class SupportRecordTests(TestDatabase database)
{
    private static readonly DateOnly Day = new(2028, 2, 29);

    [Fact]
    public async Task Jobs_their_changes_and_steps_come_back_as_stored()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var placement = rows.WholePlacement(Day);
        var (change, step) = (rows.Change(placement.Id, Day), rows.Step(placement.Id, Day));
        var comment = rows.Comment(step.Id);
        await database.Store.Write(async session =>
        {
            await session.Placements.AddAsync(placement);
            await session.Placements.AddAsync(change);
            await session.FollowUps.AddAsync(step);
            await session.FollowUps.AddAsync(comment);
        });
        await database.Store.Read(async session =>
        {
            Assert.Equal(placement, await session.Placements.PlacementAsync(placement.Id));
            Assert.Equal([change], await session.Placements.ChangesAsync(placement.Id));
            Assert.Equal([step], await session.FollowUps.OfPlacementAsync(placement.Id));
            Assert.Equal([step], await session.FollowUps.OpenStepsOfClientAsync(rows.Client.Id));
            Assert.Equal([comment], await session.FollowUps.CommentsAsync(step.Id));
            Assert.Equal([step.Id], (await session.FollowUps.DueOfTeamAsync(rows.Team.Id, Day)).Select(item => item.Id));
            return true;
        });
        var saved = placement with { Permanent = null, PreferencesMet = true, TemplateId = null, MinutesAWeek = null, Version = 2 };
        Assert.True(await database.Store.Write(session => session.Placements.SaveAsync(saved, 1)));
        Assert.Equal(saved, await database.Store.Read(session => session.Placements.PlacementAsync(placement.Id)));
    }

    [Fact]
    public async Task The_same_time_of_a_step_is_not_kept_twice()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var placement = rows.Placement();
        await database.Store.Write(session => session.Placements.AddAsync(placement));
        await database.Store.Write(session => session.FollowUps.AddAsync(rows.Step(placement.Id, Day)));
        await database.Store.Write(session => session.FollowUps.AddAsync(rows.Step(placement.Id, Day, occurrence: 2)));
        await Assert.ThrowsAsync<DuplicateKeyException>(() => database.Store.Write(session => session.FollowUps.AddAsync(rows.Step(placement.Id, Day))));
    }

    [Fact]
    public async Task Permissions_come_back_as_stored_and_one_holds_at_a_time()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var (ended, holding) = (rows.Permission(Day), rows.Permission(Day) with { EndedOn = null, EndedAs = null, EndedById = null, ConsentGiven = null, NotACondition = null });
        await database.Store.Write(session => session.Disclosure.AddAsync(ended));
        Assert.Null(await database.Store.Read(session => session.Disclosure.HoldingAsync(rows.Client.Id, rows.Employer.Id)));
        await database.Store.Write(session => session.Disclosure.AddAsync(holding));
        Assert.Equal(holding, await database.Store.Read(session => session.Disclosure.HoldingAsync(rows.Client.Id, rows.Employer.Id)));
        Assert.Equal(ended, await database.Store.Read(session => session.Disclosure.PermissionAsync(ended.Id)));
        await Assert.ThrowsAsync<DuplicateKeyException>(() => database.Store.Write(session => session.Disclosure.AddAsync(holding with { Id = database.Ids.New() })));

        var revoked = holding with { EndedOn = Day.AddDays(3), EndedAs = PermissionEnd.Revoked, EndedById = rows.Colleague.Id, Version = 2 };
        Assert.True(await database.Store.Write(session => session.Disclosure.SaveAsync(revoked, 1)));
        Assert.Equal(2, (await database.Store.Read(session => session.Disclosure.OfClientAsync(rows.Client.Id))).Count);
        Assert.Null(await database.Store.Read(session => session.Disclosure.HoldingAsync(rows.Client.Id, rows.Employer.Id)));
    }

    [Fact]
    public async Task Schedules_and_the_care_teams_part_come_back_as_stored()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var (first, second) = (rows.Schedule("IPS"), rows.Schedule("IPS", 2));
        var (update, liaison) = (rows.Update(Day), rows.Liaison(Day) with { AboutWork = null });
        await database.Store.Write(async session =>
        {
            await session.Schedules.AddAsync(first);
            await session.Schedules.AddAsync(second);
            await session.CareTeam.AddAsync(update);
            await session.CareTeam.AddAsync(liaison);
        });
        await Assert.ThrowsAsync<DuplicateKeyException>(() => database.Store.Write(session => session.Schedules.AddAsync(rows.Schedule("IPS", 2))));
        await database.Store.Read(async session =>
        {
            Assert.Equal(second, await session.Schedules.LatestAsync(rows.Team.Id, "IPS"));
            Assert.Equal(first, await session.Schedules.ScheduleAsync(first.Id));
            Assert.Equal(ScheduleTemplate.Ips.Steps, ScheduleJson.Read(first.Steps));
            Assert.Equal([update], await session.CareTeam.UpdatesAsync(rows.Client.Id));
            Assert.Equal([liaison], await session.CareTeam.LiaisonAsync(rows.Client.Id));
            return true;
        });
    }
}

public sealed class SupportRecordsOnSqlite(SqliteDatabase database) : SupportRecordTests(database), IClassFixture<SqliteDatabase>;

public sealed class SupportRecordsOnSqlServer(SqlServerDatabase database) : SupportRecordTests(database), IClassFixture<SqlServerDatabase>;
