using EmployerCrm.Core;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Schedules;

/// <summary>What a client's page shows of the programme and of the care team.</summary>
public abstract class MilestoneUseCaseTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Weeks_are_counted_with_the_hours_that_held_in_them()
    {
        var desk = await Desk.OpenAsync(database);
        var client = desk.Rows.Client.Reference;
        await desk.Changes.ChangeAsync(desk.Rows.Actor, new ChangeClient { ClientReference = client, Programme = "IPS in primary care" }, null, Token);
        await desk.JobStarts.RecordAsync(
            desk.Rows.Actor, new RecordJobStart { ClientReference = client, EmployerId = desk.Rows.Employer.Id, StartsOn = desk.Today.AddDays(-10 * 7), MinutesAWeek = 960 }, null, Token);
        await desk.JobChanges.ChangeAsync(desk.Rows.Actor, new ChangeJob { ClientReference = client, ChangedOn = desk.Today.AddDays(-4 * 7), MinutesAWeek = 300 }, null, Token);

        var shown = (await desk.Milestones.OfClientAsync(desk.Rows.Actor, client, Token)).Value!;

        var standing = Assert.Single(shown.Standings);
        Assert.Equal((6, null, null, false), (standing.Weeks, standing.ReachedOn, standing.SoonestOn, standing.HoursMissing));
        Assert.Equal((desk.Rows.Client.EnteredOn.AddMonths(12), false), (shown.LimitOn, shown.IsPastLimit));
        Assert.Equal(RefusalReason.NotAllowed, (await desk.Milestones.OfClientAsync(desk.Admin, client, Token)).Refusal!.Reason);
    }

    [Fact]
    public async Task What_the_care_team_was_told_and_said_is_shown_to_the_own_team_with_the_next_draft()
    {
        var desk = await Desk.OpenAsync(database);
        var client = desk.Rows.Client;
        await desk.CareTeam.ShareAsync(desk.Rows.Actor, new ShareUpdate { ClientReference = client.Reference, Text = "In work since Monday.", SharedWith = "clinical record" }, null, Token);
        await desk.CareTeam.LiaiseAsync(
            desk.Rows.Actor, new RecordLiaison { ClientReference = client.Reference, On = desk.Today, Way = Channel.Phone, WithWhom = "care coordinator", AboutWork = "Mornings suit well." }, null, Token);

        var shown = (await desk.CareTeamHistories.OfClientAsync(desk.Lead, client.Id, Token)).Value!;

        Assert.Equal("In work since Monday.", Assert.Single(shown.Updates).Text);
        Assert.Equal("Mornings suit well.", Assert.Single(shown.Liaison).AboutWork);
        Assert.Equal((client.Reference, desk.Rows.Specialist.Name), (shown.Facts.ClientReference, shown.People[shown.Updates[0].RecordedById]));
        var foreign = await Rows.StoredAsync(database.Store, database.Ids);
        Assert.Equal(RefusalReason.ClientUnknown, (await desk.CareTeamHistories.OfClientAsync(foreign.Actor, client.Id, Token)).Refusal!.Reason);
    }
}

public sealed class MilestoneUseCasesOnSqlite(SqliteDatabase database) : MilestoneUseCaseTests(database), IClassFixture<SqliteDatabase>;

public sealed class MilestoneUseCasesOnSqlServer(SqlServerDatabase database) : MilestoneUseCaseTests(database), IClassFixture<SqlServerDatabase>;
