using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Undo;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Employers;

/// <summary>Openings are recorded lightly, are the team's, expire by themselves and show whom they may suit.</summary>
public abstract class OpeningTests(TestDatabase database)
{
    [Fact]
    public async Task An_opening_that_fits_a_client_of_mine_comes_first()
    {
        var desk = await Desk.OpenAsync(database);
        await desk.WriteAsync(session => session.Clients.SaveAsync(desk.Rows.Client with { Version = 2 }, ["Kitchen and catering"], 1));
        var shop = await RecordAsync(desk, "shop assistant", closes: 3);
        var porters = await RecordAsync(desk, "two porters", closes: 20);
        var odd = await RecordAsync(desk, "lion tamer", closes: 4);
        Assert.Equal(("Retail", "Kitchen and catering", null), (shop.Opening.JobType, porters.Opening.JobType, odd.Opening.JobType));

        var live = await LiveAsync(desk);
        Assert.Equal([porters.Opening.Id, shop.Opening.Id, odd.Opening.Id], live.Openings.Select(opening => opening.Listing.Id));
        Assert.Equal([desk.Rows.Client.Reference], live.Openings[0].FitsClients);
        Assert.Empty((await LiveAsync(desk, desk.Lead)).Openings[0].FitsClients);
    }

    [Fact]
    public async Task An_opening_expires_by_itself_after_four_weeks_when_nobody_said()
    {
        var desk = await Desk.OpenAsync(database);
        var soon = await RecordAsync(desk, "two porters");
        var from = await RecordAsync(desk, "cleaner", from: 10);
        Assert.Equal((desk.Today.AddDays(28), desk.Today.AddDays(38)), (soon.Opening.ClosesOn, from.Opening.ClosesOn));
        desk.Later(TimeSpan.FromDays(28));
        Assert.Equal(2, (await LiveAsync(desk)).Openings.Count);
        desk.Later(TimeSpan.FromDays(1));
        Assert.Equal([from.Opening.Id], (await LiveAsync(desk)).Openings.Select(opening => opening.Listing.Id));
    }

    [Fact]
    public async Task An_opening_is_of_the_team_that_heard_of_it_and_closed_by_it()
    {
        var (desk, other) = (await Desk.OpenAsync(database), await Desk.OpenAsync(database));
        var heard = (await other.Openings.RecordAsync(other.Rows.Actor, new RecordOpening { EmployerId = desk.Rows.Employer.Id, Job = "cook" }, null, Cancel)).Value!;
        Assert.Empty((await LiveAsync(desk)).Openings);
        Assert.Equal(RefusalReason.NotFound, (await desk.Openings.CloseAsync(desk.Rows.Actor, heard.Opening.Id, 1, null, Cancel)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.Openings.LiveAsync(desk.Admin, null, Cancel)).Refusal!.Reason);

        var closed = (await other.Openings.CloseAsync(other.Lead, heard.Opening.Id, 1, null, Cancel)).Value!;
        Assert.Equal(other.Today, closed.Opening.ClosedOn);
        Assert.Null((await other.Openings.CloseAsync(other.Rows.Actor, heard.Opening.Id, 1, null, Cancel)).Value!.UndoId);
        Assert.Equal(UndoKind.OpeningChanged, (await other.UndoAsync(closed.UndoId, other.Lead)).Kind);
        Assert.Single((await LiveAsync(other)).Openings);
        Assert.Equal(UndoKind.OpeningRecorded, (await other.UndoAsync(heard.UndoId)).Kind);
        Assert.Empty((await LiveAsync(other)).Openings);
    }

    [Fact]
    public async Task What_cannot_be_kept_is_told_beside_its_field()
    {
        var desk = await Desk.OpenAsync(database);
        var record = new RecordOpening { EmployerId = desk.Rows.Employer.Id, Job = " ", ClosesOn = desk.Today.AddDays(-1), From = desk.Today.AddYears(3), SaidById = database.Ids.New() };
        var refused = await desk.Openings.RecordAsync(desk.Rows.Actor, record, null, Cancel);
        Assert.Equal(
            [
                new(OpeningField.Closes, FieldReason.DayUnlikely), new(OpeningField.From, FieldReason.DayUnlikely), new(OpeningField.Job, FieldReason.Missing),
                new(OpeningField.SaidBy, FieldReason.ContactUnknown),
            ],
            refused.Refusal!.Problems.OrderBy(problem => problem.Field, StringComparer.Ordinal));
        var asked = await desk.Openings.RecordAsync(desk.Rows.Actor, record with { Job = "porter, suits his schizophrenia", ClosesOn = null, From = null, SaidById = null }, null, Cancel);
        Assert.Equal(RefusalReason.FreeTextNeedsAnswer, asked.Refusal!.Reason);
    }

    [Fact]
    public async Task Openings_and_needs_count_as_evidence_until_they_are_taken_back()
    {
        var desk = await Desk.OpenAsync(database);
        var opening = await RecordAsync(desk, "two porters");
        var needs = EmployerDetails.Of(desk.Rows.Employer) with { Needs = "Early starters." };
        var changed = await desk.EmployerEditing.ChangeAsync(
            desk.Rows.Actor, new ChangeEmployer { EmployerId = desk.Rows.Employer.Id, ExpectedVersion = 1, Details = needs }, null, Cancel);
        Assert.Equal((1, 1), await EvidenceAsync(desk));
        await AssertKeptAsync();

        await desk.UndoAsync(changed.Value!.UndoId);
        await desk.UndoAsync(opening.UndoId);
        Assert.Equal((0, 0), await EvidenceAsync(desk));
        await AssertKeptAsync();

        async Task AssertKeptAsync() => Assert.DoesNotContain(
            await database.Store.RebuildAsync(desk.Fidelity.Engagement, Cancel), line => line.Contains(desk.Rows.Employer.Id.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<(int Openings, int Needs)> EvidenceAsync(Desk desk)
    {
        var evidence = await desk.ReadAsync(session => session.Engagement.EvidenceAsync(desk.Rows.Employer.Id, desk.Today.AddYears(-1)));
        return (evidence.Sum(day => day.Counts.Openings), evidence.Sum(day => day.Counts.Needs));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<OpeningSaved> RecordAsync(Desk desk, string job, int? closes = null, int? from = null)
    {
        var record = new RecordOpening
        {
            EmployerId = desk.Rows.Employer.Id, Job = job, ClosesOn = closes is { } days ? desk.Today.AddDays(days) : null, From = from is { } later ? desk.Today.AddDays(later) : null,
            SaidById = desk.Rows.Contact.Id,
        };
        var outcome = await desk.Openings.RecordAsync(desk.Rows.Actor, record, null, Cancel);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private static async Task<OpeningsShown> LiveAsync(Desk desk, Core.People.Actor? actor = null) => (await desk.Openings.LiveAsync(actor ?? desk.Rows.Actor, null, Cancel)).Value!;
}

public sealed class OpeningOnSqlite(SqliteDatabase database) : OpeningTests(database), IClassFixture<SqliteDatabase>;

public sealed class OpeningOnSqlServer(SqlServerDatabase database) : OpeningTests(database), IClassFixture<SqlServerDatabase>;
