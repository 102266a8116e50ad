using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Employers;

/// <summary>Finding an employer while its name, or anything else about it, is being typed.</summary>
public abstract class EmployerSearchingTests(TestDatabase database)
{
    [Theory]
    [InlineData("green", MatchedField.Name)]
    [InlineData("Greenacre Joinery", MatchedField.Name)]
    [InlineData("joinery greenacre", MatchedField.Name)]
    [InlineData("greenacer joinry", MatchedField.Name)]
    [InlineData("greenakr", MatchedField.Name)]
    [InlineData("green acre", MatchedField.Name)]
    [InlineData("greenacre & sons", MatchedField.Name)]
    [InlineData("greenacre and so", MatchedField.Name)]
    [InlineData("woodwise", MatchedField.TradingName)]
    [InlineData("ll54 5", MatchedField.Postcode)]
    [InlineData("LL545RD", MatchedField.Postcode)]
    [InlineData("ll54 ", MatchedField.Postcode)]
    [InlineData("greenacre caernarfon", MatchedField.Town)]
    [InlineData("gaernarfon", MatchedField.Town)]
    [InlineData("caernafon", MatchedField.Town)]
    [InlineData("obrien", MatchedField.Contact)]
    [InlineData("Siân O’Bri", MatchedField.Contact)]
    [InlineData("sc998877", MatchedField.CompanyNumber)]
    public async Task One_employer_is_found_by(string typed, MatchedField field)
    {
        var desk = await WithGreenacreAsync();
        var found = (await desk.Searching.SuggestAsync(desk.Rows.Actor, typed, 10, Token)).FirstOrDefault(employer => employer.Name == "Greenacre Joinery & Sons Ltd");
        Assert.Equal(field, found?.Field);
        Assert.Equal(field == MatchedField.Name, found!.Matched is null);
    }

    [Theory]
    [InlineData("zzyzx")]
    [InlineData("?!")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("' or 1=1 --")]
    [InlineData("%")]
    public async Task What_nobody_is_called_finds_nobody(string typed)
    {
        var desk = await WithGreenacreAsync();
        Assert.DoesNotContain(await desk.Searching.SuggestAsync(desk.Rows.Actor, typed, 50, Token), employer => employer.Name.StartsWith("Greenacre", StringComparison.Ordinal) && typed.Length > 2);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_answered()
    {
        var desk = await WithGreenacreAsync();
        Assert.NotEmpty(await desk.Searching.SuggestAsync(desk.Rows.Actor, "greenacre " + new string('ŵ', 10_000), 10, Token));
    }

    [Fact]
    public async Task The_persons_own_come_first_the_latest_contact_before_the_others_and_archived_ones_last()
    {
        var desk = await Desk.OpenAsync(database);
        var word = Word();
        var (archived, other, mine, latest) = (desk.Rows.EmployerNamed($"{word} A"), desk.Rows.EmployerNamed($"{word} B"), desk.Rows.EmployerNamed($"{word} C"), desk.Rows.EmployerNamed($"{word} D"));
        await desk.WriteAsync(async session =>
        {
            await session.Employers.AddAsync(archived with { ArchivedOn = desk.Today });
            await session.Employers.AddAsync(other with { OwnerId = null });
            await session.Employers.AddAsync(mine with { OwnerId = null });
            await session.Employers.AddAsync(latest with { OwnerId = null });
        });
        await VisitAsync(desk, archived, 0);
        await VisitAsync(desk, mine, 9);
        await VisitAsync(desk, latest, 2);

        var found = await desk.Searching.SuggestAsync(desk.Rows.Actor, word[..6], 10, Token);

        Assert.Equal([latest.Id, mine.Id, other.Id, archived.Id], found.Select(employer => employer.Id));
        Assert.Equal([(true, false), (true, false), (false, false), (true, true)], found.Select(employer => (employer.IsMine, employer.Archived)));
        Assert.Equal((desk.Today.AddDays(-2), 2), (found[0].MyLastOn, found[0].Level));
    }

    [Fact]
    public async Task What_is_spelt_as_typed_comes_before_what_is_nearly()
    {
        var desk = await Desk.OpenAsync(database);
        var word = Word();
        var (exact, slip) = (desk.Rows.EmployerNamed($"{word} Zebra"), desk.Rows.EmployerNamed($"{word[..^1]} Aardvark"));
        await desk.WriteAsync(async session =>
        {
            await session.Employers.AddAsync(slip);
            await session.Employers.AddAsync(exact with { OwnerId = null });
        });
        await VisitAsync(desk, slip, 1);
        Assert.Equal(exact.Id, (await desk.Searching.SuggestAsync(desk.Rows.Actor, word, 10, Token))[0].Id);
    }

    [Fact]
    public async Task Before_anything_is_typed_those_visited_last_are_offered()
    {
        var desk = await Desk.OpenAsync(database);
        var (first, second) = (desk.Rows.EmployerNamed("First"), desk.Rows.EmployerNamed("Second"));
        await desk.WriteAsync(async session =>
        {
            await session.Employers.AddAsync(first);
            await session.Employers.AddAsync(second);
        });
        await VisitAsync(desk, first, 5);
        await VisitAsync(desk, second, 3);
        Assert.Equal([second.Id, first.Id], (await desk.Searching.SuggestAsync(desk.Rows.Actor, " ", 10, Token)).Select(employer => employer.Id));
        Assert.Equal(second.Id, Assert.Single(await desk.Searching.SuggestAsync(desk.Rows.Actor, "", 1, Token)).Id);
    }

    [Fact]
    public async Task An_own_employer_is_found_by_words_that_hundreds_share()
    {
        var desk = await Desk.OpenAsync(database);
        var word = Word();
        var mine = desk.Rows.EmployerNamed($"Zz {word} Common");
        await desk.WriteAsync(async session =>
        {
            for (var number = 0; number < 650; number++)
                await session.Employers.AddAsync(desk.Rows.EmployerNamed($"{word} Common {number}") with { OwnerId = null });
            await session.Employers.AddAsync(mine with { OwnerId = null });
        });
        await VisitAsync(desk, mine, 1);
        Assert.Equal(mine.Id, (await desk.Searching.SuggestAsync(desk.Rows.Actor, $"{word} com", 10, Token))[0].Id);
        Assert.Equal(mine.Id, (await desk.Searching.SuggestAsync(desk.Rows.Actor, $"{word} common ", 10, Token))[0].Id);
        Assert.Equal(10, (await desk.Searching.SuggestAsync(desk.Rows.Actor, word[..3], 10, Token)).Count);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A word that no other test uses.</summary>
    private string Word() => string.Concat("Q", string.Concat(database.Ids.New().ToString("N")[^9..].Select(letter => (char)('a' + (letter % 26)))));

    private static Task VisitAsync(Desk desk, Employer employer, int daysAgo) =>
        desk.LogAsync(new LogVisit { EmployerId = employer.Id, Channel = Channel.InPerson, On = desk.Today.AddDays(-daysAgo) });

    private async Task<Desk> WithGreenacreAsync()
    {
        var desk = await Desk.OpenAsync(database);
        var employer = desk.Rows.EmployerNamed("Greenacre Joinery & Sons Ltd") with
        {
            TradingNames = ["Woodwise"], Town = "Caernarfon", Postcode = "LL54 5RD", CompanyNumber = "SC998877",
        };
        await desk.WriteAsync(async session =>
        {
            await session.Employers.AddAsync(employer);
            await session.Employers.AddAsync(desk.Rows.Contact with { Id = database.Ids.New(), EmployerId = employer.Id, Name = "Siân O'Brien" });
            await session.Employers.AddAsync(desk.Rows.EmployerNamed("Two Rivers Care"));
        });
        return desk;
    }
}

public sealed class EmployerSearchingOnSqlite(SqliteDatabase database) : EmployerSearchingTests(database), IClassFixture<SqliteDatabase>;

public sealed class EmployerSearchingOnSqlServer(SqlServerDatabase database) : EmployerSearchingTests(database), IClassFixture<SqlServerDatabase>;
