using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Schedules;

/// <summary>Contacts close what they do, whichever way they came to be recorded, and open it again when they turn out otherwise.</summary>
public abstract class ContactStepTests(TestDatabase database, int histories)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_recorded_changed_and_taken_back_no_step_is_done_twice_and_none_is_lost()
    {
        database.SkipUnlessAvailable();
        var (done, again) = (0, 0);
        for (var seed = 1; seed <= histories; seed++)
        {
            var history = new ContactHistory(await Desk.OpenAsync(database), seed);
            await history.RunAsync(40);
            (done, again) = (done + history.Done, again + history.Again);
        }

        Assert.True(done > 3 * histories && again > histories / 2, $"{done} done and {again} owed again are too few to tell anything.");
    }

    [Fact]
    public async Task A_visit_that_is_edited_to_name_the_client_closes_the_step_and_edited_away_opens_it_again()
    {
        var desk = await StartedAsync();
        var logged = (await desk.LogAsync(With(desk) with { ClientReference = null })).Value!;
        Assert.Empty(await DoneAsync(desk));

        var edited = (await desk.EditAsync(Edit(logged) with { ClientReference = desk.Rows.Client.Reference, Stated = Present })).Value!;
        Assert.Equal(["after-start 1", "first-month 1"], Steps(edited.Support!.Owed.Closed));

        var away = (await desk.EditAsync(Edit(edited) with { ClientReference = "" })).Value!;
        Assert.Equal(["after-start 1", "first-month 1"], Steps(away.Support!.Owed.Reopened));
        Assert.Empty(await DoneAsync(desk));

        await desk.UndoAsync(away.UndoId);
        Assert.Equal(["after-start 1", "first-month 1"], await DoneAsync(desk));
        await desk.UndoAsync(edited.UndoId);
        Assert.Empty(await DoneAsync(desk));
        await desk.UndoAsync(logged.UndoId);
    }

    [Fact]
    public async Task A_planned_visit_that_happened_closes_the_step_and_one_that_is_still_to_come_after_all_opens_it()
    {
        var desk = await StartedAsync();
        var planned = (await desk.LogAsync(With(desk) with { State = VisitState.Planned })).Value!;
        Assert.Empty(await DoneAsync(desk));

        var happened = (await desk.HappenedAsync(new VisitHappened { VisitId = planned.View.Visit.Id, ExpectedVersion = 1, Stated = Present })).Value!;
        Assert.Equal(["after-start 1", "first-month 1"], Steps(happened.Support!.Owed.Closed));

        var later = (await desk.PlanInstead.PlanAsync(
            desk.Rows.Actor, new PlanVisitInstead { VisitId = planned.View.Visit.Id, ExpectedVersion = 2, On = desk.Today.AddDays(3) }, null, Token)).Value!;
        Assert.Equal(["after-start 1", "first-month 1"], Steps(later.Support!.Owed.Reopened));
    }

    [Fact]
    public async Task A_meeting_that_was_a_call_after_all_leaves_open_what_needs_a_meeting()
    {
        var desk = await StartedAsync();
        var logged = (await desk.LogAsync(With(desk))).Value!;

        var call = (await desk.EditAsync(Edit(logged) with { Channel = Channel.Phone })).Value!;

        Assert.Equal(["first-month 1"], Steps(call.Support!.Owed.Reopened));
        Assert.Equal(["first-month 1"], Steps(call.Support.Owed.NotMet));
        Assert.Equal(["after-start 1"], await DoneAsync(desk));
    }

    [Fact]
    public async Task A_client_who_was_not_there_after_all_is_owed_the_contact_again()
    {
        var desk = await StartedAsync();
        var logged = (await desk.LogAsync(With(desk))).Value!;
        var without = (await desk.SetAsync(new SetFacts { VisitId = logged.View.Visit.Id, ExpectedVersion = 1, Stated = StatedFacts.Nothing with { ClientPresent = false } })).Value!;
        Assert.Equal(["after-start 1", "first-month 1"], Steps(without.Support!.Owed.Reopened));
    }

    [Fact]
    public async Task Another_contact_takes_the_place_of_one_that_is_taken_back()
    {
        var desk = await StartedAsync();
        var first = (await desk.Contacts.RecordAsync(desk.Rows.Actor, Contacts(desk), null, Token)).Value!;
        desk.Later(TimeSpan.FromMinutes(1));
        var second = (await desk.LogAsync(With(desk))).Value!;

        var undone = await desk.UndoAsync(first.UndoId);
        Assert.Equal(["after-start 1", "first-month 1"], await DoneAsync(desk));
        Assert.Empty(undone.OwedAgain);

        undone = await desk.UndoAsync(second.UndoId);
        Assert.Empty(await DoneAsync(desk));
    }

    [Fact]
    public async Task What_was_done_is_said_to_be_owed_again_when_the_contact_is_taken_back()
    {
        var desk = await StartedAsync();
        var contact = (await desk.Contacts.RecordAsync(desk.Rows.Actor, Contacts(desk), null, Token)).Value!;
        Assert.Equal(["after-start 1", "first-month 1"], Steps((await desk.UndoAsync(contact.UndoId)).OwedAgain));
    }

    [Fact]
    public async Task A_contact_from_before_the_start_was_typed_counts_and_one_from_before_the_loss_was_heard_of_does_not()
    {
        var desk = await Desk.OpenAsync(database);
        await desk.Contacts.RecordAsync(desk.Rows.Actor, Contacts(desk), null, Token);
        desk.Later(TimeSpan.FromMinutes(1));
        var start = (await desk.JobStarts.RecordAsync(desk.Rows.Actor, Start(desk, desk.Today), null, Token)).Value!;
        Assert.Equal(["after-start 1"], Steps(start.DoneBefore));
        Assert.DoesNotContain(start.Owed, row => row.StepKey == "after-start");

        desk.Later(TimeSpan.FromMinutes(1));
        var ended = (await desk.JobEnds.RecordAsync(desk.Rows.Actor, new RecordJobEnd { ClientReference = desk.Rows.Client.Reference, EndedOn = desk.Today }, null, Token)).Value!;
        Assert.Contains(ended.Owed!.Added, row => row.StepKey == "job-loss");
    }

    [Fact]
    public async Task The_series_goes_on_when_a_time_of_it_is_owed_again()
    {
        var desk = await Desk.OpenAsync(database);
        await desk.JobStarts.RecordAsync(desk.Rows.Actor, Start(desk, desk.Today.AddDays(-60)), null, Token);
        desk.Later(TimeSpan.FromMinutes(1));
        var logged = (await desk.LogAsync(With(desk))).Value!;
        Assert.Equal(["monthly 1"], await DoneAsync(desk));

        await desk.EditAsync(Edit(logged) with { ClientReference = "" });
        Assert.Equal(["monthly 1"], await OpenMonthlyAsync(desk));
        desk.Later(TimeSpan.FromMinutes(1));
        await desk.Contacts.RecordAsync(desk.Rows.Actor, Contacts(desk), null, Token);
        Assert.Equal(["monthly 2"], await OpenMonthlyAsync(desk));
    }

    private static StatedFacts Present => StatedFacts.Nothing with { ClientPresent = true };

    private async Task<Desk> StartedAsync()
    {
        var desk = await Desk.OpenAsync(database);
        await desk.JobStarts.RecordAsync(desk.Rows.Actor, Start(desk, desk.Today.AddDays(-1)), null, Token);
        desk.Later(TimeSpan.FromMinutes(1));
        return desk;
    }

    private static RecordJobStart Start(Desk desk, DateOnly on) => new() { ClientReference = desk.Rows.Client.Reference, EmployerId = desk.Rows.Employer.Id, StartsOn = on };

    private static LogVisit With(Desk desk) =>
        new() { EmployerId = desk.Rows.Employer.Id, ClientReference = desk.Rows.Client.Reference, Channel = Channel.InPerson, On = desk.Today, Stated = Present };

    private static RecordClientContacts Contacts(Desk desk) => new() { References = [desk.Rows.Client.Reference], On = desk.Today, Way = Channel.InPerson };

    private static ChangeVisit Edit(VisitLogged shown) =>
        new() { VisitId = shown.View.Visit.Id, ExpectedVersion = shown.View.Visit.Version, Channel = shown.View.Visit.Channel, On = shown.View.Visit.On };

    private static IEnumerable<string> Steps(IEnumerable<FollowUp> rows) => rows.Where(row => row.Kind == FollowUpKind.ClientContact).Select(row => $"{row.StepKey} {row.Occurrence}").Order(StringComparer.Ordinal);

    private Task<IReadOnlyList<string>> DoneAsync(Desk desk) => RowsAsync(desk, row => row.State == FollowUpState.Done);

    private Task<IReadOnlyList<string>> OpenMonthlyAsync(Desk desk) => RowsAsync(desk, row => row is { State: FollowUpState.Open, StepKey: "monthly" });

    private Task<IReadOnlyList<string>> RowsAsync(Desk desk, Func<FollowUp, bool> which) => database.Store.Read<IReadOnlyList<string>>(async session =>
    {
        var rows = new List<FollowUp>();
        foreach (var job in await session.Placements.OfClientAsync(desk.Rows.Client.Id))
            rows.AddRange(await session.FollowUps.OfPlacementAsync(job.Id));
        return [.. Steps(rows.Where(which))];
    });
}

public sealed class ContactStepsOnSqlite(SqliteDatabase database) : ContactStepTests(database, histories: 20), IClassFixture<SqliteDatabase>;

public sealed class ContactStepsOnSqlServer(SqlServerDatabase database) : ContactStepTests(database, histories: 3), IClassFixture<SqlServerDatabase>;
