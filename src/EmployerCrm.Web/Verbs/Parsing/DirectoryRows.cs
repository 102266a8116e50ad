using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Sample;

namespace EmployerCrm.Web.Verbs.Parsing;

/// <summary>The rows of a directory file: one team with one specialist, to whom every employer is equally near.</summary>
internal sealed class DirectoryRows
{
    private static readonly DateOnly Entered = new(2000, 1, 3);
    private static readonly DateTimeOffset Then = new(Entered, TimeOnly.MinValue, TimeSpan.Zero);

    private readonly Team _team;
    private readonly List<SampleEmployer> _employers;
    private readonly List<Client> _clients;

    public DirectoryRows(DirectoryFile directory)
    {
        var ids = new Ids(TimeProvider.System);
        _team = new Team { Id = ids.New(), Name = "Readers", Nation = Nation.EnglandAndWales };
        Reader = new Specialist { Id = ids.New(), ObjectId = "reader", Name = "Reader", TeamId = _team.Id, Role = Role.Specialist, WeeklyTarget = 6 };
        _employers = [.. directory.Employers.Select(entry => Employer(ids, entry))];
        _clients = [.. directory.Clients.Select(reference => Client(ids, reference))];
    }

    public Specialist Reader { get; }

    /// <summary>Writes everything; the result only satisfies the store's shape.</summary>
    public async Task<bool> WriteAsync(ICrmSession session)
    {
        await session.People.AddAsync(_team);
        await session.People.AddAsync(Reader);
        foreach (var (employer, contacts) in _employers)
        {
            await session.Employers.AddAsync(employer);
            foreach (var contact in contacts)
                await session.Employers.AddAsync(contact);
        }

        foreach (var client in _clients)
            await session.Clients.AddAsync(client, []);
        return true;
    }

    private SampleEmployer Employer(Ids ids, DirectoryEntry entry)
    {
        var employer = new Employer
        {
            Id = ids.New(),
            Name = entry.Name,
            Town = entry.Town,
            Sector = entry.Sector,
            TeamId = _team.Id,
            OwnerId = Reader.Id,
            CreatedAt = Then,
            Version = 1,
        };
        return new SampleEmployer(employer, [.. (entry.Contacts ?? []).Select(person => Contact(ids, employer, person))]);
    }

    private static Contact Contact(Ids ids, Employer employer, DirectoryPerson person) =>
        new() { Id = ids.New(), EmployerId = employer.Id, Name = person.Name, Role = person.Role, Version = 1 };

    private Client Client(Ids ids, string reference) => new()
    {
        Id = ids.New(),
        Reference = reference,
        OwnerId = Reader.Id,
        TeamId = _team.Id,
        Programme = "",
        EnteredOn = Entered,
        Status = ClientStatus.JobSearch,
        CheckReference = false,
    };
}
