using EmployerCrm.Core;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Disclosure;

/// <summary>Nothing about a client goes to an employer but what a live permission lets through.</summary>
public abstract class DisclosureTests(TestDatabase database)
{
    [Fact]
    public async Task A_permission_owes_check_ins_and_a_day_to_talk_it_through_and_revoking_cancels_both_at_once()
    {
        var desk = await Desk.OpenAsync(database);
        await StartAsync(desk, -10);
        Assert.DoesNotContain(await OpenAsync(desk), row => row.Kind == FollowUpKind.EmployerCheckIn);
        await RemindAsync(desk, "Send the shift list");

        var given = await GiveAsync(desk, Give(desk));
        Assert.Equal([FollowUpKind.EmployerCheckIn, FollowUpKind.PermissionRevisit], given.Owed.Added.Select(row => row.Kind));
        Assert.Equal(new DateOnly(2027, 5, 18), given.Permission.RevisitOn);
        Assert.Equal(2, (await OpenAsync(desk)).Count(row => row.EmployerId == desk.Rows.Employer.Id));

        desk.Later(TimeSpan.FromMinutes(1));
        var revoked = (await desk.Permissions.RevokeAsync(desk.Rows.Actor, desk.Rows.Client.Reference, desk.Rows.Employer.Id, null, Token)).Value!;
        Assert.Equal(3, revoked.Owed.Cancelled.Count());
        Assert.DoesNotContain(await OpenAsync(desk), row => row.EmployerId is not null);
        Assert.DoesNotContain(await database.Store.Read(session => session.FollowUps.OpenOfClientAsync(desk.Rows.Client.Id)), item => item.EmployerId is not null);

        await desk.UndoAsync(revoked.UndoId);
        Assert.Equal(2, (await OpenAsync(desk)).Count(row => row.EmployerId == desk.Rows.Employer.Id));
        await desk.UndoAsync(given.UndoId);
        Assert.DoesNotContain(await OpenAsync(desk), row => row.EmployerId is not null);
        Assert.Null(await HoldingAsync(desk));
    }

    [Fact]
    public async Task Another_permission_takes_the_place_of_the_first_and_undo_puts_the_first_back()
    {
        var desk = await Desk.OpenAsync(database);
        var first = await GiveAsync(desk, Give(desk));
        desk.Later(TimeSpan.FromMinutes(1));
        var second = await GiveAsync(desk, Give(desk) with { Level = DisclosureLevel.WordingAndAdjustments, Adjustments = "a quiet place for breaks" });

        Assert.Equal(second.Permission.Id, (await HoldingAsync(desk))!.Id);
        Assert.Equal(3, second.Permission.Components);
        var before = (await database.Store.Read(session => session.Disclosure.PermissionAsync(first.Permission.Id)))!;
        Assert.Equal((desk.Today, PermissionEnd.Replaced), (before.EndedOn, before.EndedAs));
        Assert.True((await GiveAsync(desk, Give(desk) with { Level = DisclosureLevel.WordingAndAdjustments, Adjustments = "a quiet place for breaks" })).Known);

        await desk.UndoAsync(second.UndoId);
        Assert.Equal(first.Permission.Id, (await HoldingAsync(desk))!.Id);
        await desk.UndoAsync(first.UndoId);
        Assert.Null(await HoldingAsync(desk));
    }

    [Fact]
    public async Task Talking_it_through_again_is_recorded_and_the_next_day_is_owed()
    {
        var desk = await Desk.OpenAsync(database);
        await GiveAsync(desk, Give(desk));
        desk.Later(TimeSpan.FromDays(181));

        var revisited = (await desk.Permissions.RevisitAsync(desk.Rows.Actor, desk.Rows.Client.Reference, desk.Rows.Employer.Id, null, null, Token)).Value!;

        Assert.Equal((desk.Today, 3), (revisited.Permission.RevisitedOn, revisited.Permission.Components));
        Assert.Single(revisited.Owed.Closed);
        Assert.Equal(revisited.Permission.RevisitOn, (await OpenAsync(desk)).Single(row => row.Kind == FollowUpKind.PermissionRevisit).DueOn);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_is_recorded()
    {
        var desk = await Desk.OpenAsync(database);
        var foreign = await Rows.StoredAsync(database.Store, database.Ids);

        Assert.Equal(RefusalReason.ClientUnknown, await RefusedAsync(desk, Give(desk) with { ClientReference = foreign.Client.Reference }));
        Assert.Equal(RefusalReason.NotFound, await RefusedAsync(desk, Give(desk) with { EmployerId = database.Ids.New() }));
        Assert.Equal(RefusalReason.FutureDate, await RefusedAsync(desk, Give(desk) with { GivenOn = desk.Today.AddDays(1) }));
        Assert.Equal(RefusalReason.DateInThePast, await RefusedAsync(desk, Give(desk) with { RevisitOn = desk.Today.AddDays(-1) }));
        Assert.Equal(RefusalReason.FreeTextNeedsAnswer, await RefusedAsync(desk, Give(desk) with { Wording = "has schizophrenia and takes clozapine" }));
        Assert.Equal(RefusalReason.NotAllowed, (await desk.Permissions.GiveAsync(desk.Admin, Give(desk), null, Token)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NoPermission, (await desk.Permissions.RevisitAsync(desk.Rows.Actor, desk.Rows.Client.Reference, desk.Rows.Employer.Id, null, null, Token)).Refusal!.Reason);
        Assert.Empty(await database.Store.Read(session => session.Disclosure.OfClientAsync(desk.Rows.Client.Id)));
    }

    [Fact]
    public async Task Who_wants_nothing_told_has_that_recorded_where_nothing_was()
    {
        var desk = await Desk.OpenAsync(database);
        var recorded = (await desk.Permissions.RevokeAsync(desk.Rows.Actor, desk.Rows.Client.Reference, desk.Rows.Employer.Id, null, Token)).Value!;
        Assert.Equal((DisclosureLevel.Nothing, false, (DateOnly?)null), (recorded.Permission.Level, recorded.Permission.IsLive, recorded.Permission.RevisitOn));
    }

    [Fact]
    public async Task A_wording_and_adjustments_that_may_be_told_have_to_be_there()
    {
        var desk = await Desk.OpenAsync(database);

        var outcome = await desk.Permissions.GiveAsync(desk.Rows.Actor, Give(desk) with { Level = DisclosureLevel.WordingAndAdjustments, Wording = " " }, null, Token);

        Assert.Equal([PermissionField.Wording, PermissionField.Adjustments], outcome.Refusal!.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public async Task Who_saw_another_permission_than_holds_now_does_not_replace_it_unasked()
    {
        var desk = await Desk.OpenAsync(database);
        var first = await GiveAsync(desk, Give(desk) with { SeenId = Guid.Empty });
        desk.Later(TimeSpan.FromMinutes(1));

        Assert.Equal(RefusalReason.ChangedMeanwhile, await RefusedAsync(desk, Give(desk) with { SeenId = Guid.Empty, How = "in writing" }));
        Assert.Equal(RefusalReason.ChangedMeanwhile, await RefusedAsync(desk, Give(desk) with { SeenId = first.Permission.Id, SeenVersion = 7, How = "in writing" }));
        var second = await GiveAsync(desk, Give(desk) with { SeenId = first.Permission.Id, SeenVersion = 1, How = "in writing" });

        Assert.False(second.Known);
        Assert.False((await GiveAsync(desk, Give(desk) with { How = "in writing", RevisitOn = desk.Today.AddDays(30) })).Known);
    }

    [Fact]
    public async Task Ticking_off_the_day_to_talk_it_through_does_so_and_undo_takes_it_back()
    {
        var desk = await Desk.OpenAsync(database);
        var given = (await GiveAsync(desk, Give(desk))).Permission;
        var owed = (await OpenAsync(desk)).Single(row => row.Kind == FollowUpKind.PermissionRevisit);
        desk.Later(TimeSpan.FromDays(190));

        var done = (await desk.FollowUps.DoneAsync(desk.Rows.Actor, owed.Id, DueScope.All, null, Token)).Value!;

        var after = (await HoldingAsync(desk))!;
        Assert.Equal((desk.Today, given.Components + 1), (after.RevisitedOn, after.Components));
        Assert.Equal(after.RevisitOn, (await OpenAsync(desk)).Single(row => row.Kind == FollowUpKind.PermissionRevisit).DueOn);
        await desk.UndoAsync(done.UndoId);
        Assert.Equal(given with { Version = after.Version + 1 }, await HoldingAsync(desk));
        Assert.Equal(owed.Id, (await OpenAsync(desk)).Single(row => row.Kind == FollowUpKind.PermissionRevisit).Id);
    }

    [Fact]
    public async Task A_closed_record_silences_the_gate_and_opened_again_the_talk_is_owed_again()
    {
        var desk = await Desk.OpenAsync(database);
        await GiveAsync(desk, Give(desk));
        await desk.Closing.CloseAsync(desk.Rows.Actor, new Core.Clients.CloseClient { ClientReference = desk.Rows.Client.Reference, Reason = Core.Clients.ClosingReason.Other, CancelFollowUps = true }, null, Token);
        var about = await desk.ReadAsync(session => EmployerGate.AboutAsync(session, desk.Rows.Actor, desk.Rows.Client.Reference, desk.Rows.Employer.Id, "Hello."));
        Assert.Equal(RefusalReason.ClientClosed, about.Refusal!.Reason);
        Assert.Empty((await desk.PermissionOverviews.AtEmployerAsync(desk.Rows.Actor, desk.Rows.Employer.Id, Token)).Value!.Permissions);

        await desk.Reopening.ReopenAsync(desk.Rows.Actor, desk.Rows.Client.Reference, null, Token);

        Assert.Single(await OpenAsync(desk), row => row.Kind == FollowUpKind.PermissionRevisit);
        Assert.Single((await desk.PermissionOverviews.AtEmployerAsync(desk.Rows.Actor, desk.Rows.Employer.Id, Token)).Value!.Permissions);
    }

    [Fact]
    public async Task A_contact_that_names_a_client_without_a_permission_waits_until_one_is_recorded_or_the_client_is_taken_off()
    {
        var desk = await Desk.OpenAsync(database);
        var (first, second) = (desk.Rows.Visit(desk.Today.AddDays(-3)), desk.Rows.Visit(desk.Today.AddDays(2)) with { State = Core.Visits.VisitState.Planned });
        await desk.WriteAsync(session => session.Visits.AddAsync(first));
        await desk.WriteAsync(session => session.Visits.AddAsync(second));
        Assert.Equal([second.Id, first.Id], await UnpermittedAsync());

        var given = await GiveAsync(desk, Give(desk));
        Assert.Empty(await UnpermittedAsync());
        desk.Later(TimeSpan.FromDays(1));
        await desk.Permissions.RevokeAsync(desk.Rows.Actor, desk.Rows.Client.Reference, desk.Rows.Employer.Id, null, Token);

        // What was said while it held stays said; what is still to come may not be.
        Assert.Equal([second.Id], await UnpermittedAsync());
        var shown = (await desk.PermissionOverviews.OfClientAsync(desk.Rows.Actor, desk.Rows.Client.Id, Token)).Value!;
        Assert.Equal(given.Permission.Id, Assert.Single(Assert.Single(shown.Employers).History).Permission.Id);
        Assert.Equal([second.Id], shown.Unpermitted.Select(contact => contact.VisitId));
        await desk.EditAsync(new Core.Visits.ChangeVisit { VisitId = second.Id, ExpectedVersion = 1, ClientReference = "", Channel = second.Channel, On = second.On });
        Assert.Empty(await UnpermittedAsync());

        async Task<IEnumerable<Guid>> UnpermittedAsync() =>
            (await desk.PermissionOverviews.UnpermittedAsync(desk.Rows.Actor, Token)).Value!.Contacts.Where(contact => contact.ClientId == desk.Rows.Client.Id).Select(contact => contact.VisitId);
    }

    [Theory]
    [InlineData("Two people could start on Monday.", "QA31", true)]
    [InlineData("QB32 could start on Monday.", "QB32", false)]
    [InlineData("Our qc 33 could start.", "QC33", false)]
    [InlineData("Can QD-34 start?", "QD34", false)]
    [InlineData("MK14 2AB is our postcode.", "QE35", true)]
    public async Task A_message_about_nobody_names_no_client_however_it_is_written(string text, string issued, bool mayGo)
    {
        var desk = await Desk.OpenAsync(database);
        await database.Store.Write(session => session.Clients.ReserveAsync(issued, Rows.Now));

        var message = await database.Store.Read(session => EmployerGate.GeneralAsync(session, desk.Rows.Employer.Id, text));

        Assert.Equal(mayGo, message.Value is not null);
    }

    [Fact]
    public async Task Over_random_histories_the_gate_lets_through_what_a_live_permission_allows_and_nothing_else()
    {
        for (var seed = 1; seed <= 20; seed++)
            await new GateHistory(database, await Desk.OpenAsync(database), seed).RunAsync(40);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static GivePermission Give(Desk desk) => new()
    {
        ClientReference = desk.Rows.Client.Reference, EmployerId = desk.Rows.Employer.Id, Level = DisclosureLevel.AgreedWording, Wording = "works best with a clear list",
        WhoMayBeTold = "the manager", How = "by phone", ConsentGiven = ConsentGiven.InPerson, NotACondition = true, ProsAndCons = true,
    };

    private static async Task<PermissionRecorded> GiveAsync(Desk desk, GivePermission give)
    {
        var outcome = await desk.Permissions.GiveAsync(desk.Rows.Actor, give, null, Token);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private static async Task<RefusalReason> RefusedAsync(Desk desk, GivePermission give) => (await desk.Permissions.GiveAsync(desk.Rows.Actor, give, null, Token)).Refusal!.Reason;

    private static Task RemindAsync(Desk desk, string title) => desk.Reminders.AddAsync(
        desk.Rows.Actor, new AddReminder { Title = title, EmployerId = desk.Rows.Employer.Id, ClientReference = desk.Rows.Client.Reference, DueOn = desk.Today }, null, Token);

    private static Task StartAsync(Desk desk, int days) => desk.JobStarts.RecordAsync(
        desk.Rows.Actor, new RecordJobStart { ClientReference = desk.Rows.Client.Reference, EmployerId = desk.Rows.Employer.Id, StartsOn = desk.Today.AddDays(days) }, null, Token);

    private Task<DisclosurePermission?> HoldingAsync(Desk desk) => database.Store.Read(session => session.Disclosure.HoldingAsync(desk.Rows.Client.Id, desk.Rows.Employer.Id));

    private Task<IReadOnlyList<FollowUp>> OpenAsync(Desk desk) => database.Store.Read(session => session.FollowUps.OpenStepsOfClientAsync(desk.Rows.Client.Id));
}

public sealed class DisclosureOnSqlite(SqliteDatabase database) : DisclosureTests(database), IClassFixture<SqliteDatabase>;

public sealed class DisclosureOnSqlServer(SqlServerDatabase database) : DisclosureTests(database), IClassFixture<SqlServerDatabase>;
