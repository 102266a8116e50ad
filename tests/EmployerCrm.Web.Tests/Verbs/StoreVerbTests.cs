using EmployerCrm.Core.Calendar;
using EmployerCrm.Store;

namespace EmployerCrm.Web.Tests.Verbs;

public sealed class StoreVerbTests : IDisposable
{
    private const string Wednesday = "2026-11-18";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Migrating_names_what_was_applied_and_once_is_enough()
    {
        var first = await RunAsync("migrate");
        var second = await RunAsync("migrate");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains(first.Lines, line => line.StartsWith("Applied 0001", StringComparison.Ordinal));
        Assert.Equal(["Nothing to migrate."], second.Lines);
    }

    [Fact]
    public async Task Without_settings_the_database_is_made_in_the_folder_data()
    {
        var verb = await Verb.RunAsync(_folder, "migrate");

        Assert.Equal(0, verb.ExitCode);
        Assert.True(File.Exists(_folder.File(Path.Combine("data", "employercrm.db"))));
    }

    [Fact]
    public async Task Sample_data_fills_an_empty_store_and_agrees_with_what_rebuild_counts()
    {
        var seed = await RunAsync("seed", "--today", Wednesday);
        var rebuild = await RunAsync("rebuild");

        Assert.Equal((0, 0), (seed.ExitCode, rebuild.ExitCode));
        Assert.Equal(150, Rows.Count(_folder.Database, "employers"));
        // Two teams of four, and one who keeps the system running.
        Assert.Equal(9, Rows.Count(_folder.Database, "specialists"));
        Assert.InRange(Rows.Count(_folder.Database, "visits"), 2_500, 3_500);
        Assert.Equal(["No difference."], rebuild.Lines);
    }

    [Fact]
    public async Task Rebuild_names_what_differed_and_mends_it()
    {
        await RunAsync("seed", "--today", Wednesday);
        Rows.Execute(_folder.Database, "update weekly_counts set in_person = in_person + 1 where week_start = (select max(week_start) from weekly_counts)");

        var first = await RunAsync("rebuild");
        var second = await RunAsync("rebuild");

        Assert.Equal(0, first.ExitCode);
        Assert.Matches("^[1-9][0-9]* mended.$", first.Lines[^1]);
        Assert.Equal(["No difference."], second.Lines);
    }

    [Fact]
    public async Task Sample_data_is_refused_by_a_store_with_people_in_it_unless_that_is_what_was_asked()
    {
        await RunAsync("seed", "--today", Wednesday);
        var before = Rows.All(_folder.Database);

        var again = await RunAsync("seed", "--seed", "7");
        var ifEmpty = await RunAsync("seed", "--seed", "7", "--if-empty");

        again.AssertRefused(1, "already");
        Assert.Equal(0, ifEmpty.ExitCode);
        Assert.Equal(before, Rows.All(_folder.Database));
    }

    [Fact]
    public async Task The_same_seed_and_day_fill_two_stores_alike()
    {
        using var other = new TemporaryFolder();
        await RunAsync("seed", "--today", Wednesday, "--seed", "5");
        await Verb.RunAsync(other, "seed", "--today", Wednesday, "--seed", "5", $"--ConnectionStrings:Crm={other.Database}");

        Assert.Equal(Rows.All(_folder.Database), Rows.All(other.Database));
    }

    [Fact]
    public async Task On_a_Wednesday_one_more_visit_makes_Alex_4_of_6()
    {
        await RunAsync("seed", "--today", Wednesday);

        await using var store = await CrmStoreFactory.OpenAsync(
            new StoreOptions { ConnectionString = _folder.Database }, TimeProvider.System, cancellationToken: TestContext.Current.CancellationToken);
        var (alex, week) = await store.ReadAsync(
            async session =>
            {
                var alex = await session.People.SpecialistWithObjectIdAsync("00000000-0000-0000-0000-0000000000020");
                return (alex!, await session.Visits.WeekTallyAsync(alex!.Id, Weeks.StartOf(new DateOnly(2026, 11, 18))));
            },
            TestContext.Current.CancellationToken);

        Assert.Equal((3, 6), (week.InPerson, alex.WeeklyTarget));
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_told_in_one_sentence()
    {
        await File.WriteAllTextAsync(_folder.File("crm.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        var verb = await RunAsync("rebuild");

        verb.AssertRefused(1, "not a database");
    }

    private Task<Verb> RunAsync(params string[] arguments) => Verb.RunAsync(_folder, [.. arguments, $"--ConnectionStrings:Crm={_folder.Database}"]);
}
