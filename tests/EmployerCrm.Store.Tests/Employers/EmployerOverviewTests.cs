using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Employers;

/// <summary>What a person reads about an employer: from every team, but what is owed from their own.</summary>
public abstract class EmployerOverviewTests(TestDatabase database)
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public async Task Colleagues_of_every_team_stand_with_their_contacts_the_latest_first()
    {
        var (rows, elsewhere) = (await Rows.StoredAsync(database.Store, database.Ids), await Rows.StoredAsync(database.Store, database.Ids));
        await database.Store.Write(async session =>
        {
            await session.Employers.CountActivityAsync(rows.Employer.Id, rows.Specialist.Id, Today.AddDays(-9), inPerson: true);
            await session.Employers.CountActivityAsync(rows.Employer.Id, rows.Specialist.Id, Today.AddDays(-8), inPerson: false);
            await session.Employers.CountActivityAsync(rows.Employer.Id, elsewhere.Specialist.Id, Today.AddDays(-2), inPerson: true);
        });

        var overview = await OverviewAsync(rows, rows.Team.Id);

        Assert.Equal(rows.Employer, overview.Employer);
        Assert.Equal([rows.Contact], overview.People);
        Assert.Equal(
            [(elsewhere.Specialist.Id, "Alex Wilber", elsewhere.Team.Id, "Leeds North", 1, Today.AddDays(-2)), (rows.Specialist.Id, "Alex Wilber", rows.Team.Id, "Leeds North", 2, Today.AddDays(-8))],
            overview.KnownBy.Select(colleague => (colleague.SpecialistId, colleague.Name, colleague.TeamId, colleague.TeamName, colleague.Contacts, colleague.LastOn)));
    }

    [Fact]
    public async Task A_colleague_who_left_is_told_with_the_day()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var left = rows.Person("Cai", Role.Specialist) with { LeftOn = Today.AddDays(-30) };
        await database.Store.Write(async session =>
        {
            await session.People.AddAsync(left);
            await session.Employers.CountActivityAsync(rows.Employer.Id, left.Id, Today.AddDays(-40), inPerson: true);
        });

        Assert.Equal(left.LeftOn, Assert.Single((await OverviewAsync(rows, rows.Team.Id)).KnownBy).LeftOn);
    }

    [Fact]
    public async Task The_last_contact_has_happened_and_the_next_one_is_planned_and_still_to_come()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        await database.Store.Write(async session =>
        {
            await session.Visits.AddAsync(rows.Visit(Today.AddDays(-3)) with { At = new TimeOnly(9, 0), SpecialistId = rows.Colleague.Id });
            await session.Visits.AddAsync(rows.Visit(Today.AddDays(-3)) with { At = new TimeOnly(16, 0), Channel = Channel.Phone });
            await session.Visits.AddAsync(rows.Visit(Today.AddDays(-8)));
            await session.Visits.AddAsync(Planned(rows, Today.AddDays(-1)));
            await session.Visits.AddAsync(Planned(rows, Today.AddDays(6)));
            await session.Visits.AddAsync(Planned(rows, Today) with { At = new TimeOnly(17, 30), SpecialistId = rows.Colleague.Id });
        });

        var overview = await OverviewAsync(rows, rows.Team.Id);

        Assert.Equal(
            new EmployerContactMade { SpecialistId = rows.Specialist.Id, SpecialistName = "Alex Wilber", Channel = Channel.Phone, On = Today.AddDays(-3), At = new TimeOnly(16, 0) },
            overview.Last);
        Assert.Equal((rows.Colleague.Id, Today, new TimeOnly(17, 30)), (overview.NextPlanned!.SpecialistId, overview.NextPlanned.On, overview.NextPlanned.At!.Value));
    }

    [Fact]
    public async Task What_is_owed_is_open_and_of_the_team_that_asks_the_earliest_first()
    {
        var (rows, elsewhere) = (await Rows.StoredAsync(database.Store, database.Ids), await Rows.StoredAsync(database.Store, database.Ids));
        await database.Store.Write(async session =>
        {
            await session.FollowUps.AddAsync(rows.FollowUp() with { Title = "undated" });
            await session.FollowUps.AddAsync(rows.FollowUp(Today.AddDays(3)) with { Title = "later", OwnerId = rows.Colleague.Id });
            await session.FollowUps.AddAsync(rows.FollowUp(Today.AddDays(-1)) with { Title = "overdue" });
            await session.FollowUps.AddAsync(rows.FollowUp(Today) with { Title = "done", State = FollowUpState.Done });
            await session.FollowUps.AddAsync(elsewhere.FollowUp(Today) with { Title = "of the other team", EmployerId = rows.Employer.Id });
        });

        Assert.Equal(["overdue", "later", "undated"], (await OverviewAsync(rows, rows.Team.Id)).Owed.Select(owed => owed.Title));
        Assert.Equal(["Alex Wilber", "Bronwen Ifans", "Alex Wilber"], (await OverviewAsync(rows, rows.Team.Id)).Owed.Select(owed => owed.OwnerName));
        Assert.Equal(["of the other team"], (await OverviewAsync(rows, elsewhere.Team.Id)).Owed.Select(owed => owed.Title));
        Assert.Empty((await OverviewAsync(rows, null)).Owed);
    }

    [Fact]
    public async Task An_employer_that_nobody_has_met_has_an_empty_overview_and_one_that_is_not_there_has_none()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var overview = await OverviewAsync(rows, rows.Team.Id);

        Assert.Empty(overview.KnownBy);
        Assert.Null(overview.Last);
        Assert.Null(overview.NextPlanned);
        Assert.Null(await database.Store.Read(session => session.Employers.OverviewAsync(database.Ids.New(), rows.Team.Id, Today)));
    }

    private static Visit Planned(Rows rows, DateOnly on) => rows.Visit(on) with { State = VisitState.Planned };

    private async Task<EmployerOverview> OverviewAsync(Rows rows, Guid? teamId) =>
        (await database.Store.Read(session => session.Employers.OverviewAsync(rows.Employer.Id, teamId, Today)))!;
}

public sealed class EmployerOverviewOnSqlite(SqliteDatabase database) : EmployerOverviewTests(database), IClassFixture<SqliteDatabase>;

public sealed class EmployerOverviewOnSqlServer(SqlServerDatabase database) : EmployerOverviewTests(database), IClassFixture<SqlServerDatabase>;
