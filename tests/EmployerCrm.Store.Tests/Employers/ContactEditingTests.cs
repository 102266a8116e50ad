using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Employers;

/// <summary>People at employers are added and changed with checked fields, by the employer's team, and can be taken back.</summary>
public abstract class ContactEditingTests(TestDatabase database)
{
    private static readonly ContactDetails Bev = new()
    {
        Name = "Bev Ramsden", Role = "shift manager", Email = "Bev@Example.com", Phone = "(01632) 960123 x4", PreferredChannel = Channel.Phone, BestTime = "after 4",
        LawfulBasis = LawfulBasis.PublicTask,
    };

    [Fact]
    public async Task A_contact_is_kept_in_written_forms()
    {
        var desk = await Desk.OpenAsync(database);
        var saved = (await AddAsync(desk, Bev)).Value!;
        Assert.Equal(("Bev@example.com", "+441632960123", "4", "01632 960123 ext 4"), (saved.Contact.Email, saved.Contact.Phone, saved.Contact.PhoneExtension, saved.Contact.WholePhone));
        Assert.Equal(saved.Contact, await desk.ReadAsync(session => session.Employers.ContactAsync(saved.Contact.Id)));
        Assert.Equal(RefusalReason.ContactKnown, (await AddAsync(desk, Bev with { Name = "bev ramsden" })).Refusal!.Reason);
    }

    [Fact]
    public async Task Every_problem_is_told_at_once()
    {
        var desk = await Desk.OpenAsync(database);
        var refused = await AddAsync(desk, new ContactDetails
        {
            Phone = "ring after 4", Email = "bev", ToldOn = desk.Today.AddDays(1), ObjectedOn = desk.Today, LeftOn = desk.Today.AddYears(2), BestTime = new string('x', 201),
        });
        Assert.Equal(
            [
                new(ContactField.BestTime, FieldReason.TextTooLong), new(ContactField.Email, FieldReason.EmailForm), new(ContactField.Left, FieldReason.DayUnlikely),
                new(ContactField.Name, FieldReason.Missing), new(ContactField.ObjectionScope, FieldReason.ObjectionIncomplete), new(ContactField.Phone, FieldReason.PhoneHasWords),
                new(ContactField.Told, FieldReason.DayToCome),
            ],
            refused.Refusal!.Problems.OrderBy(problem => problem.Field, StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_objection_has_its_day_and_warns_of_the_person()
    {
        var desk = await Desk.OpenAsync(database);
        var saved = (await AddAsync(desk, Bev with { ObjectionScope = ObjectionScope.AllChannels })).Value!;
        Assert.Equal((desk.Today, true), (saved.Contact.ObjectedOn, saved.Contact.IsNotToBeApproached));
        var overview = (await desk.ReadAsync(session => session.Employers.OverviewAsync(desk.Rows.Employer.Id, null, desk.Today)))!;
        var warning = ApproachWarning.Of(overview, desk.Rows.Specialist.Id, desk.Today);
        Assert.Equal([saved.Contact], warning.NotToApproach);
        var milder = (await ChangeAsync(desk, saved.Contact, ContactDetails.Of(saved.Contact) with { ObjectionScope = ObjectionScope.NoEmail })).Value!;
        Assert.False(milder.Contact.IsNotToBeApproached);
    }

    [Fact]
    public async Task Of_two_who_edit_the_second_is_told_who_changed_what()
    {
        var desk = await Desk.OpenAsync(database);
        var added = (await AddAsync(desk, Bev)).Value!.Contact;
        await ChangeAsync(desk, added, Bev with { Phone = "+353 1 234 5678" }, desk.Lead);
        var late = await ChangeAsync(desk, added, Bev with { Role = "owner" });
        Assert.Equal((RefusalReason.ChangedMeanwhile, "Bronwen Ifans"), (late.Refusal!.Reason, late.Refusal.By));
        Assert.Equal([ContactField.Phone], late.Refusal.Fields);
        var values = await desk.ReadAsync(async session => await session.Audit.ValuesAsync((await session.Audit.OfAsync(added.Id))[^1].Id));
        Assert.Equal(("01632 960123 ext 4", "+353 12345678"), (Assert.Single(values).OldValue, values[0].NewValue));
    }

    [Fact]
    public async Task Only_the_employers_team_changes_its_people_and_reads_how_they_are_reached()
    {
        var (desk, other) = (await Desk.OpenAsync(database), await Desk.OpenAsync(database));
        var added = (await AddAsync(desk, Bev with { ObjectionScope = ObjectionScope.AllChannels })).Value!;
        Assert.Equal(RefusalReason.OfAnotherTeam, (await ChangeAsync(desk, added.Contact, Bev, other.Rows.Actor)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await ChangeAsync(desk, added.Contact, Bev, desk.Admin)).Refusal!.Reason);
        var seen = added.Contact.AsSeenBy(other.Rows.Actor, added.Employer);
        Assert.Equal(("Bev Ramsden", null, null, null, true), (seen.Name, seen.Email, seen.WholePhone, seen.BestTime, seen.IsNotToBeApproached));
        Assert.Equal(added.Contact, added.Contact.AsSeenBy(desk.Lead, added.Employer));
    }

    [Fact]
    public async Task A_change_and_the_adding_can_be_taken_back()
    {
        var desk = await Desk.OpenAsync(database);
        var first = (await AddAsync(desk, Bev)).Value!;
        var second = (await ChangeAsync(desk, first.Contact, Bev with { Name = "Beverley Ramsden" })).Value!;
        Assert.Equal(UndoKind.ContactChanged, (await desk.UndoAsync(second.UndoId)).Kind);
        Assert.Equal(first.Contact with { Version = 3 }, await desk.ReadAsync(session => session.Employers.ContactAsync(first.Contact.Id)));
        var undone = await desk.UndoAsync(first.UndoId);
        Assert.Equal((UndoKind.ContactAdded, "Bev Ramsden", "Friday's Café"), (undone.Kind, undone.Title, undone.EmployerName));
        Assert.Null(await desk.ReadAsync(session => session.Employers.ContactAsync(first.Contact.Id)));
    }

    [Fact]
    public async Task The_best_time_goes_through_the_guard()
    {
        var desk = await Desk.OpenAsync(database);
        var asked = await AddAsync(desk, Bev with { BestTime = "not when her depression is bad" });
        Assert.Equal(RefusalReason.FreeTextNeedsAnswer, asked.Refusal!.Reason);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<Outcome<ContactSaved>> AddAsync(Desk desk, ContactDetails details) =>
        desk.ContactEditing.AddAsync(desk.Rows.Actor, new AddContact { EmployerId = desk.Rows.Employer.Id, Details = details }, null, Cancel);

    private static Task<Outcome<ContactSaved>> ChangeAsync(Desk desk, Contact seen, ContactDetails details, Core.People.Actor? actor = null)
    {
        desk.Later(TimeSpan.FromMinutes(1));
        return desk.ContactEditing.ChangeAsync(
            actor ?? desk.Rows.Actor, new ChangeContact { ContactId = seen.Id, ExpectedVersion = seen.Version, Details = details }, null, Cancel);
    }
}

public sealed class ContactEditingOnSqlite(SqliteDatabase database) : ContactEditingTests(database), IClassFixture<SqliteDatabase>;

public sealed class ContactEditingOnSqlServer(SqlServerDatabase database) : ContactEditingTests(database), IClassFixture<SqlServerDatabase>;
