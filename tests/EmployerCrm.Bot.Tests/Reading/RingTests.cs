using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Tests.Reading;

public sealed class RingTests
{
    private static readonly DateTime Now = new(2026, 11, 18, 10, 20, 0);

    [Fact]
    public async Task Of_two_branches_the_nearer_is_meant()
    {
        var directory = new TwoBranches();
        var reading = await new LineReader(directory).ReadAsync("visited Costwell Stores today", Now, TestContext.Current.CancellationToken);
        Assert.Equal((TwoBranches.Near.Id, 1), (reading.EmployerId, directory.RingsLookedUp));
    }

    [Fact]
    public async Task How_near_they_are_is_not_looked_up_where_the_town_decides()
    {
        var directory = new TwoBranches();
        var reading = await new LineReader(directory).ReadAsync("visited Costwell Stores in Bradford today", Now, TestContext.Current.CancellationToken);
        Assert.Equal((TwoBranches.Far.Id, 0), (reading.EmployerId, directory.RingsLookedUp));
    }

    private sealed class TwoBranches : IReadingDirectory
    {
        public static readonly DirectoryEmployer Far = new(IndexedDirectory.Id(0, 0), "Costwell Stores", "Bradford", []) { Ring = null };
        public static readonly DirectoryEmployer Near = new(IndexedDirectory.Id(1, 0), "Costwell Stores", "Leeds", []) { Ring = null };

        public int RingsLookedUp { get; private set; }

        public Task<IReadOnlyList<DirectoryEmployer>> EmployersWithKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<DirectoryEmployer>>([Far, Near]);

        public Task<IReadOnlyList<string>> ClientReferencesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

        public Task<IReadOnlyList<DirectoryEmployer>> WithRingsAsync(IReadOnlyList<DirectoryEmployer> employers, CancellationToken cancellationToken)
        {
            RingsLookedUp++;
            return Task.FromResult<IReadOnlyList<DirectoryEmployer>>(
                [.. employers.Select(employer => employer with { Ring = employer == Near ? EmployerRing.Mine : EmployerRing.Region })]);
        }
    }
}
