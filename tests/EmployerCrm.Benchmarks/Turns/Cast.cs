using EmployerCrm.Bot.Reading;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>One person with their chat.</summary>
internal sealed record Speaker(string ObjectId, string ConversationId);

/// <summary>Who talks about whom: specialists in teams with clients, and employers with invented names, each with one contact.</summary>
internal sealed class Cast
{
    private const int SpecialistsInTeam = 8;
    private const int ClientsOfTeam = 40;
    private const int RowsInOneWrite = 500;

    private static readonly string[] Syllables =
        ["ba", "che", "dor", "fen", "gil", "hal", "jun", "kes", "lim", "mor", "nor", "pel", "quin", "ros", "sut", "tarn", "ul", "ven", "wick", "yar"];

    private static readonly string[] Trades =
        ["Bakery", "Joinery", "Motors", "Stores", "Nursery", "Cleaning", "Logistics", "Hotel", "Dental", "Florists", "Plumbing", "Furniture"];

    private static readonly string[] Towns = ["Leeds", "Otley", "Ilkley", "Castleford", "Morley", "Wetherby"];

    /// <summary>Stands in a line for a number that grows: the same line twice within a minute would be asked about.</summary>
    public const string Number = "#";

    // {0} is the employer. With and without a time, a contact and a next step, as people write.
    private static readonly string[] Lines =
    [
        $"visited {{0}} yesterday 3pm, leaflet {Number} left, next send CV Tues",
        $"visited {{0}} today, keen on Saturdays, leaflet {Number} left",
        $"visited {{0}} yesterday, spoke to Sarah, leaflet {Number} left, next ring back on Friday",
        $"visited {{0}} yesterday at 9.30, two vacancies in the kitchen, leaflet {Number} left, next send CV Tues",
    ];

    private readonly Ids _ids = new(TimeProvider.System, new Random(7));
    private readonly Random _random = new(11);

    public List<Speaker> Speakers { get; } = [];

    /// <summary>What is said: lines that each name one employer without doubt, with <see cref="Number"/> in their notes.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Fills an empty database file.</summary>
    public static async Task<Cast> OnStageAsync(string connectionString, int specialists, int employers)
    {
        var cast = new Cast();
        await using var store = await CrmStoreFactory.OpenAsync(new StoreOptions { Provider = StoreProvider.Sqlite, ConnectionString = connectionString }, TimeProvider.System);
        var people = await cast.AddPeopleAsync(store, specialists);
        var names = await cast.AddEmployersAsync(store, people, employers);
        await cast.RehearseAsync(store, people[0], names);
        return cast;
    }

    /// <summary>The same, but one person who talks about one employer.</summary>
    public Cast Alone()
    {
        var alone = new Cast();
        alone.Speakers.Add(Speakers[0]);
        alone.Said.Add(Said[0]);
        return alone;
    }

    private async Task<List<Specialist>> AddPeopleAsync(CrmStore store, int count)
    {
        var people = new List<Specialist>();
        await store.WriteAsync(
            async session =>
            {
                Team? team = null;
                for (var number = 0; number < count; number++)
                {
                    if (number % SpecialistsInTeam == 0)
                        await session.People.AddAsync(team = new Team { Id = _ids.New(), Name = $"Team {number}", Nation = Nation.EnglandAndWales });
                    var specialist = new Specialist { Id = _ids.New(), ObjectId = $"object-{number}", Name = $"Specialist {number}", TeamId = team!.Id, Role = Role.Specialist, WeeklyTarget = 6 };
                    await session.People.AddAsync(specialist);
                    people.Add(specialist);
                    for (var client = 0; number % SpecialistsInTeam == 0 && client < ClientsOfTeam; client++)
                        await session.Clients.AddAsync(ClientOf(specialist, (number / SpecialistsInTeam * ClientsOfTeam) + client), []);
                }

                return true;
            },
            CancellationToken.None);
        Speakers.AddRange(people.Select((person, number) => new Speaker(person.ObjectId, $"a:conversation-{number}")));
        return people;
    }

    private Client ClientOf(Specialist specialist, int number) => new()
    {
        Id = _ids.New(), Reference = $"{(char)('A' + (number / 2600 % 26))}{(char)('A' + (number / 100 % 26))}{number % 100:00}", OwnerId = specialist.Id, TeamId = specialist.TeamId,
        Programme = "IPS", EnteredOn = new DateOnly(2026, 1, 5), Status = ClientStatus.JobSearch, CheckReference = false,
    };

    private async Task<List<string>> AddEmployersAsync(CrmStore store, List<Specialist> people, int count)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < count)
            names.Add($"{Word()} {Word()} {Pick(Trades)}");
        foreach (var batch in names.Chunk(RowsInOneWrite))
        {
            await store.WriteAsync(
                async session =>
                {
                    foreach (var name in batch)
                    {
                        var employer = new Employer { Id = _ids.New(), Name = name, Town = Pick(Towns), TeamId = people[_random.Next(people.Count)].TeamId, CreatedAt = TimeProvider.System.GetUtcNow(), Version = 1 };
                        await session.Employers.AddAsync(employer);
                        await session.Employers.AddAsync(new Contact { Id = _ids.New(), EmployerId = employer.Id, Name = "Sarah Okafor", Role = "owner", Version = 1 });
                    }

                    return true;
                },
                CancellationToken.None);
        }

        return [.. names];
    }

    /// <summary>Keeps the lines that are logged without a question: what an invented name may be mistaken for is not measured here.</summary>
    private async Task RehearseAsync(CrmStore store, Specialist person, List<string> names)
    {
        var reader = new LineReader(new ReadingDirectory(store, Actor.For(person, Via.Chat)));
        var now = LondonClock.ToLocal(TimeProvider.System.GetUtcNow());
        for (var number = 0; number < names.Count; number++)
        {
            var line = string.Format(System.Globalization.CultureInfo.InvariantCulture, Lines[number % Lines.Length], names[number]);
            var reading = await reader.ReadAsync(line.Replace(Number, "4711", StringComparison.Ordinal), now, CancellationToken.None);
            if (reading is { Intent: Intent.LogVisit, Ask: null, Date: not null, NewContact: null, SideBySide.Count: <= 1 } && reading.Employer == names[number])
                Said.Add(line);
        }

        if (Said.Count < names.Count / 2)
            throw new InvalidOperationException($"Only {Said.Count} of {names.Count} lines are read without a question.");
    }

    private string Word()
    {
        var word = string.Concat(Enumerable.Range(0, 3).Select(_ => Pick(Syllables)));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private string Pick(string[] among) => among[_random.Next(among.Length)];
}
