using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Schedules;

/// <summary>What is owed for a job is each night as its facts say, and a night on which all is well changes nothing.</summary>
public abstract class ScheduleExtensionTests(TestDatabase database)
{
    [Fact]
    public async Task A_year_of_nights_changes_nothing_of_what_people_have_done_put_off_or_left()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk);
        var random = new Random(11);
        for (var day = 0; day < 365; day += 3)
        {
            desk.Later(TimeSpan.FromDays(3));
            if (random.Next(6) == 0)
                await ContactAsync(desk, random.Next(2) == 0 ? Channel.InPerson : Channel.Phone);
            var open = await OpenAsync(desk);
            if (open.Count > 0 && random.Next(8) == 0)
                await desk.FollowUps.DoneAsync(desk.Rows.Actor, open[random.Next(open.Count)].Id, DueScope.All, null, TestContext.Current.CancellationToken);
            if (open.Count > 0 && random.Next(8) == 0)
                await desk.FollowUps.SnoozeAsync(desk.Rows.Actor, open[^1].Id, desk.Today.AddDays(2), DueScope.All, null, TestContext.Current.CancellationToken);
            var before = await RowsAsync(desk);
            await RunAsync(desk);
            Assert.Equal(before, await RowsAsync(desk));
        }
    }

    [Fact]
    public async Task A_next_time_that_is_missing_is_owed_again_in_the_morning_and_once()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk);
        var monthly = (await OpenAsync(desk)).Single(row => row.StepKey == "monthly");
        await desk.WriteAsync(session => session.FollowUps.RemoveAsync(monthly.Id, monthly.Version));

        Assert.True((await RunAsync(desk)).Done >= 1);
        var again = Assert.Single(await OpenAsync(desk), row => row.StepKey == "monthly");
        Assert.Equal((monthly.DueOn, monthly.Occurrence, monthly.OwnerId), (again.DueOn, again.Occurrence, again.OwnerId));
        await RunAsync(desk);
        Assert.Single(await OpenAsync(desk), row => row.StepKey == "monthly");
    }

    [Fact]
    public async Task What_is_owed_for_a_job_that_ends_on_a_day_to_come_is_owed_until_that_day()
    {
        var desk = await Desk.OpenAsync(database);
        var start = await StartAsync(desk);
        var placement = (await desk.ReadAsync(session => session.Placements.PlacementAsync(start.Placement.Id)))!;
        await desk.WriteAsync(session => session.Placements.SaveAsync(placement with { EndsOn = desk.Today.AddDays(10), Version = 2 }, 1));
        desk.Later(TimeSpan.FromDays(9));
        await RunAsync(desk);
        Assert.NotEmpty(await OpenAsync(desk));
        desk.Later(TimeSpan.FromDays(1));
        await RunAsync(desk);
        Assert.Empty(await OpenAsync(desk));
        Assert.Contains("schedule-extended", (await desk.ReadAsync(session => session.Audit.OfAsync(placement.Id))).Select(entry => entry.Action));
    }

    private static async Task<JobResult> RunAsync(Desk desk) =>
        await desk.Extension.RunAsync(new JobRunContext(desk.Now), TestContext.Current.CancellationToken);

    private static async Task<JobStartRecorded> StartAsync(Desk desk) => (await desk.JobStarts.RecordAsync(
        desk.Rows.Actor, new RecordJobStart { ClientReference = desk.Rows.Client.Reference, EmployerId = desk.Rows.Employer.Id, StartsOn = desk.Today.AddDays(-5) }, null,
        TestContext.Current.CancellationToken)).Value!;

    private static Task ContactAsync(Desk desk, Channel way) => desk.Contacts.RecordAsync(
        desk.Rows.Actor, new Core.Clients.RecordClientContacts { References = [desk.Rows.Client.Reference], On = desk.Today, Way = way }, null, TestContext.Current.CancellationToken);

    private static Task<IReadOnlyList<FollowUp>> OpenAsync(Desk desk) => desk.ReadAsync(session => session.FollowUps.OpenStepsOfClientAsync(desk.Rows.Client.Id));

    private static async Task<IReadOnlyList<FollowUp>> RowsAsync(Desk desk)
    {
        var placement = Assert.Single(await desk.ReadAsync(session => session.Placements.OfClientAsync(desk.Rows.Client.Id)));
        return [.. (await desk.ReadAsync(session => session.FollowUps.OfPlacementAsync(placement.Id))).OrderBy(row => row.Id)];
    }
}

public sealed class ScheduleExtensionOnSqlite(SqliteDatabase database) : ScheduleExtensionTests(database), IClassFixture<SqliteDatabase>;

public sealed class ScheduleExtensionOnSqlServer(SqlServerDatabase database) : ScheduleExtensionTests(database), IClassFixture<SqlServerDatabase>;
