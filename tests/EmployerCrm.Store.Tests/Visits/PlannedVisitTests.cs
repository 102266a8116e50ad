using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Visits;

/// <summary>What becomes of planned visits. Today is Wednesday 18 November 2026.</summary>
public abstract class PlannedVisitTests(TestDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task One_that_happened_is_logged_with_everything_prefilled_and_one_note()
    {
        var desk = await Desk.OpenAsync(database);
        var planned = await PlanAsync(desk, desk.Today, contact: "Siân O'Brien", notes: "bring leaflets");
        desk.Later(TimeSpan.FromHours(2));

        var held = await DoneAsync(desk.HappenedAsync(Happened(planned) with { Notes = "keen on Saturdays" }));

        var visit = held.View.Visit;
        Assert.Equal(
            (planned.View.Visit.Id, VisitState.Held, desk.Today, new TimeOnly(14, 0), "bring leaflets\nkeen on Saturdays", desk.Rows.Contact.Id),
            (visit.Id, visit.State, visit.On, visit.At!.Value, visit.Notes, visit.ContactId));
        Assert.Equal((1, 0, 1), (held.Week.InPerson, held.Week.ToConfirm, held.Week.All));
        Assert.Equal((Purpose.Introduce, Reached.DecisionMaker), (visit.Facts.Purpose, visit.Facts.Reached));
        Assert.Equal(
            ["visit-planned", "visit-happened"], (await desk.ReadAsync(session => session.Audit.OfAsync(visit.Id))).Select(entry => entry.Action));
    }

    [Fact]
    public async Task One_that_is_still_to_come_is_asked_about_and_may_have_been_held_today()
    {
        var desk = await Desk.OpenAsync(database);
        var planned = await PlanAsync(desk, desk.Today.AddDays(2));

        Assert.Equal(RefusalReason.FutureDate, (await desk.HappenedAsync(Happened(planned))).Refusal!.Reason);
        var held = await DoneAsync(desk.HappenedAsync(Happened(planned) with { On = desk.Today }));

        Assert.Equal((desk.Today, null), (held.View.Visit.On, held.View.Visit.At));
    }

    [Fact]
    public async Task One_that_happened_is_planned_again_after_undo_and_counted_no_more()
    {
        var desk = await Desk.OpenAsync(database);
        var planned = await PlanAsync(desk, desk.Today);
        desk.Later(TimeSpan.FromMinutes(1));
        var held = await DoneAsync(desk.HappenedAsync(Happened(planned)));
        desk.Later(TimeSpan.FromMinutes(1));

        var undone = await desk.UndoAsync(held.UndoId);

        Assert.Equal((UndoKind.VisitChanged, VisitState.Planned), (undone.Kind, undone.Visit!.View.Visit.State));
        Assert.Equal((0, 0), (undone.Visit.Week.InPerson, undone.Visit.Week.All));
    }

    [Fact]
    public async Task Nobody_says_twice_what_became_of_it_and_the_second_is_told_who_said_what()
    {
        var desk = await Desk.OpenAsync(database);
        var planned = await PlanAsync(desk, desk.Today);
        var cancelled = await DoneAsync(desk.CancelAsync(Cancel(planned) with { Because = " they are closed " }));

        Assert.Equal((VisitState.Cancelled, "they are closed"), (cancelled.View.Visit.State, cancelled.View.Visit.CancelledBecause));
        var late = (await desk.HappenedAsync(Happened(planned))).Refusal!;
        Assert.Equal((RefusalReason.ChangedMeanwhile, "Alex Wilber"), (late.Reason, late.By));
        Assert.Equal(["cancelled-because", "state"], late.Fields.Order(StringComparer.Ordinal));
        Assert.Equal(RefusalReason.NotPlanned, (await desk.HappenedAsync(Happened(cancelled))).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotPlanned, (await desk.MoveAsync(Move(cancelled))).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotPlanned, (await desk.CancelAsync(Cancel(cancelled))).Refusal!.Reason);
    }

    [Fact]
    public async Task One_that_is_cancelled_is_kept_and_neither_listed_nor_counted()
    {
        var desk = await Desk.OpenAsync(database);
        var planned = await PlanAsync(desk, desk.Today);
        await DoneAsync(desk.CancelAsync(Cancel(planned)));

        var week = (await desk.MyWeek.ShowAsync(desk.Rows.Actor, null, None)).Value!;
        Assert.Empty(week.Visits);
        Assert.Empty(week.Overdue);
        Assert.Equal((0, 0), (week.Progress.InPerson, week.Progress.All));
        Assert.Empty(await desk.Planned.AtEmployerAsync(desk.Rows.Actor, desk.Rows.Employer.Id, null, None));
    }

    [Fact]
    public async Task One_that_is_moved_keeps_what_was_not_said()
    {
        var desk = await Desk.OpenAsync(database);
        var planned = await PlanAsync(desk, desk.Today.AddDays(1));

        var thursday = await DoneAsync(desk.MoveAsync(Move(planned) with { On = desk.Today.AddDays(8) }));
        Assert.Equal((desk.Today.AddDays(8), new TimeOnly(14, 0)), (thursday.View.Visit.On, thursday.View.Visit.At!.Value));
        var earlier = await DoneAsync(desk.MoveAsync(Move(thursday) with { At = new TimeOnly(9, 30) }));
        Assert.Equal((desk.Today.AddDays(8), new TimeOnly(9, 30)), (earlier.View.Visit.On, earlier.View.Visit.At!.Value));
        Assert.Equal(RefusalReason.DateInThePast, (await desk.MoveAsync(Move(earlier) with { On = desk.Today.AddDays(-1) })).Refusal!.Reason);
    }

    [Fact]
    public async Task A_line_means_the_one_planned_visit_there_or_several_to_choose_from_or_none()
    {
        var desk = await Desk.OpenAsync(database);
        Task<IReadOnlyList<VisitSummary>> Find(DateOnly? on, Actor? actor = null) => desk.Planned.AtEmployerAsync(actor ?? desk.Rows.Actor, desk.Rows.Employer.Id, on, None);
        Assert.Empty(await Find(null));
        var (second, first) = (await PlanAsync(desk, desk.Today.AddDays(3)), await PlanAsync(desk, desk.Today.AddDays(1)));

        Assert.Equal([first.View.Visit.Id, second.View.Visit.Id], (await Find(null)).Select(visit => visit.Id));
        Assert.Equal((second.View.Visit.Id, 1), ((await Find(desk.Today.AddDays(3)))[0].Id, (await Find(desk.Today.AddDays(3)))[0].Version));
        Assert.Empty(await Find(desk.Today.AddDays(2)));
        Assert.Empty(await Find(null, Actor.For(desk.Rows.Colleague, Via.Chat)));
    }

    [Fact]
    public async Task One_whose_day_has_passed_is_overdue_until_somebody_says_what_became_of_it()
    {
        var desk = await Desk.OpenAsync(database);
        var planned = await PlanAsync(desk, desk.Today);
        await PlanAsync(desk, desk.Today.AddDays(9));
        Assert.Empty(await OverdueAsync());
        desk.Later(TimeSpan.FromDays(7));

        Assert.Equal(planned.View.Visit.Id, Assert.Single(await OverdueAsync()).Id);
        var held = await DoneAsync(desk.HappenedAsync(Happened(planned)));
        Assert.Empty(await OverdueAsync());
        Assert.Equal(planned.View.Visit.On, held.View.Visit.On);

        async Task<IReadOnlyList<VisitSummary>> OverdueAsync() => (await desk.MyWeek.ShowAsync(desk.Rows.Actor, null, None)).Value!.Overdue;
    }

    [Fact]
    public async Task A_line_that_completes_a_planned_visit_is_that_visit_and_counted_once()
    {
        var desk = await Desk.OpenAsync(database);
        var planned = await PlanAsync(desk, desk.Today, contact: "Siân O'Brien");
        var line = new LogVisit
        {
            EmployerId = desk.Rows.Employer.Id, PlannedVisitId = planned.View.Visit.Id, Channel = Channel.InPerson, On = desk.Today, ContactName = "Ben Lister",
            Notes = "two shifts free", Next = new PromisedStep("Send CV", desk.Today.AddDays(1)),
        };
        desk.Later(TimeSpan.FromMinutes(1));

        var held = await DoneAsync(desk.LogAsync(line));

        Assert.Equal((planned.View.Visit.Id, "Ben Lister", true, "Send CV"), (held.View.Visit.Id, held.View.Contact!.Name, held.ContactAdded, held.View.Next!.Title));
        Assert.Equal((1, 1), (held.Week.InPerson, held.Week.All));
        Assert.Equal(RefusalReason.NotPlanned, (await desk.LogAsync(line)).Refusal!.Reason);
        desk.Later(TimeSpan.FromMinutes(1));
        var undone = await desk.UndoAsync(held.UndoId);
        Assert.Equal((VisitState.Planned, "Siân O'Brien"), (undone.Visit!.View.Visit.State, undone.Visit.View.Contact!.Name));
        Assert.Equal(desk.Rows.Contact, Assert.Single(await desk.ReadAsync(session => session.Employers.ContactsAsync(desk.Rows.Employer.Id))));
    }

    [Fact]
    public async Task A_line_completes_no_visit_of_a_colleague_or_at_another_employer()
    {
        var desk = await Desk.OpenAsync(database);
        var planned = await PlanAsync(desk, desk.Today);
        var other = desk.Rows.EmployerNamed("Two Rivers");
        await desk.WriteAsync(session => session.Employers.AddAsync(other));
        var line = new LogVisit { EmployerId = desk.Rows.Employer.Id, PlannedVisitId = planned.View.Visit.Id, Channel = Channel.InPerson, On = desk.Today };

        Assert.Equal(RefusalReason.NotFound, (await desk.LogAsync(line with { EmployerId = other.Id })).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotFound, (await desk.LogAsync(line, Actor.For(desk.Rows.Colleague, Via.Chat))).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.HappenedAsync(Happened(planned), Actor.For(desk.Rows.Colleague, Via.Chat))).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotFound, (await desk.HappenedAsync(new VisitHappened { VisitId = other.Id, ExpectedVersion = 1 })).Refusal!.Reason);
    }

    [Fact]
    public async Task Notes_that_grow_too_long_together_are_refused()
    {
        var desk = await Desk.OpenAsync(database);
        var planned = await PlanAsync(desk, desk.Today, notes: new string('n', Limits.Notes));
        Assert.Equal(RefusalReason.TextTooLong, (await desk.HappenedAsync(Happened(planned) with { Notes = "n" })).Refusal!.Reason);
        await DoneAsync(desk.HappenedAsync(Happened(planned) with { Notes = " " }));
    }

    private static async Task<VisitLogged> PlanAsync(Desk desk, DateOnly on, string? contact = null, string? notes = null) => await DoneAsync(desk.LogAsync(new LogVisit
    {
        EmployerId = desk.Rows.Employer.Id, State = VisitState.Planned, Channel = Channel.InPerson, On = on, At = new TimeOnly(14, 0), ContactName = contact, Notes = notes,
    }));

    private static VisitHappened Happened(VisitLogged shown) => new() { VisitId = shown.View.Visit.Id, ExpectedVersion = shown.View.Visit.Version };

    private static MoveVisit Move(VisitLogged shown) => new() { VisitId = shown.View.Visit.Id, ExpectedVersion = shown.View.Visit.Version };

    private static CancelVisit Cancel(VisitLogged shown) => new() { VisitId = shown.View.Visit.Id, ExpectedVersion = shown.View.Visit.Version };

    private static async Task<VisitLogged> DoneAsync(Task<Outcome<VisitLogged>> doing)
    {
        var outcome = await doing;
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }
}

public sealed class PlannedVisitOnSqlite(SqliteDatabase database) : PlannedVisitTests(database), IClassFixture<SqliteDatabase>;

public sealed class PlannedVisitOnSqlServer(SqlServerDatabase database) : PlannedVisitTests(database), IClassFixture<SqlServerDatabase>;
