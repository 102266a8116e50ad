using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Employers;

/// <summary>What of an employer is for everybody, and what stays with the team that looks after it.</summary>
public abstract class EmployerShownTests(TestDatabase database)
{
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

public sealed class EmployerShownOnSqlite(SqliteDatabase database) : EmployerShownTests(database), IClassFixture<SqliteDatabase>;

public sealed class EmployerShownOnSqlServer(SqlServerDatabase database) : EmployerShownTests(database), IClassFixture<SqlServerDatabase>;
