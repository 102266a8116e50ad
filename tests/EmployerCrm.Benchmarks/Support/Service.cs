using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Benchmarks.Support;

/// <summary>
/// A made-up service in its second year: a placement for each client, ten follow-ups for each placement of which eight are done, twenty clients for each
/// specialist and eight specialists for each team. Beside them clients who start in a job while it is measured.
/// </summary>
internal sealed class Service(BenchmarkStore store, int placements)
{
    public const int FollowUpsOfAPlacement = 10;

    private const int InOneWrite = 500;
    private const int ClientsOfASpecialist = 20;
    private const int SpecialistsOfATeam = 8;
    private const int EmployersOfAll = 2_000;
    private const int StillOpen = 2;
    private const int DaysOfHistory = 500;

    private static readonly string Programme = ClientLists.Default.Programmes[0].Name;

    private readonly Random _random = new(placements);
    private readonly Ids _ids = new(TimeProvider.System, new Random(placements));

    public List<(Team Team, List<Specialist> Specialists)> Teams { get; } = [];

    public List<Employer> Employers { get; } = [];

    public DateOnly Today { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public IReadOnlyList<Specialist> Specialists => [.. Teams.SelectMany(team => team.Specialists)];

    public async Task FillAsync()
    {
        await store.Store.WriteAsync(AddPeopleAsync, CancellationToken.None);
        var specialists = Specialists;
        foreach (var numbers in Enumerable.Range(0, placements).Chunk(InOneWrite))
        {
            await store.Store.WriteAsync(
                async session =>
                {
                    foreach (var number in numbers)
                        await PlaceAsync(session, number, specialists[number / ClientsOfASpecialist]);
                    return true;
                },
                CancellationToken.None);
        }
    }

    /// <summary>Clients who look for work, spread over everybody.</summary>
    public async Task<IReadOnlyList<(Actor Actor, string Reference)>> NewcomersAsync(string mark, int count)
    {
        var specialists = Specialists;
        var clients = Enumerable.Range(0, count).Select(number => Client($"{mark}{number}", specialists[number * 7 % specialists.Count], ClientStatus.JobSearch)).ToList();
        await store.Store.WriteAsync(
            async session =>
            {
                foreach (var client in clients)
                    await session.Clients.AddAsync(client, []);
                return true;
            },
            CancellationToken.None);
        var people = specialists.ToDictionary(person => person.Id);
        return [.. clients.Select(client => (Actor.For(people[client.OwnerId], Via.Chat), client.Reference))];
    }

    private async Task<bool> AddPeopleAsync(ICrmSession session)
    {
        var people = (placements + ClientsOfASpecialist - 1) / ClientsOfASpecialist;
        for (var number = 0; number < people; number++)
        {
            if (number % SpecialistsOfATeam == 0)
            {
                var team = new Team { Id = _ids.New(), Name = $"Team {Teams.Count}", Nation = (Nation)(Teams.Count % 3) };
                await session.People.AddAsync(team);
                Teams.Add((team, []));
            }

            var (of, colleagues) = Teams[^1];
            var role = number % SpecialistsOfATeam == 0 ? Role.TeamLead : Role.Specialist;
            var person = new Specialist { Id = _ids.New(), ObjectId = $"person-{number}", Name = $"Person {number}", TeamId = of.Id, Role = role, WeeklyTarget = 6 };
            await session.People.AddAsync(person);
            colleagues.Add(person);
        }

        for (var number = 0; number < EmployersOfAll; number++)
        {
            var employer = new Employer { Id = _ids.New(), Name = $"Employer {number}", Town = "Leeds", TeamId = Teams[number % Teams.Count].Team.Id, CreatedAt = TimeProvider.System.GetUtcNow(), Version = 1 };
            await session.Employers.AddAsync(employer);
            Employers.Add(employer);
        }

        return true;
    }

    private async Task PlaceAsync(ICrmSession session, int number, Specialist owner)
    {
        var client = Client($"C{number}", owner, ClientStatus.InWork);
        var startsOn = Today.AddDays(-_random.Next(1, DaysOfHistory));
        var placement = new Placement
        {
            Id = _ids.New(), ClientId = client.Id, EmployerId = Employers[_random.Next(Employers.Count)].Id, SpecialistId = owner.Id, TeamId = owner.TeamId, StartsOn = startsOn,
            RecordedAt = TimeProvider.System.GetUtcNow(), MinutesAWeek = 16 * 60, Version = 1,
        };
        await session.Clients.AddAsync(client, []);
        await session.Placements.AddAsync(placement);
        for (var occurrence = 1; occurrence <= FollowUpsOfAPlacement; occurrence++)
            await session.FollowUps.AddAsync(Step(client, placement, occurrence));
    }

    private FollowUp Step(Client client, Placement placement, int occurrence)
    {
        var isOpen = occurrence > FollowUpsOfAPlacement - StillOpen;
        var due = isOpen ? Today.AddDays(_random.Next(-3, 28)) : placement.StartsOn.AddDays(7 * occurrence);
        var step = ScheduleTemplate.Ips.Steps[occurrence % ScheduleTemplate.Ips.Steps.Count];
        return new FollowUp
        {
            Id = _ids.New(), ClientId = client.Id, OwnerId = client.OwnerId, TeamId = client.TeamId, Title = step.Title, DueOn = due,
            State = isOpen ? FollowUpState.Open : FollowUpState.Done, DoneAt = isOpen ? null : TimeProvider.System.GetUtcNow(), DoneById = isOpen ? null : client.OwnerId,
            CreatedAt = TimeProvider.System.GetUtcNow(), Kind = FollowUpKind.ClientContact, PlacementId = placement.Id, StepKey = step.Key, AnchoredOn = placement.StartsOn,
            Occurrence = occurrence, OpensOn = due.AddDays(-3), Version = 1,
        };
    }

    private Client Client(string reference, Specialist owner, ClientStatus status) => new()
    {
        Id = _ids.New(), Reference = reference, OwnerId = owner.Id, TeamId = owner.TeamId, Programme = Programme, EnteredOn = Today.AddDays(-DaysOfHistory), Status = status, CheckReference = false,
    };
}
