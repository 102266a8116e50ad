using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Undo;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Employers;

/// <summary>An employer is added and changed with checked fields, by its team, with an audit of every field, and can be taken back.</summary>
public abstract class EmployerEditingTests(TestDatabase database)
{
    private static readonly EmployerDetails Whole = new()
    {
        Name = "  Ystrad \n Stores ", TradingNames = ["Y Stores", "y stores"], Town = "Otley", Address = "1 Main Street\nTop floor", Postcode = "ls21 3ab", SicDivision = "47",
        SizeBand = SizeBand.Small, LegalForm = LegalForm.Company, CompanyNumber = "1234567", Website = "example.com/jobs", Tags = ["living wage"], DisabilityConfidentLevel = 2,
        Source = "job fair", Needs = "Early starters.", Notes = "Ring the bell.",
    };

    [Fact]
    public async Task Every_field_is_kept_in_its_written_form_and_what_was_put_right_is_told()
    {
        var desk = await Desk.OpenAsync(database);
        var saved = await AddAsync(desk, Whole);
        var expected = new Employer
        {
            Id = saved.Employer.Id, Name = "Ystrad Stores", TradingNames = ["Y Stores"], Town = "Otley", Address = "1 Main Street Top floor", Postcode = "LS21 3AB", SicSection = "G",
            SicDivision = "47", SizeBand = SizeBand.Small, LegalForm = LegalForm.Company, CompanyNumber = "01234567", Website = "https://example.com/jobs", Tags = ["living wage"],
            DisabilityConfidentLevel = 2, DisabilityConfidentEndsOn = desk.Today.AddYears(3), Source = "job fair", Needs = "Early starters.", NeedsRecordedOn = desk.Today,
            Notes = "Ring the bell.", TeamId = desk.Rows.Team.Id, OwnerId = desk.Rows.Specialist.Id, CreatedAt = Rows.Now, Version = 1,
        };
        Assert.Equal(expected, saved.Employer);
        Assert.Equal(expected, await desk.ReadAsync(session => session.Employers.EmployerAsync(expected.Id)));
        Assert.Contains(new FieldRepair(EmployerField.CompanyNumber, "1234567", "01234567"), saved.Repairs);
        Assert.DoesNotContain(saved.Repairs, repair => repair.Field == EmployerField.Postcode);
        Assert.Equal("employer-added", Assert.Single(await desk.ReadAsync(session => session.Audit.OfAsync(expected.Id))).Action);
    }

    [Fact]
    public async Task Every_problem_is_told_at_once_beside_its_field_and_nothing_is_saved()
    {
        var desk = await Desk.OpenAsync(database);
        var id = database.Ids.New();
        var wrong = Whole with
        {
            Name = " ' ", Postcode = "n/a", CompanyNumber = "SCA123456", Website = "javascript:alert(1)", SicDivision = "04", DisabilityConfidentLevel = 4, Town = new string('x', 201),
            Tags = [new string('x', 41)], NeedsRecordedOn = desk.Today.AddDays(1), OwnerId = database.Ids.New(), BranchOfId = id,
        };
        var refused = await desk.EmployerEditing.AddAsync(desk.Rows.Actor, new AddEmployer { Id = id, Details = wrong }, null, Cancel);
        Assert.Equal(RefusalReason.FieldsWrong, refused.Refusal!.Reason);
        Assert.Equal(
            [
                new(EmployerField.BranchOf, FieldReason.BranchOfUnknown), new(EmployerField.CompanyNumber, FieldReason.CompanyNumberForm),
                new(EmployerField.DisabilityConfidentLevel, FieldReason.LevelUnknown), new(EmployerField.Name, FieldReason.Missing),
                new(EmployerField.NeedsRecorded, FieldReason.DayToCome), new(EmployerField.Owner, FieldReason.OwnerUnknown), new(EmployerField.Postcode, FieldReason.LeaveEmpty),
                new(EmployerField.SicDivision, FieldReason.SicUnknown), new(EmployerField.Tags, FieldReason.TextTooLong), new(EmployerField.Town, FieldReason.TextTooLong),
                new(EmployerField.Website, FieldReason.WebsiteForm),
            ],
            refused.Refusal.Problems.OrderBy(problem => problem.Field, StringComparer.Ordinal));
        Assert.Null(await desk.ReadAsync(session => session.Employers.EmployerAsync(id)));
    }

    [Fact]
    public async Task Of_two_who_edit_the_second_is_told_who_changed_what()
    {
        var desk = await Desk.OpenAsync(database);
        var added = (await AddAsync(desk, Whole)).Employer;
        var lead = await ChangeAsync(desk, added, EmployerDetails.Of(added) with { Town = "Ilkley", CompanyNumber = null }, desk.Lead);
        Assert.Equal(2, lead.Value!.Employer.Version);

        var late = await ChangeAsync(desk, added, EmployerDetails.Of(added) with { Website = "example.org" });
        Assert.Equal((RefusalReason.ChangedMeanwhile, "Bronwen Ifans"), (late.Refusal!.Reason, late.Refusal.By));
        Assert.Equal([EmployerField.CompanyNumber, EmployerField.Town], late.Refusal.Fields);

        var change = (await desk.ReadAsync(session => session.Audit.OfAsync(added.Id)))[^1];
        var values = await desk.ReadAsync(session => session.Audit.ValuesAsync(change.Id));
        Assert.Equal([("01234567", null), ("Otley", "Ilkley")], values.Select(value => (value.OldValue, value.NewValue)));
    }

    [Fact]
    public async Task A_form_that_changes_nothing_saves_nothing()
    {
        var desk = await Desk.OpenAsync(database);
        var added = (await AddAsync(desk, Whole)).Employer;
        desk.Later(TimeSpan.FromDays(40));
        var same = await ChangeAsync(desk, added, EmployerDetails.Of(added));
        Assert.Equal((added, null), (same.Value!.Employer, same.Value.UndoId));
        Assert.Single(await desk.ReadAsync(session => session.Audit.OfAsync(added.Id)));
    }

    [Fact]
    public async Task Only_its_team_changes_an_employer_and_others_are_told_whom_to_ask()
    {
        var (desk, other) = (await Desk.OpenAsync(database), await Desk.OpenAsync(database));
        var added = (await AddAsync(desk, Whole)).Employer;
        var refused = await ChangeAsync(desk, added, Whole, other.Rows.Actor);
        Assert.Equal((RefusalReason.OfAnotherTeam, "Ystrad Stores, Leeds North"), (refused.Refusal!.Reason, string.Join(", ", refused.Refusal.Names)));
        Assert.Equal(RefusalReason.NotAllowed, (await ChangeAsync(desk, added, Whole, desk.Admin)).Refusal!.Reason);
        Assert.Equal(RefusalReason.OfAnotherTeam, (await desk.EmployerEditing.ArchiveAsync(other.Rows.Actor, added.Id, 1, null, Cancel)).Refusal!.Reason);

        var seen = (await desk.EmployerEditing.ShowAsync(other.Rows.Actor, added.Id, null, Cancel)).Value!.Employer;
        Assert.Equal((null, null, null, "Otley"), (seen.Needs, seen.Notes, seen.Source, seen.Town));
        Assert.Equal(added, (await desk.EmployerEditing.ShowAsync(desk.Lead, added.Id, null, Cancel)).Value!.Employer);
    }

    [Fact]
    public async Task A_change_and_the_adding_can_be_taken_back_while_nobody_has_built_on_them()
    {
        var desk = await Desk.OpenAsync(database);
        var first = await AddAsync(desk, Whole);
        var second = (await ChangeAsync(desk, first.Employer, Whole with { Name = "Ystrad Bakery" })).Value!;
        Assert.Equal(RefusalReason.ChangedMeanwhile, (await desk.TryUndoAsync(first.UndoId)).Refusal!.Reason);

        var undone = await desk.UndoAsync(second.UndoId);
        Assert.Equal((UndoKind.EmployerChanged, "Ystrad Stores"), (undone.Kind, undone.EmployerName));
        Assert.Equal(first.Employer with { Version = 3 }, await desk.ReadAsync(session => session.Employers.EmployerAsync(first.Employer.Id)));
        Assert.Equal(RefusalReason.AlreadyUndone, (await desk.TryUndoAsync(second.UndoId)).Refusal!.Reason);

        Assert.Equal((UndoKind.EmployerAdded, "Ystrad Stores"), (await desk.UndoAsync(first.UndoId) is var gone ? (gone.Kind, gone.EmployerName) : default));
        Assert.Null(await desk.ReadAsync(session => session.Employers.EmployerAsync(first.Employer.Id)));
    }

    [Fact]
    public async Task What_somebody_has_built_on_is_not_removed()
    {
        var desk = await Desk.OpenAsync(database);
        var added = await AddAsync(desk, Whole);
        await desk.WriteAsync(session => session.Employers.AddAsync(desk.Rows.Contact with { Id = database.Ids.New(), EmployerId = added.Employer.Id }));
        Assert.Equal(RefusalReason.ChangedMeanwhile, (await desk.TryUndoAsync(added.UndoId)).Refusal!.Reason);
        Assert.NotNull(await desk.ReadAsync(session => session.Employers.EmployerAsync(added.Employer.Id)));
    }

    [Fact]
    public async Task Archiving_and_restoring_are_changes_like_any_other()
    {
        var desk = await Desk.OpenAsync(database);
        var added = (await AddAsync(desk, Whole)).Employer;
        var archived = (await desk.EmployerEditing.ArchiveAsync(desk.Rows.Actor, added.Id, 1, null, Cancel)).Value!;
        Assert.Equal(desk.Today, archived.Employer.ArchivedOn);
        Assert.Equal(RefusalReason.ChangedMeanwhile, (await desk.EmployerEditing.RestoreAsync(desk.Rows.Actor, added.Id, 1, null, Cancel)).Refusal!.Reason);
        var restored = (await desk.EmployerEditing.RestoreAsync(desk.Rows.Actor, added.Id, 2, null, Cancel)).Value!;
        Assert.Null(restored.Employer.ArchivedOn);
        await desk.UndoAsync(restored.UndoId);
        Assert.Equal(desk.Today, (await desk.ReadAsync(session => session.Employers.EmployerAsync(added.Id)))!.ArchivedOn);
        Assert.Equal(
            ["employer-added", "employer-archived", "employer-restored", "employer-undone"],
            (await desk.ReadAsync(session => session.Audit.OfAsync(added.Id))).Select(entry => entry.Action).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Needs_and_notes_go_through_the_guard_and_unchanged_ones_are_not_asked_about_again()
    {
        var desk = await Desk.OpenAsync(database);
        var risky = Whole with { Notes = "Her depression is worse this month." };
        var asked = await desk.EmployerEditing.AddAsync(desk.Rows.Actor, new AddEmployer { Details = risky }, null, Cancel);
        Assert.Equal(RefusalReason.FreeTextNeedsAnswer, asked.Refusal!.Reason);
        var kept = asked.Refusal.FreeText!.Decided(GuardChoice.Kept);
        var saved = await desk.EmployerEditing.AddAsync(desk.Rows.Actor, new AddEmployer { Details = risky, Guard = kept }, null, Cancel);
        var again = await ChangeAsync(desk, saved.Value!.Employer, risky with { Town = "Ilkley" });
        Assert.Equal("Ilkley", again.Value!.Employer.Town);
        var values = await desk.ReadAsync(async session => await session.Audit.ValuesAsync((await session.Audit.OfAsync(saved.Value.Employer.Id))[0].Id));
        Assert.StartsWith("Kept", Assert.Single(values).NewValue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_branch_does_not_become_the_whole_of_its_whole()
    {
        var desk = await Desk.OpenAsync(database);
        var whole = (await AddAsync(desk, Whole)).Employer;
        var branch = (await AddAsync(desk, Whole with { Name = "Branch", BranchOfId = whole.Id })).Employer;
        Assert.Equal(whole.Id, branch.BranchOfId);
        var turned = await ChangeAsync(desk, whole, EmployerDetails.Of(whole) with { BranchOfId = branch.Id });
        Assert.Equal(new FieldProblem(EmployerField.BranchOf, FieldReason.BranchOfUnknown), Assert.Single(turned.Refusal!.Problems));
    }

    [Fact]
    public async Task The_same_form_saved_twice_is_one_employer()
    {
        var desk = await Desk.OpenAsync(database);
        var add = new AddEmployer { Id = database.Ids.New(), Details = Whole };
        Assert.NotNull((await desk.EmployerEditing.AddAsync(desk.Rows.Actor, add, null, Cancel)).Value);
        Assert.Equal(RefusalReason.LineFinished, (await desk.EmployerEditing.AddAsync(desk.Rows.Actor, add, null, Cancel)).Refusal!.Reason);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<EmployerSaved> AddAsync(Desk desk, EmployerDetails details)
    {
        var outcome = await desk.EmployerEditing.AddAsync(desk.Rows.Actor, new AddEmployer { Details = details }, null, Cancel);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private static Task<Outcome<EmployerSaved>> ChangeAsync(Desk desk, Employer seen, EmployerDetails details, Core.People.Actor? actor = null)
    {
        desk.Later(TimeSpan.FromMinutes(1));
        return desk.EmployerEditing.ChangeAsync(
            actor ?? desk.Rows.Actor, new ChangeEmployer { EmployerId = seen.Id, ExpectedVersion = seen.Version, Details = details }, null, Cancel);
    }
}

public sealed class EmployerEditingOnSqlite(SqliteDatabase database) : EmployerEditingTests(database), IClassFixture<SqliteDatabase>;

public sealed class EmployerEditingOnSqlServer(SqlServerDatabase database) : EmployerEditingTests(database), IClassFixture<SqlServerDatabase>;
