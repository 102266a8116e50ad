using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Benchmarks.Employers;

/// <summary>
/// A made-up region: names of two or three words out of many, a common one at the end, a few hundred towns, a contact at every fourth employer and visits at
/// every third; the person who looks has two hundred employers of their own, whatever the size, and one employer has been visited for years.
/// </summary>
internal sealed class Region(BenchmarkStore store, int size)
{
    private const int InOneWrite = 250;
    private const int Own = 200;
    private const int EmployersOfATown = 400;
    private const int VisitsAtTheBusiest = 400;

    private static readonly string[] Trades =
        ["Care", "Care Home", "Cafe", "Bakery", "Stores", "Services", "Cleaning", "Logistics", "Motors", "Hotel", "Nursery", "Garage", "Kitchen", "Foods", "Print", "Retail"];

    private static readonly string[] Syllables = ["ba", "che", "dor", "fen", "gil", "hal", "jun", "kes", "lim", "mor", "nor", "pel", "quin", "ros", "sut", "tarn", "ul", "ven", "wick", "yar"];

    private readonly Random _random = new(size);
    private readonly Ids _ids = new(TimeProvider.System, new Random(size));

    public List<Employer> Employers { get; } = [];

    public List<Contact> Contacts { get; } = [];

    public Employer Busiest => Employers[0];

    public DateOnly Today { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public async Task FillAsync()
    {
        var colleagues = await AddColleaguesAsync();
        var self = store.Actor.SpecialistId!.Value;
        for (var number = 0; number < size; number++)
        {
            var own = number * (long)Own / size != (number + 1) * (long)Own / size || size <= Own;
            Employers.Add(MakeEmployer(number, own ? self : colleagues[_random.Next(colleagues.Count)].Id));
        }

        foreach (var some in Employers.Chunk(InOneWrite))
            await store.Store.WriteAsync(session => AddAsync(session, some, colleagues), CancellationToken.None);
        await store.Store.WriteAsync(session => VisitAsync(session, Busiest, VisitsAtTheBusiest, self), CancellationToken.None);
    }

    private async Task<bool> AddAsync(ICrmSession session, Employer[] employers, List<Specialist> colleagues)
    {
        foreach (var employer in employers)
        {
            await session.Employers.AddAsync(employer);
            if (_random.Next(4) == 0)
            {
                var contact = new Contact { Id = _ids.New(), EmployerId = employer.Id, Name = $"{Word(300)} {Word(4_000)}", Version = 1 };
                Contacts.Add(contact);
                await session.Employers.AddAsync(contact);
            }

            if (_random.Next(3) == 0)
                await VisitAsync(session, employer, _random.Next(1, 5), employer.OwnerId == store.Actor.SpecialistId ? employer.OwnerId!.Value : colleagues[_random.Next(colleagues.Count)].Id);
        }

        return true;
    }

    private async Task<bool> VisitAsync(ICrmSession session, Employer employer, int visits, Guid specialistId)
    {
        var evidence = new List<Evidence>();
        for (var number = 0; number < visits; number++)
        {
            var visit = new Visit
            {
                Id = _ids.New(), EmployerId = employer.Id, SpecialistId = specialistId, TeamId = store.Team.Id, State = VisitState.Held, Channel = (Channel)_random.Next(3),
                On = Today.AddDays(-_random.Next(700)), Notes = "Asked what they look for in a starter.", LoggedAt = TimeProvider.System.GetUtcNow(), Version = 1,
            };
            await session.Visits.AddAsync(visit);
            await session.Employers.CountActivityAsync(employer.Id, specialistId, visit.On, visit.Channel == Channel.InPerson);
            evidence.AddRange(Evidence.Of(visit));
        }

        await EngagementUpkeep.ApplyAsync(
            session, new EvidenceChange(employer.Id, Evidence.ByDay(evidence), LevelReason.Rebuilt, null), new EngagementOptions(), TimeProvider.System.GetUtcNow());
        return true;
    }

    private Employer MakeEmployer(int number, Guid owner)
    {
        var town = TownOf(_random.Next(Math.Max(1, size / EmployersOfATown)));
        return new Employer
        {
            Id = _ids.New(), Name = $"{Word(2_000)} {Word(20_000)} {Trades[(int)(Trades.Length * Math.Pow(_random.NextDouble(), 2))]}", Town = town.Name,
            Postcode = $"{town.Outward} {_random.Next(1, 9)}AB", SicDivision = $"{10 + (_random.Next(60))}", Tags = _random.Next(20) == 0 ? ["living wage"] : [],
            ArchivedOn = number % 50 == 3 ? Today : null, DoNotApproachSince = number % 100 == 7 ? Today : null, TeamId = store.Team.Id, OwnerId = owner,
            CreatedAt = TimeProvider.System.GetUtcNow(), Version = 1,
        };
    }

    private static (string Name, string Outward) TownOf(int number) => (Invented((number * 31) + 5), $"{(char)('A' + (number % 20))}{(char)('A' + (number / 20 % 20))}{1 + (number / 400)}");

    private async Task<List<Specialist>> AddColleaguesAsync()
    {
        var colleagues = Enumerable.Range(0, Math.Max(4, size / Own)).Select(number => new Specialist
        {
            Id = _ids.New(), ObjectId = $"colleague-{number}", Name = $"{Word(300)} {Word(4_000)}", TeamId = store.Team.Id, Role = Role.Specialist, WeeklyTarget = 6,
        }).ToList();
        await store.Store.WriteAsync(
            async session =>
            {
                foreach (var colleague in colleagues)
                    await session.People.AddAsync(colleague);
                return true;
            },
            CancellationToken.None);
        return colleagues;
    }

    private string Word(int words) => Invented((int)(words * Math.Pow(_random.NextDouble(), 2)) * 7_919);

    private static string Invented(int number)
    {
        var word = string.Concat(Syllables[number % 20], Syllables[number / 20 % 20], Syllables[number / 400 % 20]) + (number / 8_000 % 20 is var last and > 0 ? Syllables[last] : "");
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
