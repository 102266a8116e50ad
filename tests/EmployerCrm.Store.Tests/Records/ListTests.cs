using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Records;

/// <summary>The lists a person sees: what is in them and in which order.</summary>
public abstract class ListTests(TestDatabase database)
{
    private static readonly DateOnly Day = new(2026, 11, 17);

    [Fact]
    public async Task Owed_follow_ups_come_earliest_first_and_those_without_a_date_last()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var undated = rows.FollowUp();
        var later = rows.FollowUp(Day.AddDays(2));
        var second = rows.FollowUp(Day) with { CreatedAt = Rows.Now.AddMinutes(1) };
        var first = rows.FollowUp(Day);
        var done = rows.FollowUp(Day) with { State = FollowUpState.Done };
        var colleagues = rows.FollowUp(Day) with { OwnerId = rows.Colleague.Id };
        await database.Store.Write(async session =>
        {
            foreach (var followUp in new[] { undated, later, second, first, done, colleagues })
                await session.FollowUps.AddAsync(followUp);
        });
        Assert.Equal([first.Id, second.Id, later.Id, undated.Id], await OwedAsync(rows, upTo: null));
        Assert.Equal([first.Id, second.Id], await OwedAsync(rows, upTo: Day));
        Assert.Empty(await OwedAsync(rows, upTo: Day.AddDays(-1)));
    }

    [Fact]
    public async Task Of_one_day_what_has_a_time_comes_first_by_its_time()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var untimed = rows.FollowUp(Day);
        var (noon, early) = (rows.FollowUp(Day) with { DueAt = new TimeOnly(12, 0) }, rows.FollowUp(Day) with { DueAt = new TimeOnly(8, 30), EmployerId = null });
        var next = rows.FollowUp(Day.AddDays(1)) with { DueAt = new TimeOnly(7, 0) };
        await database.Store.Write(async session =>
        {
            foreach (var followUp in new[] { untimed, next, noon, early })
                await session.FollowUps.AddAsync(followUp);
        });
        Assert.Equal([early.Id, noon.Id, untimed.Id, next.Id], await OwedAsync(rows, upTo: null));
        Assert.Equal([early.Id, noon.Id, untimed.Id], await OwedAsync(rows, upTo: Day));
    }

    [Fact]
    public async Task A_specialists_visits_come_in_time_order_with_names_and_those_without_a_time_last_of_their_day()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var untimed = rows.Visit(Day) with { At = null, ContactId = null, ClientId = null };
        var (late, early) = (rows.Visit(Day) with { At = new TimeOnly(23, 59, 59) }, rows.Visit(Day) with { At = TimeOnly.MinValue });
        var (last, outside, planned) = (rows.Visit(Day.AddDays(6)), rows.Visit(Day.AddDays(7)), rows.Visit(Day.AddDays(5)) with { State = VisitState.Planned });
        var cancelled = rows.Visit(Day.AddDays(4)) with { State = VisitState.Cancelled };
        await database.Store.Write(async session =>
        {
            foreach (var visit in new[] { untimed, last, late, outside, planned, cancelled, early, rows.Visit(Day) with { SpecialistId = rows.Colleague.Id } })
                await session.Visits.AddAsync(visit);
        });
        var week = await database.Store.Read(session => session.Visits.OfSpecialistAsync(rows.Specialist.Id, Day, Day.AddDays(6)));
        Assert.Equal([early.Id, late.Id, untimed.Id, planned.Id, last.Id], week.Select(visit => visit.Id));
        Assert.Equal(("Friday's Café", "Siân O'Brien", rows.Client.Reference, TimeOnly.MinValue), (week[0].EmployerName, week[0].ContactName, week[0].ClientReference, week[0].At!.Value));
        Assert.Equal((null, null, null), (week[2].ContactName, week[2].ClientReference, week[2].At));
    }

    [Fact]
    public async Task Contacts_before_are_those_of_everybody_that_reached_somebody_up_to_the_day()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var itself = rows.Visit(Day);
        // One: the count stops at two, which would hide one too many.
        Visit[] before = [rows.Visit(Day.AddDays(-400)) with { SpecialistId = rows.Colleague.Id, Channel = Channel.Email }];
        Visit[] others =
        [
            itself, rows.Visit(Day.AddDays(1)), rows.Visit(Day) with { State = VisitState.Planned }, rows.Visit(Day) with { State = VisitState.Cancelled },
            rows.Visit(Day) with { Facts = VisitFacts.Unknown with { Reached = Reached.Nobody } },
        ];
        await database.Store.Write(async session =>
        {
            foreach (var visit in before.Concat(others))
                await session.Visits.AddAsync(visit);
        });
        Assert.Equal(before.Length, await database.Store.Read(session => session.Visits.ReachedBeforeAsync(rows.Employer.Id, Day, itself.Id)));
    }

    [Fact]
    public async Task Job_seekers_are_the_specialists_own_clients_who_look_for_work()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        foreach (var (status, owner) in new[] { (ClientStatus.InWork, rows.Specialist), (ClientStatus.Closed, rows.Specialist), (ClientStatus.JobSearch, rows.Specialist), (ClientStatus.JobSearch, rows.Colleague) })
        {
            var client = rows.Client with { Id = database.Ids.New(), Reference = database.Ids.New().ToString("N")[^10..].ToUpperInvariant(), Status = status, OwnerId = owner.Id };
            await database.Store.Write(session => session.Clients.AddAsync(client, []));
        }

        Assert.Equal(2, await database.Store.Read(session => session.Clients.JobSeekersOfOwnerAsync(rows.Specialist.Id, Day)));
    }

    [Fact]
    public async Task More_than_one_chunk_of_ids_is_asked_for_in_parts()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var followUps = Enumerable.Range(0, 1_100).Select(_ => rows.FollowUp(Day)).ToList();
        await database.Store.Write(async session =>
        {
            foreach (var followUp in followUps)
                await session.FollowUps.AddAsync(followUp);
        });
        var found = await database.Store.Read(session => session.FollowUps.SummariesAsync([.. followUps.Select(followUp => followUp.Id)]));
        Assert.Equal(followUps.Select(followUp => followUp.Id).Order(), found.Select(followUp => followUp.Id).Order());
        Assert.Empty(await database.Store.Read(session => session.FollowUps.SummariesAsync([])));
    }

    [Fact]
    public async Task A_week_in_which_nothing_happened_counts_nothing()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var week = new DateOnly(2026, 11, 16);
        Assert.Equal(
            WeekTally.None,
            await database.Store.Read(session => session.Visits.WeekTallyAsync(rows.Specialist.Id, week)));
        await database.Store.Write(session => session.Visits.CountAsync(rows.Specialist.Id, week, new WeekTally { InPerson = 1, All = 2, Counted = 3, ToConfirm = 4, ClientSpecific = 5, DecisionMakers = 6, DecisionMakersToConfirm = 7, DecisionMakersClientSpecific = 8 }));
        await database.Store.Write(session => session.Visits.CountAsync(rows.Specialist.Id, week, new WeekTally { InPerson = -1, All = -1, Counted = -1, ToConfirm = -1, ClientSpecific = -1, DecisionMakers = -1, DecisionMakersToConfirm = -1, DecisionMakersClientSpecific = -1 }));
        Assert.Equal(
            new WeekTally { All = 1, Counted = 2, ToConfirm = 3, ClientSpecific = 4, DecisionMakers = 5, DecisionMakersToConfirm = 6, DecisionMakersClientSpecific = 7 },
            await database.Store.Read(session => session.Visits.WeekTallyAsync(rows.Specialist.Id, week)));
    }

    private async Task<List<Guid>> OwedAsync(Rows rows, DateOnly? upTo) =>
        [.. (await database.Store.Read(session => session.FollowUps.OpenOfOwnerAsync(rows.Specialist.Id, upTo))).Select(followUp => followUp.Id)];
}

public sealed class ListOnSqlite(SqliteDatabase database) : ListTests(database), IClassFixture<SqliteDatabase>;

public sealed class ListOnSqlServer(SqlServerDatabase database) : ListTests(database), IClassFixture<SqlServerDatabase>;
