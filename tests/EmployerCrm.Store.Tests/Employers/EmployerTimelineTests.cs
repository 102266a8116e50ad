using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Employers;

/// <summary>Everything that happened at an employer, the latest first, page by page; what is about a client stays with the client's team.</summary>
public abstract class EmployerTimelineTests(TestDatabase database)
{
    [Fact]
    public async Task The_own_team_reads_notes_and_clients_and_others_the_bare_fact()
    {
        var desk = await Desk.OpenAsync(database);
        var elsewhere = await Rows.StoredAsync(database.Store, database.Ids);
        await desk.LogAsync(Visit(desk) with { Notes = "Owner is keen.", ClientReference = desk.Rows.Client.Reference, ContactName = "Siân O'Brien" });

        var own = Assert.Single(await VisitsAsync(desk, desk.Rows.Actor));
        Assert.Equal(("Owner is keen.", desk.Rows.Client.Reference, "Siân O'Brien", true), (own.Visit!.Notes, own.Visit.ClientReference, own.Visit.ContactName, own.Visit.IsOwnTeams));
        foreach (var other in new[] { elsewhere.Actor, desk.Admin })
        {
            var theirs = Assert.Single(await VisitsAsync(desk, other));
            Assert.Equal(("Alex Wilber", Channel.InPerson, VisitState.Held, desk.Today), (theirs.By, theirs.Visit!.Channel, theirs.Visit.State, theirs.On));
            Assert.Equal((null, null, null, false), (theirs.Visit.Notes, theirs.Visit.ClientReference, theirs.Visit.ContactName, theirs.Visit.IsOwnTeams));
            Assert.Null(theirs.Visit.Purpose);
        }
    }

    [Fact]
    public async Task Every_source_stands_in_one_order()
    {
        var desk = await Desk.OpenAsync(database);
        await desk.WriteAsync(async session =>
        {
            var entry = desk.Rows.Entry(desk.Rows.Employer.Id) with { At = desk.Now.AddDays(-20), Action = "employer-changed", RecordKind = "employer" };
            await session.Audit.AddAsync(entry, [new() { AuditId = entry.Id, Field = "town", OldValue = "Leeds", NewValue = "Otley" }]);
            await session.Audit.AddAsync(desk.Rows.Entry(desk.Rows.Contact.Id) with { At = desk.Now.AddDays(-15), Action = "contact-added", RecordKind = "contact" }, []);
            await session.Openings.AddAsync(desk.Rows.Opening(desk.Today.AddDays(20)) with { RecordedAt = desk.Now.AddDays(-10) });
        });
        var start = new RecordJobStart { ClientReference = desk.Rows.Client.Reference, EmployerId = desk.Rows.Employer.Id, StartsOn = desk.Today.AddDays(-5) };
        await desk.JobStarts.RecordAsync(desk.Rows.Actor, start, null, Token);
        desk.Later(TimeSpan.FromMinutes(1));
        await desk.JobEnds.RecordAsync(desk.Rows.Actor, new RecordJobEnd { ClientReference = desk.Rows.Client.Reference, EndedOn = desk.Today.AddDays(-1) }, null, Token);
        await desk.LogAsync(Visit(desk) with { State = VisitState.Planned, On = desk.Today.AddDays(3) });
        await desk.LogAsync(Visit(desk) with { On = desk.Today.AddDays(-12) });

        var entries = (await PageAsync(desk, desk.Rows.Actor, null, 50)).Entries;

        Assert.Equal(
            [
                TimelineKind.Visit, TimelineKind.LevelChanged, TimelineKind.JobEnded, TimelineKind.JobStarted, TimelineKind.Opening, TimelineKind.Visit, TimelineKind.ContactChanged,
                TimelineKind.EmployerChanged,
            ],
            entries.Select(entry => entry.Kind));
        Assert.Equal(("town", "two porters", "Siân O'Brien", LevelReason.Clients), (Assert.Single(entries[^1].Fields), entries[4].Text, entries[6].Text, entries[1].Level!.Because));

        var others = (await PageAsync(desk, Actor.For((await Rows.StoredAsync(database.Store, database.Ids)).Specialist, Via.Web), null, 50)).Entries;
        Assert.DoesNotContain(others, entry => entry.Kind is TimelineKind.JobStarted or TimelineKind.JobEnded);
        Assert.Null(others.Single(entry => entry.Kind == TimelineKind.LevelChanged).Level!.Because);
        Assert.DoesNotContain(others, entry => entry.Text == desk.Rows.Client.Reference);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Pages_of_any_size_show_each_entry_once_though_many_were_recorded_at_one_instant(int size)
    {
        var desk = await Desk.OpenAsync(database);
        for (var visit = 0; visit < 12; visit++)
        {
            if (visit % 5 == 0)
                desk.Later(TimeSpan.FromMinutes(1));
            await desk.LogAsync(Visit(desk) with { On = desk.Today.AddDays(-visit / 4), Notes = $"visit {visit}" });
        }

        await desk.WriteAsync(session => session.Openings.AddAsync(desk.Rows.Opening(desk.Today) with { RecordedAt = desk.Now }));
        var whole = (await PageAsync(desk, desk.Rows.Actor, null, 100)).Entries;
        Assert.Equal(12, whole.Count(entry => entry.Kind == TimelineKind.Visit));

        var (read, place, pages) = (new List<TimelineEntry>(), (TimelinePlace?)null, 0);
        do
        {
            var page = await PageAsync(desk, desk.Rows.Actor, TimelinePlace.Parse(place?.ToString()), size);
            read.AddRange(page.Entries);
            place = page.Next;
        }
        while (place is not null && ++pages < 50);

        Assert.Equal(whole.Select(entry => (entry.Kind, entry.RecordId, entry.At)), read.Select(entry => (entry.Kind, entry.RecordId, entry.At)));
    }

    [Theory]
    [InlineData("20261118-20261118102030123-2", true)]
    [InlineData("20261118-20261118102030123-41", false)]
    [InlineData("00010101-20261118102030123-0", false)]
    [InlineData("2026-11-18", false)]
    [InlineData("'; drop table visits --", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_place_is_read_from_an_address_or_not_at_all(string? text, bool isPlace) =>
        Assert.Equal(isPlace ? text : null, TimelinePlace.Parse(text)?.ToString());

    [Fact]
    public async Task Near_a_place_stand_the_latest_contact_the_level_and_what_colleagues_plan()
    {
        var desk = await Desk.OpenAsync(database);
        var elsewhere = await Rows.StoredAsync(database.Store, database.Ids);
        var town = $"Llan{string.Concat(database.Ids.New().ToString("N")[^7..].Select(letter => (char)('a' + (letter % 26))))}";
        var (known, unknown) = (desk.Rows.EmployerNamed("Known") with { Town = town, Postcode = "SY23 2AX" }, desk.Rows.EmployerNamed("Unknown") with { Town = town, DoNotApproachSince = desk.Today });
        await desk.WriteAsync(async session =>
        {
            await session.Employers.AddAsync(unknown);
            await session.Employers.AddAsync(known);
            await session.Employers.AddAsync(desk.Rows.EmployerNamed("Archived") with { Town = town, ArchivedOn = desk.Today });
        });
        await desk.LogAsync(Visit(desk) with { EmployerId = known.Id, On = desk.Today.AddDays(-2) });
        await desk.LogAsync(Visit(desk) with { EmployerId = known.Id, State = VisitState.Planned, On = desk.Today.AddDays(4) }, elsewhere.Actor);

        var near = (await desk.Near.ShowAsync(desk.Rows.Actor, town.ToUpperInvariant(), null, Token)).Value!;

        Assert.Equal(["Known", "Unknown"], near.Employers.Select(employer => employer.Employer.Name));
        Assert.Equal((desk.Today.AddDays(-2), 2, false), (near.Employers[0].Employer.LastOn, near.Employers[0].Employer.Level, near.Employers[0].Employer.DoNotApproach));
        Assert.Equal((desk.Today.AddDays(4), elsewhere.Specialist.Id), (Assert.Single(near.Employers[0].Planned).On, near.Employers[0].Planned[0].SpecialistId));
        Assert.True(near.Employers[1].Employer.DoNotApproach);
        Assert.Contains((await desk.Near.ShowAsync(desk.Rows.Actor, "sy23", null, Token)).Value!.Employers, employer => employer.Employer.Id == known.Id);

        foreach (var typed in new[] { town.Remove(5, 1), town[1..] })
        {
            near = (await desk.Near.ShowAsync(desk.Rows.Actor, typed, null, Token)).Value!;
            Assert.Equal((town, 2), (near.Place, near.Employers.Count));
        }

        Assert.Empty((await desk.Near.ShowAsync(desk.Rows.Actor, "Xyzzyx", null, Token)).Value!.Employers);
        Assert.Equal(RefusalReason.NotFound, (await desk.Near.ShowAsync(desk.Rows.Actor, " ? ", null, Token)).Refusal!.Reason);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static LogVisit Visit(Desk desk) => new() { EmployerId = desk.Rows.Employer.Id, Channel = Channel.InPerson, On = desk.Today };

    private static async Task<TimelinePage> PageAsync(Desk desk, Actor actor, TimelinePlace? before, int size) =>
        (await desk.Timeline.PageAsync(actor, desk.Rows.Employer.Id, before, size, Token)).Value!;

    private static async Task<IReadOnlyList<TimelineEntry>> VisitsAsync(Desk desk, Actor actor) =>
        [.. (await PageAsync(desk, actor, null, 50)).Entries.Where(entry => entry.Kind == TimelineKind.Visit)];
}

public sealed class EmployerTimelineOnSqlite(SqliteDatabase database) : EmployerTimelineTests(database), IClassFixture<SqliteDatabase>;

public sealed class EmployerTimelineOnSqlServer(SqlServerDatabase database) : EmployerTimelineTests(database), IClassFixture<SqlServerDatabase>;
