using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store;

namespace EmployerCrm.Benchmarks.Digests;

/// <summary>A service of that size in a store: teams of ten, everybody reachable, one in fifty away with a colleague who covers.</summary>
internal sealed class DigestService(CrmStore store, Ids ids, DigestSizes sizes)
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);

    private const int TeamSize = 10;
    private const int ClientsEach = 10;
    private const int EmployersEach = 4;
    private const int RowsInOneWrite = 2_000;
    private static readonly DateOnly Today = DateOnly.FromDateTime(Morning.DateTime);

    private readonly Random _random = new(11);
    private readonly List<Specialist> _people = [];
    private readonly List<Guid> _employers = [];

    public async Task FillAsync()
    {
        await WriteAsync(Enumerable.Range(0, sizes.People), PersonAsync);
        await WriteAsync(Enumerable.Range(0, sizes.People * EmployersEach), (session, number) => session.Employers.AddAsync(EmployerOf(number)));
        await WriteAsync(Enumerable.Range(0, sizes.People * ClientsEach), ClientAsync);
        await WriteAsync(_people, (session, person) => session.Visits.AddAsync(PlanOf(person)));
        await WriteAsync(Enumerable.Range(0, sizes.FollowUps), (session, number) => session.FollowUps.AddAsync(FollowUpOf(number)));
    }

    private async Task WriteAsync<T>(IEnumerable<T> rows, Func<ICrmSession, T, Task> add)
    {
        foreach (var batch in rows.Chunk(RowsInOneWrite))
        {
            await store.WriteAsync(
                async session =>
                {
                    foreach (var row in batch)
                        await add(session, row);
                    return true;
                },
                CancellationToken.None);
        }
    }

    private async Task PersonAsync(ICrmSession session, int number)
    {
        var team = number % TeamSize == 0 ? new Team { Id = ids.New(), Name = $"Team {number / TeamSize}", Nation = (Nation)(number / TeamSize % 3) } : null;
        if (team is not null)
            await session.People.AddAsync(team);
        var id = ids.New();
        var person = new Specialist
        {
            Id = id, ObjectId = id.ToString(), Name = $"Person {number}", TeamId = team?.Id ?? _people[^1].TeamId, Role = number % TeamSize == 0 ? Role.TeamLead : Role.Specialist, WeeklyTarget = 6,
        };
        await session.People.AddAsync(person);
        await session.Conversations.SaveAsync(new StoredConversation
        {
            ChannelId = "msteams", ConversationId = $"a:{id:D}", SpecialistId = id, IsPersonal = true, Reference = "{}", State = ReferenceState.Live, WelcomedAt = Morning.AddDays(-30), UpdatedAt = Morning,
        });
        if (number % 50 == 1)
            await session.Settings.AddAsync(new Leave { Id = ids.New(), SpecialistId = id, From = Today.AddDays(-3), To = Today.AddDays(4), CoverId = _people[^1].Id });
        _people.Add(person);
    }

    private Employer EmployerOf(int number)
    {
        var person = _people[number % _people.Count];
        _employers.Add(ids.New());
        return new Employer { Id = _employers[^1], Name = $"Employer {number} Joinery", Town = "Leeds", TeamId = person.TeamId, OwnerId = person.Id, CreatedAt = Morning, Version = 1 };
    }

    private Task ClientAsync(ICrmSession session, int number)
    {
        var person = _people[number % _people.Count];
        var client = new Client
        {
            Id = ids.New(), Reference = $"C{number:X6}", OwnerId = person.Id, TeamId = person.TeamId, Programme = "IPS in secondary care", EnteredOn = Today.AddDays(-90),
            Status = number % 3 == 0 ? ClientStatus.InWork : ClientStatus.JobSearch, CheckReference = false,
        };
        return session.Clients.AddAsync(client, ["retail"]);
    }

    private Visit PlanOf(Specialist person) => new()
    {
        Id = ids.New(), EmployerId = _employers[_random.Next(_employers.Count)], SpecialistId = person.Id, TeamId = person.TeamId, State = VisitState.Planned, Channel = Channel.InPerson,
        On = Today, At = new TimeOnly(9 + _random.Next(8), 0), LoggedAt = Morning.AddDays(-2), Version = 1,
    };

    /// <summary>The first are due, one in ten of the rest is still to come, and the others were done in the years before.</summary>
    private FollowUp FollowUpOf(int number)
    {
        var person = _people[number % _people.Count];
        var (due, open) = number < sizes.Due ? (Today.AddDays(-_random.Next(5)), true)
            : number % 10 == 0 ? (Today.AddDays(7 + _random.Next(60)), true)
            : (Today.AddDays(-5 - _random.Next(700)), false);
        return new FollowUp
        {
            Id = ids.New(), EmployerId = _employers[number % _employers.Count], OwnerId = person.Id, TeamId = person.TeamId, Title = "send the CV and ring back about Saturdays", DueOn = due,
            State = open ? FollowUpState.Open : FollowUpState.Done, DoneAt = open ? null : Morning.AddDays(-3), DoneById = open ? null : person.Id, CreatedAt = Morning.AddDays(-10),
            Kind = FollowUpKind.Promise, Version = 1,
        };
    }
}
