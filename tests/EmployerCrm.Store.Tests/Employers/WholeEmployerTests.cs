using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Employers;

/// <summary>Everything that is known of employers, contacts and openings is stored, and what employers are found by follows every change.</summary>
public abstract class WholeEmployerTests(TestDatabase database)
{
    private static readonly DateOnly Day = new(2026, 11, 17);

    [Fact]
    public async Task An_employer_with_every_field_comes_back_as_stored_and_as_saved()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var employer = rows.WholeEmployer("Ystrad Stores");
        await database.Store.Write(session => session.Employers.AddAsync(employer));
        Assert.Equal(employer, await database.Store.Read(session => session.Employers.EmployerAsync(employer.Id)));

        var saved = rows.EmployerNamed("Ystrad Stores & Sons") with { Id = employer.Id, Version = 2 };
        Assert.True(await database.Store.Write(session => session.Employers.SaveAsync(saved, 1)));
        Assert.Equal(saved, await database.Store.Read(session => session.Employers.EmployerAsync(employer.Id)));
        Assert.False(await database.Store.Write(session => session.Employers.SaveAsync(employer, 1)));
        Assert.True(await database.Store.Write(session => session.Employers.SaveAsync(employer with { Version = 3 }, 2)));
        Assert.Equal(employer with { Version = 3 }, await database.Store.Read(session => session.Employers.EmployerAsync(employer.Id)));
    }

    [Fact]
    public async Task A_contact_with_every_field_comes_back_as_stored_and_as_saved()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var contact = rows.WholeContact("Bethan Price");
        await database.Store.Write(session => session.Employers.AddAsync(contact));
        Assert.Equal(contact, await database.Store.Read(session => session.Employers.ContactAsync(contact.Id)));
        var saved = rows.Contact with { Id = contact.Id, Name = "Beth Price", Version = 2 };
        Assert.True(await database.Store.Write(session => session.Employers.SaveAsync(saved, 1)));
        Assert.False(await database.Store.Write(session => session.Employers.SaveAsync(contact, 1)));
        Assert.Equal([saved, rows.Contact], await database.Store.Read(session => session.Employers.ContactsAsync(contact.EmployerId)));
    }

    [Fact]
    public async Task An_opening_comes_back_as_stored_and_is_listed_for_its_team_while_it_is_live()
    {
        var (rows, other) = (await Rows.StoredAsync(database.Store, database.Ids), await Rows.StoredAsync(database.Store, database.Ids));
        var (later, sooner) = (rows.Opening(Day.AddDays(9)), rows.Opening(Day) with { SaidById = null, Hours = null, JobType = null, From = null });
        Opening[] not = [rows.Opening(Day.AddDays(-1)), rows.Opening(Day.AddDays(5)) with { ClosedOn = Day }, other.Opening(Day.AddDays(5))];
        await database.Store.Write(async session =>
        {
            foreach (var opening in not.Append(later).Append(sooner))
                await session.Openings.AddAsync(opening);
        });
        var live = await database.Store.Read(session => session.Openings.LiveAsync(rows.Team.Id, Day));
        Assert.Equal([sooner.Id, later.Id], live.Select(opening => opening.Id));
        Assert.Equal(("Friday's Café", "Leeds", "Siân O'Brien", "Alex Wilber"), (live[1].EmployerName, live[1].Town, live[1].SaidBy, live[1].RecordedBy));
        Assert.Equal(sooner, await database.Store.Read(session => session.Openings.OpeningAsync(sooner.Id)));
        Assert.Equal(4, (await database.Store.Read(session => session.Openings.OfEmployerAsync(rows.Employer.Id))).Count);

        Assert.False(await database.Store.Write(session => session.Employers.RemoveContactIfUnusedAsync(rows.Contact.Id, 1)));
        Assert.True(await database.Store.Write(session => session.Openings.SaveAsync(later with { ClosedOn = Day, Version = 2 }, 1)));
        Assert.False(await database.Store.Write(session => session.Openings.RemoveAsync(later.Id, 1)));
        Assert.True(await database.Store.Write(session => session.Openings.RemoveAsync(later.Id, 2)));
        await database.Store.Write(session => session.Employers.SaveAsync(rows.Employer with { ArchivedOn = Day, Version = 2 }, 1));
        Assert.Empty(await database.Store.Read(session => session.Openings.LiveAsync(rows.Team.Id, Day)));
    }

    [Fact]
    public async Task An_employer_is_found_by_everything_that_is_known_of_it_and_no_longer_by_what_was()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var employer = rows.WholeEmployer("Quarrendon Bakery") with { ArchivedOn = null };
        await database.Store.Write(async session =>
        {
            await session.Employers.AddAsync(employer);
            await session.Employers.AddAsync(rows.WholeContact("Gwenllian Rhys") with { EmployerId = employer.Id });
        });
        string[] keys = ["quarrendon", "a:corner", "a:cornercafe", "t:burley", "t:burly", "t:burley in wharfedale", "p:ls", "p:ls29", "p:ls297ab", "n:sc123456", "g:living wage", "c:gwenllian", "c:rys"];
        foreach (var key in keys)
            Assert.Contains(employer.Id, await HoldersAsync(rows, key));
        Assert.DoesNotContain(employer.Id, await HoldersAsync(rows, "corner"));

        var contact = Assert.Single(await database.Store.Read(session => session.Employers.ContactsAsync(employer.Id)));
        await database.Store.Write(async session =>
        {
            await session.Employers.SaveAsync(rows.EmployerNamed("Harrendon Bakery") with { Id = employer.Id, Town = null, Version = 2 }, 1);
            await session.Employers.SaveAsync(contact with { Name = "G Rhys", Version = 2 }, 1);
        });
        foreach (var key in keys[..^1])
            Assert.DoesNotContain(employer.Id, await HoldersAsync(rows, key));
        Assert.Contains(employer.Id, await HoldersAsync(rows, "c:rys"));
        Assert.True(await database.Store.Write(session => session.Employers.RemoveContactIfUnusedAsync(contact.Id, 2)));
        Assert.DoesNotContain(employer.Id, await HoldersAsync(rows, "c:rys"));
        Assert.DoesNotContain(await database.Store.RebuildAsync(TestContext.Current.CancellationToken), line => line.Contains("keys", StringComparison.Ordinal));
    }

    private async Task<IEnumerable<Guid>> HoldersAsync(Rows rows, string key) =>
        (await database.Store.Read(session => session.Employers.WithKeysAsync(rows.Actor, [key]))).Select(employer => employer.Id);
}

public sealed class WholeEmployerOnSqlite(SqliteDatabase database) : WholeEmployerTests(database), IClassFixture<SqliteDatabase>;

public sealed class WholeEmployerOnSqlServer(SqlServerDatabase database) : WholeEmployerTests(database), IClassFixture<SqlServerDatabase>;
