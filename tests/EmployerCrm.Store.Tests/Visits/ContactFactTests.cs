using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Visits;

/// <summary>What a contact holds beyond the line, what of it is assumed, and what that does to the week. Today is Wednesday 18 November 2026.</summary>
public abstract class ContactFactTests(TestDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Contacts_with_an_employer_go_from_introducing_to_learning_to_following_up()
    {
        var desk = await Desk.OpenAsync(database);
        var nobody = await LogAsync(desk, Visit(desk) with { Stated = new StatedFacts { Reached = Reached.Nobody } });
        Purpose[] purposes = [await PurposeAsync(desk), await PurposeAsync(desk), await PurposeAsync(desk)];

        Assert.Equal((Purpose.Introduce, false), (nobody.View.Visit.Facts.Purpose, nobody.Standing.Counts));
        Assert.Equal([Purpose.Introduce, Purpose.LearnNeeds, Purpose.FollowUp], purposes);
        Assert.Equal(Purpose.PresentCandidate, (await LogAsync(desk, Visit(desk) with { ClientReference = desk.Rows.Client.Reference })).View.Visit.Facts.Purpose);
    }

    [Fact]
    public async Task A_contact_for_a_client_who_works_there_is_in_work_support_and_does_not_count_until_somebody_says_otherwise()
    {
        var desk = await Desk.OpenAsync(database);
        var job = new RecordJobStart { ClientReference = desk.Rows.Client.Reference, EmployerId = desk.Rows.Employer.Id, StartsOn = desk.Today.AddDays(7) };
        Assert.Null((await desk.JobStarts.RecordAsync(desk.Rows.Actor, job, null, None)).Refusal);

        var early = await LogAsync(desk, Visit(desk) with { ClientReference = job.ClientReference, On = desk.Today.AddDays(-1) });
        var logged = await LogAsync(desk, Visit(desk) with { ClientReference = job.ClientReference, ContactName = "Siân O'Brien" });

        Assert.Equal(Purpose.Introduce, early.View.Visit.Facts.Purpose);
        Assert.Equal(new CountStanding(false, true), logged.Standing);
        Assert.Equal((1, 2), (logged.Week.InPerson, logged.Week.ToConfirm));
        var confirmed = await DoneAsync(desk.SetAsync(Set(logged) with { Confirmed = VisitFields.Purpose }));
        Assert.Equal((1, 1, Purpose.InWorkSupport), (confirmed.Week.InPerson, confirmed.Week.ToConfirm, confirmed.View.Visit.Facts.Purpose));
        var corrected = await DoneAsync(desk.SetAsync(Set(confirmed) with { Stated = new StatedFacts { Purpose = Purpose.PresentCandidate } }));
        Assert.Equal((2, 1, 2, 0), (corrected.Week.InPerson, corrected.Week.ToConfirm, corrected.Week.ClientSpecific, corrected.Week.General));
    }

    [Fact]
    public async Task A_visit_at_which_nobody_is_named_is_to_confirm_and_one_tap_settles_it_either_way()
    {
        var desk = await Desk.OpenAsync(database);
        var logged = await LogAsync(desk, Visit(desk));
        Assert.Equal((1, 1), (logged.Week.InPerson, logged.Week.ToConfirm));

        var confirmed = await DoneAsync(desk.SetAsync(Set(logged) with { Confirmed = VisitFields.Reached }));
        Assert.Equal((1, 0), (confirmed.Week.InPerson, confirmed.Week.ToConfirm));
        desk.Later(TimeSpan.FromMinutes(1));
        var nobody = await DoneAsync(desk.SetAsync(Set(confirmed) with { Stated = new StatedFacts { Reached = Reached.Nobody } }));
        Assert.Equal((0, 0, 1), (nobody.Week.InPerson, nobody.Week.ToConfirm, nobody.Week.All));

        desk.Later(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0), (await desk.UndoAsync(nobody.UndoId)).Visit!.Week is var week ? (week.InPerson, week.ToConfirm) : default);
    }

    [Fact]
    public async Task Where_only_decision_makers_count_the_same_visits_are_counted_so_at_once()
    {
        var desk = await Desk.OpenAsync(database);
        await LogAsync(desk, Visit(desk) with { ContactName = "Ben Lister" });
        await LogAsync(desk, Visit(desk) with { ContactName = "Siân O'Brien" });
        await LogAsync(desk, Visit(desk) with { Stated = new StatedFacts { Reached = Reached.OtherStaff } });
        Assert.Equal((3, 0), await WeekAsync(desk));

        desk.Fidelity = new FidelityOptions { DecisionMakerOnly = true };
        Assert.Equal((1, 2), await WeekAsync(desk));
    }

    [Fact]
    public async Task Saying_again_what_is_so_changes_nothing_and_a_stale_card_is_told_what_changed()
    {
        var desk = await Desk.OpenAsync(database);
        var logged = await LogAsync(desk, Visit(desk));
        var stated = await DoneAsync(desk.SetAsync(Set(logged) with { Stated = new StatedFacts { Purpose = Purpose.LearnNeeds, ClientPresent = true } }));

        var again = await DoneAsync(desk.SetAsync(Set(stated) with { Stated = new StatedFacts { Purpose = Purpose.LearnNeeds } }));
        var stale = (await desk.SetAsync(Set(logged) with { Stated = new StatedFacts { Purpose = Purpose.FollowUp } })).Refusal!;

        Assert.Equal((2, stated.UndoId), (again.View.Visit.Version, again.UndoId));
        Assert.Equal(RefusalReason.ChangedMeanwhile, stale.Reason);
        Assert.Equal(["client-present", "client-specific", "purpose"], stale.Fields.Order(StringComparer.Ordinal));
        Assert.Equal(RefusalReason.NotAllowed, (await desk.SetAsync(Set(stated), Actor.For(desk.Rows.Colleague, Via.Chat))).Refusal!.Reason);
    }

    [Fact]
    public async Task With_few_job_seekers_the_target_is_twice_their_number()
    {
        var desk = await Desk.OpenAsync(database);
        Assert.Equal(2, (await LogAsync(desk, Visit(desk))).Week.Target);
        await desk.WriteAsync(session => session.Clients.ChangeStatusAsync(desk.Rows.Client.Id, ClientStatus.JobSearch, ClientStatus.Closed));
        Assert.Equal(6, (await LogAsync(desk, Visit(desk))).Week.Target);
    }

    private static LogVisit Visit(Desk desk) => new() { EmployerId = desk.Rows.Employer.Id, Channel = Channel.InPerson, On = desk.Today };

    private static SetFacts Set(VisitLogged shown) => new() { VisitId = shown.View.Visit.Id, ExpectedVersion = shown.View.Visit.Version };

    private static async Task<Purpose> PurposeAsync(Desk desk) => (await LogAsync(desk, Visit(desk))).View.Visit.Facts.Purpose;

    private static async Task<(int InPerson, int ToConfirm)> WeekAsync(Desk desk) =>
        (await desk.MyWeek.ShowAsync(desk.Rows.Actor, null, None)).Value!.Progress is var week ? (week.InPerson, week.ToConfirm) : default;

    private static Task<VisitLogged> LogAsync(Desk desk, LogVisit visit) => DoneAsync(desk.LogAsync(visit));

    private static async Task<VisitLogged> DoneAsync(Task<Outcome<VisitLogged>> doing)
    {
        var outcome = await doing;
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }
}

public sealed class ContactFactOnSqlite(SqliteDatabase database) : ContactFactTests(database), IClassFixture<SqliteDatabase>;

public sealed class ContactFactOnSqlServer(SqlServerDatabase database) : ContactFactTests(database), IClassFixture<SqlServerDatabase>;
