using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Visits;

/// <summary>Corrections and what is added afterwards: employer, client, next step, the same line twice. Today is Wednesday 18 November 2026.</summary>
public abstract class VisitCorrectionTests(TestDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_visit_recorded_at_the_wrong_employer_moves_with_what_was_promised_and_both_are_counted_right()
    {
        var desk = await Desk.OpenAsync(database);
        var right = await OtherAsync(desk);
        var logged = await DoneAsync(desk.LogAsync(Visit(desk) with { ContactName = "Siân O'Brien", Next = new PromisedStep("Send CV", desk.Today.AddDays(1)) }));
        desk.Later(TimeSpan.FromMinutes(1));

        var moved = await DoneAsync(desk.EditAsync(Change(logged) with { EmployerId = right, ContactName = "Sarah", Next = new PromisedStep("Send CV", desk.Today.AddDays(1)) }));

        Assert.Equal((right, "Sarah", right), (moved.View.Employer.Id, moved.View.Contact!.Name, moved.View.Next!.EmployerId));
        Assert.Equal((0, 1), (await ContactsAsync(desk, desk.Rows.Employer.Id), await ContactsAsync(desk, right)));
        desk.Later(TimeSpan.FromMinutes(1));
        var undone = (await desk.UndoAsync(moved.UndoId)).Visit!;
        Assert.Equal((desk.Rows.Employer.Id, desk.Rows.Employer.Id), (undone.View.Employer.Id, undone.View.Next!.EmployerId));
        Assert.Equal((1, 0), (await ContactsAsync(desk, desk.Rows.Employer.Id), await ContactsAsync(desk, right)));
        Assert.Empty(await desk.ReadAsync(session => session.Employers.ContactsAsync(right)));
    }

    [Fact]
    public async Task A_client_can_be_added_taken_off_and_must_be_one_of_the_team()
    {
        var desk = await Desk.OpenAsync(database);
        var logged = await DoneAsync(desk.LogAsync(Visit(desk)));

        var with = await DoneAsync(desk.EditAsync(Change(logged) with { ClientReference = desk.Rows.Client.Reference }));
        Assert.Equal((desk.Rows.Client.Reference, true, false), (with.View.ClientReference, with.View.Visit.Facts.ClientSpecific, with.View.Visit.Facts.IsAssumed(VisitFields.ClientSpecific)));
        var same = await DoneAsync(desk.EditAsync(Change(with) with { Channel = Channel.Phone }));
        Assert.Equal(desk.Rows.Client.Reference, same.View.ClientReference);
        Assert.Equal(RefusalReason.ClientUnknown, (await desk.EditAsync(Change(same) with { ClientReference = "ZZ99" })).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotFound, (await desk.EditAsync(Change(same) with { EmployerId = desk.Rows.Client.Id })).Refusal!.Reason);
        var without = await DoneAsync(desk.EditAsync(Change(same) with { ClientReference = "" }));
        Assert.Equal((null, false, true), (without.View.ClientReference, without.View.Visit.Facts.ClientSpecific, without.View.Visit.Facts.IsAssumed(VisitFields.ClientSpecific)));
    }

    [Fact]
    public async Task What_was_stated_of_a_contact_outlives_an_edit_and_what_was_assumed_is_proposed_again()
    {
        var desk = await Desk.OpenAsync(database);
        var logged = await DoneAsync(desk.LogAsync(Visit(desk) with { Stated = new StatedFacts { Purpose = Purpose.LearnNeeds } }));

        var edited = await DoneAsync(desk.EditAsync(Change(logged) with { ContactName = "Siân O'Brien", Stated = new StatedFacts { ClientPresent = false } }));

        Assert.Equal((Purpose.LearnNeeds, Reached.DecisionMaker), (edited.View.Visit.Facts.Purpose, edited.View.Visit.Facts.Reached));
        Assert.Equal(VisitFields.Reached | VisitFields.ClientSpecific, edited.View.Visit.Facts.Assumed);
    }

    [Fact]
    public async Task A_next_step_is_offered_until_there_is_one_or_nothing_comes_next()
    {
        var desk = await Desk.OpenAsync(database);
        var logged = await DoneAsync(desk.LogAsync(Visit(desk)));
        Assert.True(logged.OffersNextStep);
        desk.Later(TimeSpan.FromMinutes(1));
        var thanked = await DoneAsync(desk.NextAsync(Next(logged) with { Step = new PromisedStep("Thank-you", null), IsThankYou = true }));

        Assert.False(thanked.OffersNextStep);
        Assert.Equal(("Thank-you", desk.Today.AddDays(1), desk.Rows.Employer.Id), (thanked.View.Next!.Title, thanked.View.Next.DueOn, thanked.View.Next.EmployerId));
        Assert.Equal(RefusalReason.ChangedMeanwhile, (await desk.TryUndoAsync(logged.UndoId)).Refusal!.Reason);
        desk.Later(TimeSpan.FromMinutes(1));
        var undone = (await desk.UndoAsync(thanked.UndoId)).Visit!;
        Assert.True(undone.OffersNextStep);
        var none = await DoneAsync(desk.NextAsync(Next(undone)));
        Assert.False(none.OffersNextStep);
        Assert.False((await DoneAsync(desk.EditAsync(Change(none)))).OffersNextStep);
    }

    [Fact]
    public async Task A_next_step_has_a_title_and_no_day_in_the_past()
    {
        var desk = await Desk.OpenAsync(database);
        var logged = await DoneAsync(desk.LogAsync(Visit(desk)));
        Assert.Equal(RefusalReason.TitleMissing, (await desk.NextAsync(Next(logged) with { Step = new PromisedStep(" ", null) })).Refusal!.Reason);
        Assert.Equal(RefusalReason.TextTooLong, (await desk.NextAsync(Next(logged) with { Step = new PromisedStep(new string('t', Limits.Title + 1), null) })).Refusal!.Reason);
        Assert.Equal(RefusalReason.DateInThePast, (await desk.NextAsync(Next(logged) with { Step = new PromisedStep("Thank-you", desk.Today.AddDays(-1)) })).Refusal!.Reason);
    }

    [Fact]
    public async Task The_same_line_within_a_minute_is_found_and_another_is_not()
    {
        var desk = await Desk.OpenAsync(database);
        var line = Visit(desk) with { Notes = "Keen." };
        await DoneAsync(desk.LogAsync(line));
        Task<bool> Came(LogVisit other) => desk.SameLines.CameAsync(desk.Rows.Actor, other, None);

        Assert.True(await Came(line with { Notes = " Keen. " }));
        Assert.False(await Came(line with { Notes = "keen." }));
        Assert.False(await Came(line with { Notes = null }));
        Assert.False(await Came(line with { Channel = Channel.Phone }));
        Assert.False(await Came(line with { On = desk.Today.AddDays(-1) }));
        Assert.False(await Came(line with { State = VisitState.Planned }));
        Assert.False(await Came(line with { EmployerId = await OtherAsync(desk) }));
        desk.Later(TimeSpan.FromSeconds(61));
        Assert.False(await Came(line));
    }

    [Fact]
    public async Task The_same_line_is_found_however_many_others_were_at_the_employer_meanwhile()
    {
        var desk = await Desk.OpenAsync(database);
        var line = Visit(desk) with { Notes = "Keen." };
        await DoneAsync(desk.LogAsync(line));
        for (var visit = 0; visit < 30; visit++)
            await DoneAsync(desk.LogAsync(line with { Notes = "Busy." }, desk.Lead));

        Assert.True(await desk.SameLines.CameAsync(desk.Rows.Actor, line, None));
        Assert.False(await desk.SameLines.CameAsync(desk.Lead, line, None));
    }

    [Fact]
    public async Task A_follow_up_to_ring_somebody_is_a_phone_call_to_log_once_it_is_done()
    {
        var desk = await Desk.OpenAsync(database);
        var visit = Visit(desk) with { ClientReference = desk.Rows.Client.Reference, Next = new PromisedStep("Ring Sian about Saturdays", desk.Today) };
        var ring = (await DoneAsync(desk.LogAsync(visit))).View.Next!;
        await desk.FollowUps.DoneAsync(desk.Rows.Actor, ring.Id, DueScope.All, null, None);

        var contact = (await desk.FollowUpContacts.OfAsync(desk.Rows.Actor, ring.Id, None))!;

        Assert.Equal(
            new LogVisit { EmployerId = desk.Rows.Employer.Id, ContactId = desk.Rows.Contact.Id, ClientReference = desk.Rows.Client.Reference, Channel = Channel.Phone, On = desk.Today },
            contact.Visit);
        Assert.Equal(("Friday's Café", "Siân O'Brien"), (contact.EmployerName, contact.ContactName));
        var cv = (await DoneAsync(desk.LogAsync(visit with { Next = new PromisedStep("Send CV", null) }))).View.Next!;
        Assert.Null(await desk.FollowUpContacts.OfAsync(desk.Rows.Actor, cv.Id, None));
        Assert.Null(await desk.FollowUpContacts.OfAsync(desk.Rows.Actor with { TeamId = desk.Rows.Client.Id }, ring.Id, None));
    }

    private static LogVisit Visit(Desk desk) => new() { EmployerId = desk.Rows.Employer.Id, Channel = Channel.InPerson, On = desk.Today };

    private static ChangeVisit Change(VisitLogged shown) => new()
    {
        VisitId = shown.View.Visit.Id, ExpectedVersion = shown.View.Visit.Version, Channel = shown.View.Visit.Channel, On = shown.View.Visit.On,
    };

    private static AddNextStep Next(VisitLogged shown) => new() { VisitId = shown.View.Visit.Id, ExpectedVersion = shown.View.Visit.Version };

    private static async Task<Guid> OtherAsync(Desk desk)
    {
        var other = desk.Rows.EmployerNamed("Two Rivers");
        await desk.WriteAsync(session => session.Employers.AddAsync(other));
        return other.Id;
    }

    private static async Task<int> ContactsAsync(Desk desk, Guid employer) => (await desk.ReadAsync(session => session.Employers.ActivityAsync(employer))).Sum(activity => activity.Contacts);

    private static async Task<VisitLogged> DoneAsync(Task<Outcome<VisitLogged>> doing)
    {
        var outcome = await doing;
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }
}

public sealed class VisitCorrectionOnSqlite(SqliteDatabase database) : VisitCorrectionTests(database), IClassFixture<SqliteDatabase>;

public sealed class VisitCorrectionOnSqlServer(SqlServerDatabase database) : VisitCorrectionTests(database), IClassFixture<SqlServerDatabase>;
