using EmployerCrm.Core.People;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.People;

/// <summary>Settings and leave come back as stored, are the usual where nothing is, and are seen by every process.</summary>
public abstract class SettingsRecordTests(TestDatabase database)
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Fact]
    public async Task Settings_come_back_as_stored_and_are_the_usual_for_who_chose_nothing()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var settings = Chosen(rows.Specialist.Id);
        Assert.Equal(PersonSettings.UsualOf(rows.Specialist.Id), await database.Store.Read(session => session.Settings.OfAsync(rows.Specialist.Id)));
        Assert.True(await database.Store.Write(session => session.Settings.SaveAsync(settings, 0)));

        Assert.Equal(settings, await database.Store.Read(session => session.Settings.OfAsync(rows.Specialist.Id)));
        var both = await database.Store.Read(session => session.Settings.OfAsync([rows.Specialist.Id, rows.Colleague.Id]));
        Assert.Equal((settings, PersonSettings.UsualOf(rows.Colleague.Id)), (both[rows.Specialist.Id], both[rows.Colleague.Id]));
    }

    [Fact]
    public async Task A_version_that_moved_on_is_not_overwritten()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var settings = Chosen(rows.Specialist.Id);
        await database.Store.Write(session => session.Settings.SaveAsync(settings, 0));
        Assert.False(await database.Store.Write(session => session.Settings.SaveAsync(settings, 0)));
        Assert.True(await database.Store.Write(session => session.Settings.SaveAsync(settings with { Language = null, Version = 2 }, 1)));
        Assert.False(await database.Store.Write(session => session.Settings.SaveAsync(settings with { Version = 2 }, 1)));
        Assert.Null((await database.Store.Read(session => session.Settings.OfAsync(rows.Specialist.Id))).Language);
    }

    [Fact]
    public async Task What_another_process_chose_is_seen_at_the_next_read()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        Assert.Null((await database.Store.Read(session => session.Settings.OfAsync(rows.Specialist.Id))).Language);
        await using (var other = await database.OpenAsync())
            await other.Write(session => session.Settings.SaveAsync(Chosen(rows.Specialist.Id), 0));
        Assert.Equal("cy", (await database.Store.Read(session => session.Settings.OfAsync(rows.Specialist.Id))).Language);
    }

    [Fact]
    public async Task Leave_is_found_by_person_by_team_by_cover_and_by_its_days()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var leave = new Leave { Id = database.Ids.New(), SpecialistId = rows.Specialist.Id, From = Day, To = Day.AddDays(3), CoverId = rows.Colleague.Id };
        await database.Store.Write(session => session.Settings.AddAsync(leave));
        await database.Store.Read(async session =>
        {
            Assert.Equal(leave, await session.Settings.LeaveAsync(leave.Id));
            Assert.Equal([leave], await session.Settings.LeaveAsync(rows.Specialist.Id, Day.AddDays(3)));
            Assert.Empty(await session.Settings.LeaveAsync(rows.Specialist.Id, Day.AddDays(4)));
            Assert.Equal([leave], await session.Settings.LeaveAsync([rows.Colleague.Id, rows.Specialist.Id], Day.AddDays(-9), Day));
            Assert.Empty(await session.Settings.LeaveAsync([rows.Specialist.Id], Day.AddDays(-9), Day.AddDays(-1)));
            Assert.Equal([leave], await session.Settings.LeaveOfTeamAsync(rows.Team.Id, Day.AddDays(3), Day.AddDays(9)));
            Assert.Empty(await session.Settings.LeaveOfTeamAsync(database.Ids.New(), Day, Day));
            Assert.Equal([leave], await session.Settings.CoveredByAsync(rows.Colleague.Id, Day, Day));
            return true;
        });
        Assert.True(await database.Store.Write(session => session.Settings.SaveAsync(leave with { CoverId = null, Version = 2 }, 1)));
        Assert.False(await database.Store.Write(session => session.Settings.RemoveLeaveAsync(leave.Id, 1)));
        Assert.True(await database.Store.Write(session => session.Settings.RemoveLeaveAsync(leave.Id, 2)));
    }

    private static PersonSettings Chosen(Guid id) => new()
    {
        SpecialistId = id, DigestAt = new TimeOnly(9, 5), TimeZone = "Europe/Paris", WorkingDays = WorkingDays.Monday | WorkingDays.Thursday, QuietFrom = new TimeOnly(17, 0),
        QuietUntil = new TimeOnly(8, 45), Language = "cy", CountOnCards = false, WrapUp = false, AllClear = true, LeadSummary = false, DigestAskedAt = Rows.Now, Version = 1,
    };
}

public sealed class SettingsRecordsOnSqlite(SqliteDatabase database) : SettingsRecordTests(database), IClassFixture<SqliteDatabase>;

public sealed class SettingsRecordsOnSqlServer(SqlServerDatabase database) : SettingsRecordTests(database), IClassFixture<SqlServerDatabase>;
