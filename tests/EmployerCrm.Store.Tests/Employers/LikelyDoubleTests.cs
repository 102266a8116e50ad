using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Employers;

/// <summary>Before an employer is added, those that it may be already are found, in every team.</summary>
public abstract class LikelyDoubleTests(TestDatabase database)
{
    [Theory]
    [InlineData("Kestrelby Garden Centre", null, null, null, Likeness.Name)]
    [InlineData("Kestrelby", null, null, null, Likeness.Name)]
    [InlineData("Kestralby Gardens", "Skipton", null, null, Likeness.Name | Likeness.Town)]
    [InlineData("Kestrelby Garden Centre Ltd Skipton", null, null, null, Likeness.Name)]
    [InlineData("Kestrel by garden center", null, null, null, Likeness.Name)]
    [InlineData("The Potting Shed", null, null, null, Likeness.TradingName)]
    [InlineData("Quince Garden", null, "bd23 1ab", null, Likeness.Name | Likeness.Postcode)]
    [InlineData("Something else", null, null, "1234567", Likeness.CompanyNumber)]
    public async Task An_employer_that_may_be_the_same_is_found(string name, string? town, string? postcode, string? number, Likeness because)
    {
        var (desk, other) = (await Desk.OpenAsync(database), await Desk.OpenAsync(database));
        var there = other.Rows.EmployerNamed("Kestrelby Garden Centre") with
        {
            Town = "Skipton", TradingNames = ["The Potting Shed"], Postcode = "BD23 1AB", CompanyNumber = "01234567", ArchivedOn = new DateOnly(2026, 1, 1),
        };
        await desk.WriteAsync(async session =>
        {
            await session.Employers.AddAsync(there);
            await session.Employers.CountActivityAsync(there.Id, other.Rows.Colleague.Id, other.Today, inPerson: true);
        });
        var shown = await FindAsync(desk, new SoughtEmployer(name) { Town = town, Postcode = postcode, CompanyNumber = number });
        var found = shown.Doubles.Single(likely => likely.Overview.Employer.Id == there.Id);
        Assert.Equal((because, "Leeds North", "Bronwen Ifans"), (found.Because, found.TeamName, Assert.Single(found.Overview.KnownBy).Name));
        await desk.WriteAsync(session => session.Employers.SaveAsync(there with { Name = "Zzyzx", TradingNames = default, Postcode = null, CompanyNumber = null, Version = 2 }, 1));
    }

    [Theory]
    [InlineData("Rowanthwaite Bakery", "Rowanthwaite Solicitors and Partners LLP", false)]
    [InlineData("Linnet Care Home", "Dunlin Care Home", false)]
    [InlineData("Osprey", "Ospringe", false)]
    [InlineData("Wagtail Stores", "Wagtail Stores", true)]
    public async Task Only_a_likeness_that_tells_something_is_shown(string there, string typed, bool isFound)
    {
        var desk = await Desk.OpenAsync(database);
        var employer = desk.Rows.EmployerNamed(there);
        await desk.WriteAsync(session => session.Employers.AddAsync(employer));
        Assert.Equal(isFound, (await FindAsync(desk, new SoughtEmployer(typed))).Doubles.Any(likely => likely.Overview.Employer.Id == employer.Id));
    }

    [Fact]
    public async Task Nothing_is_like_nothing_and_an_admin_is_shown_nothing()
    {
        var desk = await Desk.OpenAsync(database);
        Assert.Empty((await FindAsync(desk, new SoughtEmployer(null))).Doubles);
        Assert.Empty((await FindAsync(desk, new SoughtEmployer("&") { Postcode = "n/a", CompanyNumber = "x" })).Doubles);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.LikelyDoubles.OfAsync(desk.Admin, new SoughtEmployer("Friday's"), null, TestContext.Current.CancellationToken)).Refusal!.Reason);
    }

    private static async Task<DoublesShown> FindAsync(Desk desk, SoughtEmployer sought) =>
        (await desk.LikelyDoubles.OfAsync(desk.Rows.Actor, sought, null, TestContext.Current.CancellationToken)).Value!;
}

public sealed class LikelyDoubleOnSqlite(SqliteDatabase database) : LikelyDoubleTests(database), IClassFixture<SqliteDatabase>;

public sealed class LikelyDoubleOnSqlServer(SqlServerDatabase database) : LikelyDoubleTests(database), IClassFixture<SqlServerDatabase>;
