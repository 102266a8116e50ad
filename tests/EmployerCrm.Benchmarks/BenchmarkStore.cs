using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store;

namespace EmployerCrm.Benchmarks;

/// <summary>A store on disk for one run, with one team and one specialist.</summary>
internal sealed class BenchmarkStore : IAsyncDisposable
{
    private const int EmployersInOneWrite = 500;
    private readonly DirectoryInfo _folder;
    private readonly Ids _ids = new(TimeProvider.System, new Random(7));

    private BenchmarkStore(DirectoryInfo folder, CrmStore store) => (_folder, Store) = (folder, store);

    public CrmStore Store { get; }

    public Team Team { get; private set; } = null!;

    public Actor Actor { get; private set; } = null!;

    public string ConnectionString => Connection(_folder);

    public static async Task<BenchmarkStore> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("employercrm-benchmark-");
        var store = await CrmStoreFactory.OpenAsync(new StoreOptions { Provider = StoreProvider.Sqlite, ConnectionString = Connection(folder) }, TimeProvider.System);
        var opened = new BenchmarkStore(folder, store);
        await opened.AddPeopleAsync();
        return opened;
    }

    public async Task AddAsync(IEnumerable<(string Name, string Town, IReadOnlyList<(string Name, string Role)> Contacts)> employers)
    {
        foreach (var batch in employers.Chunk(EmployersInOneWrite))
        {
            await Store.WriteAsync(
                async session =>
                {
                    foreach (var (name, town, contacts) in batch)
                    {
                        var employer = new Employer { Id = _ids.New(), Name = name, Town = town, TeamId = Team.Id, CreatedAt = TimeProvider.System.GetUtcNow(), Version = 1 };
                        await session.Employers.AddAsync(employer);
                        foreach (var contact in contacts)
                            await session.Employers.AddAsync(new Contact { Id = _ids.New(), EmployerId = employer.Id, Name = contact.Name, Role = contact.Role, Version = 1 });
                    }

                    return true;
                },
                CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static string Connection(DirectoryInfo folder) => $"Data Source={Path.Combine(folder.FullName, "benchmark.db")}";

    private async Task AddPeopleAsync()
    {
        Team = new Team { Id = _ids.New(), Name = "Benchmark", Nation = Nation.EnglandAndWales };
        var specialist = new Specialist { Id = _ids.New(), ObjectId = "benchmark", Name = "Benchmark", TeamId = Team.Id, Role = Role.Specialist, WeeklyTarget = 6 };
        await Store.WriteAsync(
            async session =>
            {
                await session.People.AddAsync(Team);
                await session.People.AddAsync(specialist);
                return true;
            },
            CancellationToken.None);
        Actor = Actor.For(specialist, Via.Chat);
    }
}
