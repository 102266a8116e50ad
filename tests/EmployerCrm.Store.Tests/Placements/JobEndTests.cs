using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Undo;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Placements;

/// <summary>Jobs begin and end on their days, and the client is what the days say.</summary>
public abstract class JobEndTests(TestDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task The_end_of_the_only_job_begins_the_next_search_and_undo_takes_it_back()
    {
        var desk = await Desk.OpenAsync(database);
        var start = await StartAsync(desk, desk.Rows.Employer.Id, -30);
        Assert.True(start.NowInWork);

        desk.Later(TimeSpan.FromMinutes(1));
        var end = await EndAsync(desk, End(desk) with { Reason = JobEndReason.MovedOnToBetter });

        Assert.Equal((start.Placement.Id, desk.Today, JobEndReason.MovedOnToBetter), (end.Ended!.Id, end.Ended.EndsOn, end.Ended.EndReason));
        Assert.Equal((ClientStatus.JobSearch, 1), (end.Standing, await SeekersAsync(desk)));
        var entry = (await database.Store.Read(session => session.Audit.OfAsync(start.Placement.Id)))[^1];
        Assert.Equal("job-end-recorded", entry.Action);
        Assert.Equal(["end-reason", "ends-on"], (await database.Store.Read(session => session.Audit.ValuesAsync(entry.Id))).Select(value => value.Field));

        Assert.Equal(RefusalReason.ChangedMeanwhile, (await desk.TryUndoAsync(start.UndoId)).Refusal!.Reason);
        var undone = await desk.UndoAsync(null);
        Assert.Equal((UndoKind.JobEnded, "Friday's Café", desk.Rows.Client.Reference), (undone.Kind, undone.EmployerName, undone.ClientReference));
        Assert.Equal((null, 0), ((await JobsAsync(desk))[0].EndsOn, await SeekersAsync(desk)));
        await desk.UndoAsync(start.UndoId);
        Assert.Empty(await JobsAsync(desk));
        Assert.Equal(1, await SeekersAsync(desk));
    }

    [Fact]
    public async Task With_two_jobs_the_person_chooses_and_stays_in_work_in_the_other()
    {
        var desk = await Desk.OpenAsync(database);
        var other = desk.Rows.EmployerNamed("Big Ted's");
        await database.Store.Write(session => session.Employers.AddAsync(other));
        await StartAsync(desk, desk.Rows.Employer.Id, -30);
        var second = await StartAsync(desk, other.Id, -5);
        Assert.False(second.NowInWork);

        var asked = await EndAsync(desk, End(desk));
        Assert.Null(asked.Ended);
        Assert.Equal(["Big Ted's", "Friday's Café"], asked.Choices.Select(job => job.EmployerName));
        Assert.All(await JobsAsync(desk), job => Assert.Null(job.EndsOn));

        var byEmployer = await EndAsync(desk, End(desk) with { EmployerId = other.Id });
        Assert.Equal(("Big Ted's", ClientStatus.InWork), (byEmployer.Ended!.EmployerName, byEmployer.Standing));
        var last = await EndAsync(desk, End(desk));
        Assert.Equal(("Friday's Café", ClientStatus.JobSearch), (last.Ended!.EmployerName, last.Standing));
    }

    [Fact]
    public async Task Two_jobs_at_one_employer_are_told_apart_by_the_job()
    {
        var desk = await Desk.OpenAsync(database);
        var first = await StartAsync(desk, desk.Rows.Employer.Id, -30);
        await StartAsync(desk, desk.Rows.Employer.Id, -5);

        Assert.Equal(2, (await EndAsync(desk, End(desk) with { EmployerId = desk.Rows.Employer.Id })).Choices.Count);
        Assert.Equal(first.Placement.Id, (await EndAsync(desk, End(desk) with { PlacementId = first.Placement.Id })).Ended!.Id);
    }

    [Fact]
    public async Task The_same_end_again_comes_back_as_recorded_and_another_day_finds_no_job()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, desk.Rows.Employer.Id, -30);
        await EndAsync(desk, End(desk) with { Reason = JobEndReason.ContractEnded });

        var again = await EndAsync(desk, End(desk));
        Assert.Equal((null, JobEndReason.ContractEnded), (again.UndoId, again.Ended!.EndReason));
        desk.Later(TimeSpan.FromDays(1));
        Assert.Equal(RefusalReason.NoJobToEnd, await RefusedAsync(desk, End(desk)));
    }

    [Fact]
    public async Task A_start_to_come_puts_nobody_in_work_before_its_day_and_may_fall_through()
    {
        var desk = await Desk.OpenAsync(database);
        var start = await StartAsync(desk, desk.Rows.Employer.Id, 5);

        Assert.False(start.NowInWork);
        Assert.Equal(1, await SeekersAsync(desk));
        Assert.Equal(0, await SeekersAsync(desk, 5));
        var end = await EndAsync(desk, End(desk));
        Assert.Equal((start.Placement.StartsOn, JobEndReason.DidNotStart), (end.Ended!.EndsOn, end.Ended.EndReason));
        Assert.Equal(1, await SeekersAsync(desk, 5));
    }

    [Fact]
    public async Task Notice_for_a_later_day_leaves_the_client_in_work_until_then()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, desk.Rows.Employer.Id, -30);

        var end = await EndAsync(desk, End(desk) with { EndedOn = desk.Today.AddDays(7) });

        Assert.Equal((ClientStatus.InWork, 0, 1), (end.Standing, await SeekersAsync(desk, 6), await SeekersAsync(desk, 7)));
    }

    [Fact]
    public async Task Somebody_stepped_down_is_supported_again_when_a_job_begins_or_the_last_one_ends()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, desk.Rows.Employer.Id, -400);
        await StatusAsync(desk, ClientStatus.JobSearch, ClientStatus.SteppedDown);

        var end = await EndAsync(desk, End(desk));
        Assert.Equal(ClientStatus.JobSearch, end.Standing);
        await desk.UndoAsync(end.UndoId);
        Assert.Equal(ClientStatus.SteppedDown, (await ClientAsync(desk)).Status);

        desk.Later(TimeSpan.FromMinutes(1));
        var start = await StartAsync(desk, desk.Rows.Employer.Id, 0);
        Assert.Equal((true, ClientStatus.InWork), (start.NowInWork, (await ClientAsync(desk)).Status));
        await desk.UndoAsync(start.UndoId);
        Assert.Equal(ClientStatus.SteppedDown, (await ClientAsync(desk)).Status);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_changes()
    {
        var desk = await Desk.OpenAsync(database);
        var foreign = await Rows.StoredAsync(database.Store, database.Ids);
        await StartAsync(desk, desk.Rows.Employer.Id, -30);

        Assert.Equal(RefusalReason.EndBeforeStart, await RefusedAsync(desk, End(desk) with { EndedOn = desk.Today.AddDays(-31) }));
        Assert.Equal(RefusalReason.TooLongAgo, await RefusedAsync(desk, End(desk) with { EndedOn = desk.Today.AddDays(-731) }));
        Assert.Equal(RefusalReason.ClientUnknown, await RefusedAsync(desk, End(desk) with { ClientReference = foreign.Client.Reference }));
        Assert.Equal(RefusalReason.NoJobToEnd, await RefusedAsync(desk, End(desk) with { EmployerId = foreign.Employer.Id }));
        Assert.Equal(RefusalReason.NoJobToEnd, await RefusedAsync(desk, End(desk) with { PlacementId = database.Ids.New() }));
        Assert.Equal(RefusalReason.LineFinished, await RefusedAsync(desk, End(desk) with { DraftId = database.Ids.New() }));
        Assert.Equal(RefusalReason.NotAllowed, await RefusedAsync(desk, End(desk), desk.Admin));
        Assert.Null(Assert.Single(await JobsAsync(desk)).EndsOn);
    }

    [Fact]
    public async Task A_closed_client_starts_no_job()
    {
        var desk = await Desk.OpenAsync(database);
        await StatusAsync(desk, ClientStatus.JobSearch, ClientStatus.Closed);

        var refusal = (await desk.JobStarts.RecordAsync(desk.Rows.Actor, Start(desk, desk.Rows.Employer.Id, 0), null, None)).Refusal;
        Assert.Equal(RefusalReason.ClientClosed, refusal!.Reason);
    }

    [Fact]
    public async Task The_count_of_job_seekers_is_what_their_standing_says()
    {
        var desk = await Desk.OpenAsync(database);
        var random = new Random(5);
        var standings = new List<(ClientStatus Status, List<JobSpan> Jobs)>();
        await database.Store.Write(async session =>
        {
            for (var number = 0; number < 60; number++)
            {
                var status = (ClientStatus)random.Next(4);
                var client = desk.Rows.Client with { Id = database.Ids.New(), Reference = $"{number}{desk.Rows.Client.Reference}", Status = status };
                await session.Clients.AddAsync(client, []);
                var jobs = new List<JobSpan>();
                for (var job = random.Next(3); job > 0; job--)
                {
                    var startsOn = desk.Today.AddDays(random.Next(-4, 5) * 2 + job);
                    var span = new JobSpan(startsOn, random.Next(2) == 0 ? null : startsOn.AddDays(random.Next(5)));
                    await session.Placements.AddAsync(desk.Rows.Placement(startsOn) with { Id = database.Ids.New(), ClientId = client.Id, EndsOn = span.EndsOn });
                    jobs.Add(span);
                }

                standings.Add((status, jobs));
            }
        });

        for (var days = -10; days <= 14; days++)
        {
            var day = desk.Today.AddDays(days);
            var expected = 1 + standings.Count(client => ClientStanding.Of(client.Status, client.Jobs, day) == ClientStatus.JobSearch);
            Assert.Equal(expected, await SeekersAsync(desk, days));
        }
    }

    private static RecordJobStart Start(Desk desk, Guid employerId, int days) =>
        new() { ClientReference = desk.Rows.Client.Reference, EmployerId = employerId, StartsOn = desk.Today.AddDays(days) };

    private static RecordJobEnd End(Desk desk) => new() { ClientReference = desk.Rows.Client.Reference, EndedOn = desk.Today };

    private static async Task<JobStartRecorded> StartAsync(Desk desk, Guid employerId, int days)
    {
        var outcome = await desk.JobStarts.RecordAsync(desk.Rows.Actor, Start(desk, employerId, days), null, None);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private static async Task<JobEndRecorded> EndAsync(Desk desk, RecordJobEnd end)
    {
        var outcome = await desk.JobEnds.RecordAsync(desk.Rows.Actor, end, null, None);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private static async Task<RefusalReason?> RefusedAsync(Desk desk, RecordJobEnd end, Actor? actor = null) =>
        (await desk.JobEnds.RecordAsync(actor ?? desk.Rows.Actor, end, null, None)).Refusal?.Reason;

    private Task<int> SeekersAsync(Desk desk, int days = 0) =>
        database.Store.Read(session => session.Clients.JobSeekersOfOwnerAsync(desk.Rows.Specialist.Id, desk.Today.AddDays(days)));

    private async Task<Client> ClientAsync(Desk desk) => (await database.Store.Read(session => session.Clients.ClientAsync(desk.Rows.Client.Id)))!;

    private Task<IReadOnlyList<PlacementSummary>> JobsAsync(Desk desk) => database.Store.Read(session => session.Placements.OfClientAsync(desk.Rows.Client.Id));

    private Task StatusAsync(Desk desk, ClientStatus from, ClientStatus to) =>
        database.Store.Write(session => session.Clients.ChangeStatusAsync(desk.Rows.Client.Id, from, to));
}

public sealed class JobEndsOnSqlite(SqliteDatabase database) : JobEndTests(database), IClassFixture<SqliteDatabase>;

public sealed class JobEndsOnSqlServer(SqlServerDatabase database) : JobEndTests(database), IClassFixture<SqlServerDatabase>;
