using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Employers;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Employers;

/// <summary>Finding employers, who knows them, and taking back one that was added by mistake.</summary>
public abstract class EmployerTests(TestDatabase database)
{
    private static readonly DateOnly Day = new(2026, 11, 17);

    [Theory]
    [InlineData("fridays cafe")]
    [InlineData("frydays")]
    [InlineData("FRIDAY’S")]
    [InlineData("cafe fridays")]
    public async Task An_employer_is_found_by_its_name_with_small_slips(string typed)
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var found = await FindAsync(rows.Actor, typed);
        var employer = found.Single(employer => employer.Id == rows.Employer.Id);
        Assert.Equal(("Friday's Café", "Leeds", EmployerRing.Mine), (employer.Name, employer.Town, employer.Ring));
        Assert.Equal(new DirectoryContact(rows.Contact.Id, "Siân O'Brien", "owner"), Assert.Single(employer.Contacts));
    }

    [Theory]
    [InlineData("𝒞𝒶𝒻𝒾 𝓜𝓸𝓬𝓱𝓪 𝕺𝖓𝖊", "𝓜𝓸𝓬𝓱𝓪")]
    [InlineData("&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&& Wrenfield", "wrenfield")]
    [InlineData("O'Brien & Söhne; DROP TABLE employers;-- 👩‍🍳 Ystrad", "ystrad")]
    public async Task An_employer_with_an_odd_name_is_stored_and_found(string name, string typed)
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var employer = rows.EmployerNamed(name);
        await database.Store.Write(session => session.Employers.AddAsync(employer));
        Assert.Equal(name, Assert.Single(await FindAsync(rows.Actor, typed)).Name);
        Assert.True(await database.Store.Write(session => session.Employers.RemoveEmployerIfUnusedAsync(employer.Id, 1)));
    }

    [Fact]
    public async Task The_ring_tells_how_near_an_employer_is_to_the_person()
    {
        var (mine, other) = (await Rows.StoredAsync(database.Store, database.Ids), await Rows.StoredAsync(database.Store, database.Ids));
        var owned = mine.EmployerNamed("Owlthorpe owned");
        var visited = mine.EmployerNamed("Owlthorpe visited") with { TeamId = other.Team.Id, OwnerId = null };
        var ofTeam = mine.EmployerNamed("Owlthorpe of the team") with { OwnerId = mine.Colleague.Id };
        var ofColleague = mine.EmployerNamed("Owlthorpe of a colleague") with { TeamId = other.Team.Id, OwnerId = null };
        var foreign = other.EmployerNamed("Owlthorpe foreign");
        await database.Store.Write(async session =>
        {
            foreach (var employer in new[] { owned, visited, ofTeam, ofColleague, foreign })
                await session.Employers.AddAsync(employer);
            await session.Employers.CountActivityAsync(visited.Id, mine.Specialist.Id, Day, inPerson: false);
            await session.Employers.CountActivityAsync(ofColleague.Id, mine.Colleague.Id, Day, inPerson: false);
            await session.Employers.CountActivityAsync(foreign.Id, other.Colleague.Id, Day, inPerson: false);
        });
        var rings = (await FindAsync(mine.Actor, "owlthorpe")).ToDictionary(employer => employer.Id, employer => employer.Ring);
        Assert.Equal(
            [EmployerRing.Mine, EmployerRing.Mine, EmployerRing.Team, EmployerRing.Team, EmployerRing.Region],
            new[] { owned, visited, ofTeam, ofColleague, foreign }.Select(employer => rings[employer.Id]));
        Assert.All(await FindAsync(Actor.System(Via.Job), "owlthorpe"), employer => Assert.Equal(EmployerRing.Region, employer.Ring));
    }

    [Fact]
    public async Task The_rarest_keys_come_first_and_common_ones_still_find_the_persons_own()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var many = Enumerable.Range(0, 30).Select(number => rows.EmployerNamed($"Kestrelmere Bakery {number}") with { OwnerId = null }).ToList();
        var rare = rows.EmployerNamed("Kestrelmere Zymurgy");
        await database.Store.Write(async session =>
        {
            foreach (var employer in many)
                await session.Employers.AddAsync(employer);
            await session.Employers.AddAsync(rare);
            await session.Employers.CountActivityAsync(many[29].Id, rows.Specialist.Id, Day, inPerson: true);
        });
        Assert.Equal(rare.Id, (await FindAsync(rows.Actor, "kestrelmere zymurgy"))[0].Id);
        Assert.Equal(31, (await FindAsync(rows.Actor, "kestrelmere")).Count);
        var few = await database.Store.Read(session => new EmployerSearch(((CrmSession)session).Sql, rows.Actor) { MostFinds = 4 }
            .WithKeysAsync(EmployerKeys.ForQuery(["kestrelmere"])));
        Assert.Contains(many[29].Id, few.Select(employer => employer.Id));
        Assert.InRange(few.Count, 1, 5);
    }

    [Fact]
    public async Task Nothing_is_found_by_nothing()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        Assert.Empty(await FindAsync(rows.Actor, ""));
        Assert.Empty(await FindAsync(rows.Actor, "xqzv"));
        var long_ = string.Join(' ', Enumerable.Range(0, 900).Select(number => $"xq{number}zvw"));
        Assert.Empty(await FindAsync(rows.Actor, long_));
    }

    [Fact]
    public async Task An_unused_employer_is_removed_with_its_keys_and_a_used_one_stays()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var unused = rows.EmployerNamed("Quillfeather Stores");
        await database.Store.Write(session => session.Employers.AddAsync(unused));
        Assert.False(await database.Store.Write(session => session.Employers.RemoveEmployerIfUnusedAsync(rows.Employer.Id, 1)));
        Assert.False(await database.Store.Write(session => session.Employers.RemoveEmployerIfUnusedAsync(unused.Id, 2)));
        Assert.Single(await FindAsync(rows.Actor, "quillfeather"));
        Assert.True(await database.Store.Write(session => session.Employers.RemoveEmployerIfUnusedAsync(unused.Id, 1)));
        Assert.Empty(await FindAsync(rows.Actor, "quillfeather"));
        await database.Store.Write(session => session.Employers.AddAsync(unused));
        Assert.Single(await FindAsync(rows.Actor, "quillfeather"));
    }

    [Fact]
    public async Task An_unused_contact_is_removed_and_one_that_was_visited_stays()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        await database.Store.Write(session => session.Visits.AddAsync(rows.Visit()));
        var unused = rows.Contact with { Id = database.Ids.New() };
        await database.Store.Write(session => session.Employers.AddAsync(unused));
        Assert.False(await database.Store.Write(session => session.Employers.RemoveContactIfUnusedAsync(rows.Contact.Id, 1)));
        Assert.True(await database.Store.Write(session => session.Employers.RemoveContactIfUnusedAsync(unused.Id, 1)));
    }

    [Fact]
    public async Task Activity_is_counted_and_recounted_from_the_visits_that_were_held()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        EmployerActivity[] expected = [new() { EmployerId = rows.Employer.Id, SpecialistId = rows.Specialist.Id, Contacts = 2, Visits = 1, FirstOn = Day.AddDays(-3), LastOn = Day }];
        await database.Store.Write(async session =>
        {
            await session.Visits.AddAsync(rows.Visit(Day));
            await session.Visits.AddAsync(rows.Visit(Day.AddDays(-3)) with { Channel = Core.Visits.Channel.Phone });
            await session.Visits.AddAsync(rows.Visit(Day.AddDays(30)) with { State = Core.Visits.VisitState.Planned });
            await session.Employers.CountActivityAsync(rows.Employer.Id, rows.Specialist.Id, Day, inPerson: true);
            await session.Employers.CountActivityAsync(rows.Employer.Id, rows.Specialist.Id, Day.AddDays(-3), inPerson: false);
        });
        Assert.Equal(expected, await database.Store.Read(session => session.Employers.ActivityAsync(rows.Employer.Id)));
        await database.Store.Write(session => session.Employers.RecountActivityAsync(rows.Employer.Id, rows.Specialist.Id));
        Assert.Equal(expected, await database.Store.Read(session => session.Employers.ActivityAsync(rows.Employer.Id)));
        await database.Store.Write(session => session.Employers.RecountActivityAsync(rows.Employer.Id, rows.Colleague.Id));
        Assert.Equal(expected, await database.Store.Read(session => session.Employers.ActivityAsync(rows.Employer.Id)));
    }

    private Task<IReadOnlyList<DirectoryEmployer>> FindAsync(Actor actor, string typed) =>
        database.Store.Read(session => session.Employers.WithKeysAsync(actor, EmployerKeys.ForQuery(FoldedText.Words(typed))));
}

public sealed class EmployerOnSqlite(SqliteDatabase database) : EmployerTests(database), IClassFixture<SqliteDatabase>;

public sealed class EmployerOnSqlServer(SqlServerDatabase database) : EmployerTests(database), IClassFixture<SqlServerDatabase>;
