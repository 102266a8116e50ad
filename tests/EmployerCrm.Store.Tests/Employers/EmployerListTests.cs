using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Employers;

/// <summary>The list of employers: filtered, sorted, cut into pages, with who knows them.</summary>
public abstract class EmployerListTests(TestDatabase database) : IAsyncLifetime
{
    private const int Bulk = 1_050;

    private Desk _desk = null!;
    private Rows _elsewhere = null!;

    public async ValueTask InitializeAsync()
    {
        database.SkipUnlessAvailable();
        await database.InitializeAsync();
        _desk = await Desk.OpenAsync(database);
        _elsewhere = await Rows.StoredAsync(database.Store, database.Ids);
        await _desk.WriteAsync(async session =>
        {
            foreach (var employer in Employers())
                await session.Employers.AddAsync(employer);
        });
        await VisitAsync("Élan Café", 3);
        await VisitAsync("able Cars", 40);
        await VisitAsync("Éclair", 200);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Names_are_sorted_as_people_read_them_accents_and_case_aside()
    {
        var shown = await PageAsync(new EmployerFilter { Tag = "list" });
        Assert.Equal(["able Cars", "Baker's", "Éclair", "Élan Café", "zoo"], Names(shown));
        Assert.Equal(["zoo", "Élan Café", "Éclair", "Baker's", "able Cars"], Names(await PageAsync(new EmployerFilter { Tag = "list" }, new EmployerSort(EmployerColumn.Name, true))));
        Assert.Equal((5, false), (shown.Page.Total, shown.HasMore));
    }

    [Theory]
    [InlineData(EmployerColumn.Town, false, "Élan Café, able Cars, Baker's, Éclair, zoo")]
    [InlineData(EmployerColumn.Town, true, "zoo, able Cars, Baker's, Éclair, Élan Café")]
    [InlineData(EmployerColumn.LastContact, true, "Élan Café, able Cars, Éclair, Baker's, zoo")]
    [InlineData(EmployerColumn.LastContact, false, "Baker's, zoo, Éclair, able Cars, Élan Café")]
    [InlineData(EmployerColumn.Level, true, "able Cars, Élan Café, Baker's, Éclair, zoo")]
    public async Task They_are_sorted_by(EmployerColumn column, bool descending, string names) =>
        Assert.Equal(names, string.Join(", ", Names(await PageAsync(new EmployerFilter { Tag = "list" }, new EmployerSort(column, descending)))));

    [Fact]
    public async Task Filters_narrow_and_go_together()
    {
        Assert.Equal(["Baker's"], await NamesAsync(new EmployerFilter { Tag = "list", OwnerId = _desk.Rows.Colleague.Id }));
        Assert.Equal(["able Cars", "Élan Café"], await NamesAsync(new EmployerFilter { Tag = "list", Level = 2 }));
        Assert.Equal(["zoo"], await NamesAsync(new EmployerFilter { Tag = "list", Place = "otley" }));
        Assert.Equal(["Élan Café"], await NamesAsync(new EmployerFilter { Place = "LS29 7AB", Tag = "list" }));
        Assert.Equal(["Élan Café"], await NamesAsync(new EmployerFilter { Place = "ls29" }));
        Assert.Equal(["Élan Café"], await NamesAsync(new EmployerFilter { SicDivision = "56", Tag = "list" }));
        Assert.Equal(["zoo"], await NamesAsync(new EmployerFilter { DoNotApproach = true }));
        Assert.Equal(["gone"], await NamesAsync(new EmployerFilter { Archived = true }));
        Assert.Equal(["Baker's", "Éclair", "zoo"], await NamesAsync(new EmployerFilter { Tag = "list", QuietForDays = 90 }));
        Assert.Equal(["able Cars", "Baker's", "Éclair", "zoo"], await NamesAsync(new EmployerFilter { Tag = "list", QuietForDays = 40 }));
        Assert.Equal(["Élan Café"], await NamesAsync(new EmployerFilter { Text = "elan caf" }));
        Assert.Equal([], await NamesAsync(new EmployerFilter { Text = "elan caf", Archived = true }));
        Assert.Equal([], await NamesAsync(new EmployerFilter { Tag = "nobody has it" }));
    }

    [Fact]
    public async Task A_row_tells_who_looks_after_it_who_knows_it_and_what_the_own_team_owes()
    {
        var (employer, other) = (await IdAsync("Élan Café"), _elsewhere.FollowUp(_desk.Today));
        await _desk.WriteAsync(async session =>
        {
            await session.FollowUps.AddAsync(_desk.Rows.FollowUp(_desk.Today) with { EmployerId = employer });
            await session.FollowUps.AddAsync(other with { EmployerId = employer });
            await session.Employers.CountActivityAsync(employer, _elsewhere.Specialist.Id, _desk.Today.AddDays(-1), inPerson: true);
        });
        var row = Assert.Single((await PageAsync(new EmployerFilter { Text = "elan cafe" })).Employers);
        Assert.Equal(("Alex Wilber", "Ilkley", "LS29 7AB", 2, 1), (row.OwnerName, row.Town, row.Postcode, row.Level, row.Owed));
        Assert.Equal((_desk.Today.AddDays(-1), "Alex Wilber", 2), (row.LastOn, row.LastBy, row.Colleagues.Count));
        Assert.Equal([_elsewhere.Team.Id, _desk.Rows.Team.Id], row.Colleagues.Select(colleague => colleague.TeamId));
        var theirs = Assert.Single((await _desk.List.PageAsync(_desk.Admin, new EmployerFilter { Text = "elan cafe" }, EmployerSort.Default, 1, 10, Token)).Value!.Employers);
        Assert.Equal(0, theirs.Owed);
    }

    [Fact]
    public async Task Employers_of_a_leaver_are_listed_under_whoever_takes_them_over()
    {
        await _desk.WriteAsync(session => session.People.HandOverAsync(_desk.Rows.Colleague.Id, _desk.Rows.Specialist.Id));
        Assert.Equal([], await NamesAsync(new EmployerFilter { OwnerId = _desk.Rows.Colleague.Id }));
        Assert.Contains("Baker's", await NamesAsync(new EmployerFilter { OwnerId = _desk.Rows.Specialist.Id }));
    }

    [Fact]
    public async Task A_level_that_time_has_lowered_is_told_before_the_night_has_counted_it()
    {
        _desk.Later(TimeSpan.FromDays(200));
        Assert.Equal(1, Assert.Single((await PageAsync(new EmployerFilter { Text = "able cars" })).Employers).Level);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_behind_the_last_comes_the_last()
    {
        var filter = new EmployerFilter { Tag = "list" };
        Assert.Equal(["able Cars", "Baker's"], Names(await PageAsync(filter, null, 1, 2)));
        Assert.Equal(["Éclair", "Élan Café"], Names(await PageAsync(filter, null, 2, 2)));
        Assert.Equal(["zoo"], Names(await PageAsync(filter, null, 99, 2)));
        Assert.Equal(["able Cars", "Baker's"], Names(await PageAsync(filter, null, -1, 2)));
    }

    [Fact]
    public async Task More_than_a_thousand_are_walked_in_order_and_the_list_says_that_it_ends()
    {
        await BulkAsync();
        foreach (var sort in Enum.GetValues<EmployerColumn>().SelectMany(column => new[] { new EmployerSort(column), new EmployerSort(column, Descending: true) }))
        {
            foreach (var filter in new[] { new EmployerFilter(), new EmployerFilter { Place = "Bulkton" }, new EmployerFilter { OwnerId = _elsewhere.Specialist.Id } })
            {
                var (first, second) = (await PageAsync(filter, sort, 1, 30), await PageAsync(filter, sort, 2, 30));
                Assert.Equal((EmployerList.Longest, true), (first.Page.Total, first.HasMore));
                Assert.Equal(60, first.Employers.Concat(second.Employers).Select(row => row.Id).Distinct().Count());
                AssertSorted([.. first.Employers, .. second.Employers], sort);
            }
        }

        Assert.Equal(100, (await PageAsync(new EmployerFilter(), null, 10, 100)).Employers.Count);
        Assert.Equal(990, (await PageAsync(new EmployerFilter(), null, 5_000, 30)).Page.From);
    }

    private static void AssertSorted(IReadOnlyList<EmployerListing> rows, EmployerSort sort)
    {
        var keys = rows.Select(row => sort.By switch
        {
            EmployerColumn.Name => FoldedText.Key(row.Name),
            EmployerColumn.Town => row.Town is null ? "~" : FoldedText.Key(row.Town),
            EmployerColumn.Level => $"{row.Level}",
            _ => $"{row.LastOn ?? DateOnly.MinValue:yyyy-MM-dd}",
        }).ToList();
        Assert.Equal(sort.Descending ? keys.OrderDescending(StringComparer.Ordinal) : keys.Order(StringComparer.Ordinal), keys);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IEnumerable<Employer> Employers()
    {
        var rows = _desk.Rows;
        yield return rows.EmployerNamed("zoo") with { Tags = ["list"], Town = "Otley", DoNotApproachSince = _desk.Today };
        yield return rows.EmployerNamed("Élan Café") with { Tags = ["list"], Town = "Ilkley", Postcode = "LS29 7AB", SicDivision = "56" };
        yield return rows.EmployerNamed("able Cars") with { Tags = ["list"], Town = "Leeds" };
        yield return rows.EmployerNamed("Baker's") with { Tags = ["list"], OwnerId = rows.Colleague.Id };
        yield return rows.EmployerNamed("Éclair") with { Tags = ["list"] };
        yield return rows.EmployerNamed("gone") with { Tags = ["list"], ArchivedOn = _desk.Today };
    }

    private Task BulkAsync() => _desk.WriteAsync(async session =>
    {
        for (var number = 0; number < Bulk; number++)
        {
            await session.Employers.AddAsync(_elsewhere.EmployerNamed($"Bulk {number * 7919 % Bulk:0000}") with { Town = "Bulkton", OwnerId = _elsewhere.Specialist.Id });
        }
    });

    private async Task<Guid> IdAsync(string name) =>
        Assert.Single((await PageAsync(new EmployerFilter { Text = name })).Employers, employer => employer.Name == name).Id;

    private async Task VisitAsync(string name, int daysAgo) =>
        Assert.Null((await _desk.LogAsync(new LogVisit { EmployerId = await IdAsync(name), Channel = Channel.InPerson, On = _desk.Today.AddDays(-daysAgo) })).Refusal);

    private async Task<EmployersListed> PageAsync(EmployerFilter filter, EmployerSort? sort = null, int page = 1, int size = 50) =>
        (await _desk.List.PageAsync(_desk.Rows.Actor, filter, sort ?? EmployerSort.Default, page, size, Token)).Value!;

    private async Task<IEnumerable<string>> NamesAsync(EmployerFilter filter) => Names(await PageAsync(filter));

    private static IEnumerable<string> Names(EmployersListed listed) => listed.Employers.Select(employer => employer.Name);
}

public sealed class EmployerListOnSqlite() : EmployerListTests(new SqliteDatabase());

public sealed class EmployerListOnSqlServer() : EmployerListTests(new SqlServerDatabase());
