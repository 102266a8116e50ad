using EmployerCrm.Core;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Employers;

/// <summary>Who lies in a town or postcode district, with who was there last and who will be.</summary>
public abstract class NearEmployerTests(TestDatabase database)
{
    [Theory]
    [InlineData("Hawkshead", "Hawkshead")]
    [InlineData("hawksead", "Hawkshead")]
    [InlineData("ZE9", "ZE9")]
    [InlineData("ze9 1ab", "ZE9")]
    public async Task A_place_is_understood_by_town_or_postcode(string typed, string place)
    {
        var desk = await Desk.OpenAsync(database);
        var there = desk.Rows.EmployerNamed("Sawrey Stores") with { Town = "Hawkshead", Postcode = "ZE9 2XY" };
        await desk.WriteAsync(session => session.Employers.AddAsync(there));
        var shown = (await desk.NearEmployers.OfAsync(desk.Rows.Actor, typed, null, Cancel)).Value!;
        Assert.Equal(place, shown.Place);
        Assert.Contains(there.Id, shown.Employers.Select(employer => employer.Id));
        await desk.WriteAsync(session => session.Employers.SaveAsync(there with { Town = null, Postcode = null, Version = 2 }, 1));
    }

    [Fact]
    public async Task Each_is_told_with_its_last_contact_plans_and_whether_to_stay_away_and_archived_ones_are_left_out()
    {
        var (desk, other) = (await Desk.OpenAsync(database), await Desk.OpenAsync(database));
        var shop = desk.Rows.EmployerNamed("Quernmore Shop") with { Town = "Quernmore", DoNotApproachSince = desk.Today };
        var gone = desk.Rows.EmployerNamed("Quernmore Inn") with { Town = "Quernmore", ArchivedOn = desk.Today };
        await desk.WriteAsync(async session =>
        {
            await session.Employers.AddAsync(shop);
            await session.Employers.AddAsync(gone);
            await session.Employers.CountActivityAsync(shop.Id, other.Rows.Specialist.Id, desk.Today.AddDays(-9), inPerson: true);
            await session.Employers.CountActivityAsync(shop.Id, desk.Rows.Specialist.Id, desk.Today.AddDays(-3), inPerson: false);
            await session.Visits.AddAsync(other.Rows.Visit(desk.Today.AddDays(4)) with { EmployerId = shop.Id, State = VisitState.Planned });
        });
        var shown = (await desk.NearEmployers.OfAsync(other.Rows.Actor, "quernmore", null, Cancel)).Value!;
        var only = Assert.Single(shown.Employers);
        Assert.Equal(("Quernmore Shop", 1, desk.Today, 2), (only.Name, only.Level, only.DoNotApproachSince, shown.Total));
        Assert.Equal((desk.Rows.Specialist.Id, desk.Today.AddDays(-3)), (only.Last!.SpecialistId, only.Last.On));
        Assert.Equal((other.Rows.Specialist.Id, desk.Today.AddDays(4)), (Assert.Single(only.Plans).SpecialistId, only.Plans[0].On));
    }

    [Theory]
    [InlineData("Nowhereville")]
    [InlineData("ZE3")]
    [InlineData("")]
    [InlineData("&&&")]
    public async Task A_place_without_employers_is_refused(string typed)
    {
        var desk = await Desk.OpenAsync(database);
        Assert.Equal(RefusalReason.NotFound, (await desk.NearEmployers.OfAsync(desk.Rows.Actor, typed, null, Cancel)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotFound, (await desk.NearEmployers.OfAsync(desk.Rows.Actor, new string('x', 10_000), null, Cancel)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.NearEmployers.OfAsync(desk.Admin, typed, null, Cancel)).Refusal!.Reason);
    }

    [Fact]
    public async Task An_employer_is_shown_to_another_team_without_needs_and_without_how_its_people_are_reached()
    {
        var (desk, other) = (await Desk.OpenAsync(database), await Desk.OpenAsync(database));
        var whole = desk.Rows.WholeEmployer("Zeugma Works");
        var bev = desk.Rows.WholeContact("Bev") with { EmployerId = whole.Id };
        var (mine, theirs) = (desk.Rows.Opening(desk.Today) with { EmployerId = whole.Id, SaidById = null }, other.Rows.Opening(desk.Today) with { EmployerId = whole.Id, SaidById = null });
        await desk.WriteAsync(async session =>
        {
            await session.Employers.AddAsync(whole);
            await session.Employers.AddAsync(bev);
            await session.Openings.AddAsync(mine);
            await session.Openings.AddAsync(theirs);
        });
        var own = (await desk.Overviews.ShowAsync(desk.Rows.Actor, whole.Id, null, Cancel)).Value!;
        var foreign = (await desk.Overviews.ShowAsync(other.Rows.Actor, whole.Id, null, Cancel)).Value!;
        Assert.Equal((whole, bev, true, 1, mine.Id), (own.Overview.Employer, own.Overview.People[0], own.IsOwnTeams, own.Level, Assert.Single(own.Openings).Id));
        Assert.Equal((null, null, false, theirs.Id), (foreign.Overview.Employer.Needs, foreign.Overview.People[0].Phone, foreign.IsOwnTeams, Assert.Single(foreign.Openings).Id));
        Assert.Equal(whole.DoNotApproachSince, foreign.Overview.Employer.DoNotApproachSince);
        Assert.Empty((await desk.Overviews.ShowAsync(desk.Admin, whole.Id, null, Cancel)).Value!.Openings);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}

public sealed class NearEmployerOnSqlite(SqliteDatabase database) : NearEmployerTests(database), IClassFixture<SqliteDatabase>;

public sealed class NearEmployerOnSqlServer(SqlServerDatabase database) : NearEmployerTests(database), IClassFixture<SqlServerDatabase>;
