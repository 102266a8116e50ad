using System.Text.Json;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Tests.Year;

/// <summary>A client, with what the simulation knows of their jobs and permissions.</summary>
internal sealed class YearClient(Client row)
{
    public string Reference => row.Reference;

    public Guid Id => row.Id;

    public Guid TeamId => row.TeamId;

    public Guid OwnerId { get; set; } = row.OwnerId;

    public YearJob? Job { get; set; }

    public HashSet<Guid> Permitted { get; } = [];
}

/// <summary>A job of a client. What disturbs the first contact that is owed makes it no example of the rule.</summary>
internal sealed class YearJob(YearClient client, Guid employerId, DateOnly startsOn)
{
    public YearClient Client => client;

    public Guid EmployerId => employerId;

    public DateOnly StartsOn { get; set; } = startsOn;

    public bool IsDisturbed { get; set; }
}

/// <summary>Two teams in two nations with their leads, part-timers among them, their clients and employers.</summary>
internal sealed class YearTown
{
    private static readonly DayOfWeek[][] Patterns =
    [
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday],
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Thursday],
        [DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
    ];

    private const int ClientsOfEach = 3;

    public List<YearPerson> People { get; } = [];

    public List<YearClient> Clients { get; } = [];

    public List<YearJob> Jobs { get; } = [];

    public List<(Guid Id, Guid TeamId)> Employers { get; } = [];

    public Specialist Admin { get; private set; } = null!;

    public static async Task<YearTown> FoundAsync(ICrmStore store, Ids ids, Random random, int size, string serviceUrl)
    {
        var town = new YearTown();
        Team[] teams = [new Team { Id = ids.New(), Name = "Aire", Nation = Nation.EnglandAndWales }, new Team { Id = ids.New(), Name = "Tay", Nation = Nation.Scotland }];
        town.Admin = Row(ids, teams[0], "Admin", Role.Admin);
        await store.WriteAsync(
            async session =>
            {
                foreach (var team in teams)
                    await session.People.AddAsync(team);
                await session.People.AddAsync(town.Admin);
                for (var number = 0; number < size; number++)
                    await town.JoinAsync(session, ids, random, teams[number % 2], number, serviceUrl);
                return true;
            },
            TestContext.Current.CancellationToken);
        return town;
    }

    private async Task JoinAsync(ICrmSession session, Ids ids, Random random, Team team, int number, string serviceUrl)
    {
        var row = Row(ids, team, $"Person {number}", number < 2 ? Role.TeamLead : Role.Specialist);
        var pattern = Patterns[number % 5 == 4 ? random.Next(1, Patterns.Length) : 0];
        var settings = new PersonSettings
        {
            SpecialistId = row.Id, WorkingDays = pattern.Aggregate(WorkingDays.None, (days, day) => days | (WorkingDays)(1 << ((int)day - 1))),
            DigestAt = random.Next(4) switch { 0 => new TimeOnly(7, 30), 1 => new TimeOnly(9, 15), _ => new TimeOnly(8, 30) },
            TimeZone = number % 9 == 5 ? "Europe/Madrid" : "Europe/London",
            QuietFrom = random.Next(4) == 0 ? new TimeOnly(17, 0) : new TimeOnly(18, 30), QuietUntil = random.Next(4) == 0 ? new TimeOnly(8, 0) : new TimeOnly(7, 30),
            WrapUp = random.Next(8) > 0, Version = 1,
        };
        var conversation = $"a:year-{number}";
        await session.People.AddAsync(row);
        await session.Settings.SaveAsync(settings, 0);
        await session.Conversations.SaveAsync(new StoredConversation
        {
            ChannelId = "msteams", ConversationId = conversation, SpecialistId = row.Id, IsPersonal = true, State = ReferenceState.Live, UpdatedAt = YearCalendar.Start,
            Reference = JsonSerializer.Serialize(
                new ConversationReference
                {
                    ChannelId = "msteams", ServiceUrl = serviceUrl, Conversation = new ConversationAccount { Id = conversation, ConversationType = "personal" },
                    Bot = new ChannelAccount { Id = "28:bot" }, User = new ChannelAccount { Id = $"29:{number}" },
                },
                BotJson.Default.ConversationReference),
        });
        People.Add(new YearPerson(row, team.Nation, pattern.ToHashSet(), settings, conversation));
        var employer = new Employer { Id = ids.New(), Name = $"Employer {number}", Town = "Otley", TeamId = team.Id, OwnerId = row.Id, CreatedAt = YearCalendar.Start, Version = 1 };
        await session.Employers.AddAsync(employer);
        Employers.Add((employer.Id, team.Id));
        for (var client = 0; client < ClientsOfEach; client++)
        {
            var known = new Client
            {
                Id = ids.New(), Reference = $"{(char)('A' + (number % 24))}{(char)('A' + (number / 24))}{(client * 11) + 23}", OwnerId = row.Id, TeamId = team.Id, Programme = "IPS in secondary care",
                EnteredOn = new DateOnly(2026, 1, 5), Status = ClientStatus.JobSearch, CheckReference = false,
            };
            await session.Clients.AddAsync(known, []);
            Clients.Add(new YearClient(known));
        }
    }

    private static Specialist Row(Ids ids, Team team, string name, Role role) => new()
    {
        Id = ids.New(), ObjectId = "oid-" + name.Replace(' ', '-'), Name = name, TeamId = team.Id, Role = role, WeeklyTarget = 6,
    };
}
