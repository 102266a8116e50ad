using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Remembering;

/// <summary>What a process remembers of people, clients and employers is what is stored, whoever stored it.</summary>
public abstract class RememberedTests(TestDatabase database)
{
    [Fact]
    public async Task What_another_process_adds_is_found_at_the_next_read()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        Assert.Empty(await FindAsync(rows.Actor, "hazelbrow"));
        Assert.Null(await database.Store.Read(session => session.People.SpecialistWithObjectIdAsync("object-hazel")));
        Assert.DoesNotContain("HZ99", await database.Store.Read(session => session.Clients.ReferencesOfTeamAsync(rows.Team.Id)));
        Assert.Single(await database.Store.Read(session => session.Employers.ContactsAsync(rows.Employer.Id)));

        var employer = rows.EmployerNamed("Hazelbrow Motors");
        await using (var other = await database.OpenAsync())
        {
            await other.Write(async session =>
            {
                await session.Employers.AddAsync(employer);
                await session.Employers.AddAsync(new Contact { Id = database.Ids.New(), EmployerId = rows.Employer.Id, Name = "Ann Second", Version = 1 });
                await session.People.AddAsync(rows.Person("Hazel Dormer", Role.Specialist) with { ObjectId = "object-hazel" });
                await session.Clients.AddAsync(rows.Client with { Id = database.Ids.New(), Reference = "HZ99" }, []);
            });
        }

        Assert.Equal(employer.Id, Assert.Single(await FindAsync(rows.Actor, "hazelbrow")).Id);
        Assert.NotNull(await database.Store.Read(session => session.People.SpecialistWithObjectIdAsync("object-hazel")));
        Assert.Contains("HZ99", await database.Store.Read(session => session.Clients.ReferencesOfTeamAsync(rows.Team.Id)));
        Assert.Equal(["Ann Second", "Siân O'Brien"], (await database.Store.Read(session => session.Employers.ContactsAsync(rows.Employer.Id))).Select(contact => contact.Name));
    }

    [Fact]
    public async Task What_is_changed_by_hand_is_seen_too()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var id = rows.Specialist.Id;
        Assert.Null((await database.Store.Read(session => session.People.SpecialistAsync(id)))!.LeftOn);
        await using (var other = await database.OpenAsync())
            await other.Write(session => ((CrmSession)session).Sql.ExecuteUnrecordedAsync("update specialists set left_on = @On where id = @Id", new { On = new DateOnly(2026, 11, 1), Id = id }));
        Assert.Equal(new DateOnly(2026, 11, 1), (await database.Store.Read(session => session.People.SpecialistAsync(id)))!.LeftOn);
    }

    [Fact]
    public async Task A_transaction_sees_what_it_changed_itself_and_nobody_else_does_when_it_is_rolled_back()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var second = new Contact { Id = database.Ids.New(), EmployerId = rows.Employer.Id, Name = "Zoe Second", Version = 1 };
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Store.Write(async session =>
        {
            Assert.Single(await session.Employers.ContactsAsync(rows.Employer.Id));
            await session.Employers.AddAsync(second);
            Assert.Equal(2, (await session.Employers.ContactsAsync(rows.Employer.Id)).Count);
            throw new InvalidOperationException();
        }));
        Assert.Single(await database.Store.Read(session => session.Employers.ContactsAsync(rows.Employer.Id)));
        await database.Store.Write(session => session.Employers.AddAsync(second));
        Assert.Equal(2, (await database.Store.Read(session => session.Employers.ContactsAsync(rows.Employer.Id))).Count);
    }

    [Fact]
    public async Task An_employer_that_is_gone_is_found_no_more()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var employer = rows.EmployerNamed("Quenby Florists");
        await database.Store.Write(session => session.Employers.AddAsync(employer));
        Assert.Single(await FindAsync(rows.Actor, "quenby"));
        Assert.True(await database.Store.Write(session => session.Employers.RemoveEmployerIfUnusedAsync(employer.Id, 1)));
        Assert.Empty(await FindAsync(rows.Actor, "quenby"));
        Assert.Null(await database.Store.Read(session => session.Employers.EmployerAsync(employer.Id)));
    }

    [Fact]
    public async Task A_search_that_remembers_some_words_finds_what_one_that_remembers_none_finds()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        await database.Store.Write(async session =>
        {
            foreach (var name in new[] { "Larkfield Hotel", "Larkfield Bakery", "Mossgate Hotel" })
                await session.Employers.AddAsync(rows.EmployerNamed(name));
        });
        await FindAsync(rows.Actor, "larkfield");
        await FindAsync(rows.Actor, "hotel");
        var remembering = await FindAsync(rows.Actor, "mossgate hotel larkfeld bakery");
        await using var fresh = await database.OpenAsync();
        var reading = await fresh.Read(session => session.Employers.WithKeysAsync(rows.Actor, EmployerKeys.ForQuery(FoldedText.Words("mossgate hotel larkfeld bakery"))));
        Assert.Equal(reading.Select(employer => employer.Name), remembering.Select(employer => employer.Name));
    }

    [Fact]
    public async Task Reads_together_see_one_state_and_what_they_wrote_themselves()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        using var together = database.Store.ReadTogether();
        Assert.Empty(await OpenAsync(rows));
        var followUp = rows.FollowUp();
        await database.Store.Write(session => session.FollowUps.AddAsync(followUp));
        Assert.Equal([followUp.Id], await OpenAsync(rows));
        together.Dispose();
        var later = rows.FollowUp() with { CreatedAt = Rows.Now.AddMinutes(1) };
        await database.Store.Write(session => session.FollowUps.AddAsync(later));
        Assert.Equal([followUp.Id, later.Id], await OpenAsync(rows));
    }

    [Fact]
    public async Task Reads_together_may_run_beside_each_other()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        using var together = database.Store.ReadTogether();
        var inside = new TaskCompletionSource();
        var first = database.Store.Read(async session =>
        {
            await inside.Task;
            return await session.Employers.EmployerAsync(rows.Employer.Id);
        });
        Assert.NotNull(await database.Store.Read(session => session.People.SpecialistAsync(rows.Specialist.Id)));
        together.Dispose();
        inside.SetResult();
        Assert.NotNull(await first);
    }

    private async Task<IEnumerable<Guid>> OpenAsync(Rows rows) =>
        (await database.Store.Read(session => session.FollowUps.OpenOfOwnerAsync(rows.Specialist.Id, null))).Select(followUp => followUp.Id);

    private Task<IReadOnlyList<DirectoryEmployer>> FindAsync(Actor actor, string typed) =>
        database.Store.Read(session => session.Employers.WithKeysAsync(actor, EmployerKeys.ForQuery(FoldedText.Words(typed))));
}

public sealed class RememberedOnSqlite(SqliteDatabase database) : RememberedTests(database), IClassFixture<SqliteDatabase>;

public sealed class RememberedOnSqlServer(SqlServerDatabase database) : RememberedTests(database), IClassFixture<SqlServerDatabase>;
