using System.Text.RegularExpressions;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Tests.Roles;

/// <summary>A team with one of everything. What only the team itself may read says SECRET.</summary>
internal sealed class World(Ids ids, DateTimeOffset now, string name, string reference, string inWork)
{
    public const string Secret = "SECRET";

    public Team Team { get; } = new() { Id = ids.New(), Name = name, Nation = Nation.EnglandAndWales };

    public Specialist Specialist => field ??= Person("Specialist", Role.Specialist);

    public Specialist Lead => field ??= Person("Lead", Role.TeamLead);

    public Specialist Admin => field ??= Person("Admin", Role.Admin);

    public Employer Employer => field ??= new Employer
    {
        Id = ids.New(), Name = $"{name} Bakery", Town = "Otley", TeamId = Team.Id, OwnerId = Specialist.Id, CreatedAt = now, Version = 1,
    };

    public Contact Contact => field ??= new Contact { Id = ids.New(), EmployerId = Employer.Id, Name = $"{name} Jones", Role = "owner", Version = 1 };

    public Client Client => field ??= ClientNamed(reference, ClientStatus.JobSearch);

    public Client InWork => field ??= ClientNamed(inWork, ClientStatus.InWork);

    public Visit Held => field ??= VisitIn(VisitState.Held, Today.AddDays(-1));

    /// <summary>Where nothing is planned.</summary>
    public Employer Quiet => field ??= Employer with { Id = ids.New(), Name = $"{name} Mill" };

    public Visit HeldThere => field ??= Held with { Id = ids.New(), EmployerId = Quiet.Id, ContactId = null };

    public Visit Planned => field ??= VisitIn(VisitState.Planned, Today);

    public FollowUp FollowUp => field ??= new FollowUp
    {
        Id = ids.New(), EmployerId = Employer.Id, VisitId = Held.Id, ClientId = Client.Id, OwnerId = Specialist.Id, TeamId = Team.Id, Title = $"Ring about {Secret} title of {name}",
        DueOn = Today, State = FollowUpState.Open, CreatedAt = now, Version = 1,
    };

    public Placement Placement => field ??= new Placement
    {
        Id = ids.New(), ClientId = InWork.Id, EmployerId = Employer.Id, SpecialistId = Specialist.Id, TeamId = Team.Id, JobTitle = $"{Secret} job of {name}",
        StartsOn = Today.AddDays(-30), RecordedAt = now, Version = 1,
    };

    public Draft Draft => field ??= new Draft
    {
        Id = ids.New(), SpecialistId = Specialist.Id, Text = $"{Secret} line of {name}", TypedAt = now, Question = "employer", Answers = "{}", ExpiresAt = now.AddDays(7), Version = 1,
    };

    public Opening Opening => field ??= new Opening
    {
        Id = ids.New(), EmployerId = Employer.Id, TeamId = Team.Id, Job = "baker", From = Today, ClosesOn = Today.AddDays(20), RecordedById = Specialist.Id, RecordedAt = now, Version = 1,
    };

    public SavedView View => field ??= new SavedView { Id = ids.New(), SpecialistId = Specialist.Id, Name = $"{Secret} view of {name}", Address = "mine=1", SavedAt = now };

    public Leave Leave => field ??= new Leave { Id = ids.New(), SpecialistId = Specialist.Id, From = Today.AddDays(100), To = Today.AddDays(110), CoverId = Lead.Id };

    /// <summary>A message that did not arrive.</summary>
    public OutboxRow Unsent => field ??= new OutboxRow
    {
        Id = ids.New(), Channel = OutboxChannel.Teams, Kind = OutboxKinds.VisitReminder, RecipientId = Specialist.Id, TeamId = Team.Id, SubjectId = Planned.Id, ClientId = Client.Id,
        EmployerId = Employer.Id, IdempotencyKey = $"visit-reminder:{Planned.Id}", CreatedAt = now, NotBefore = now, ExpiresAt = now.AddDays(1), State = OutboxState.Dead,
        Reason = OutboxReasons.NotReachable, EndedAt = now,
    };

    public UndoStep Step => field ??= new UndoStep
    {
        Id = ids.New(), SpecialistId = Specialist.Id, Kind = UndoKind.ReminderAdded, SubjectId = FollowUp.Id,
        Rows = $$"""{ "FollowUp": { "Id": "{{FollowUp.Id}}", "Version": 1 } }""", CreatedAt = now,
    };

    public DateOnly Today { get; } = DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>By what a reader would recognise that it is about this team: keys and names.</summary>
    public IEnumerable<string> Marks =>
        new[] { Team.Id, Specialist.Id, Employer.Id, Contact.Id, Client.Id, Held.Id, Planned.Id, FollowUp.Id, Placement.Id, Draft.Id, Opening.Id, Step.Id, View.Id, Leave.Id }.Select(id => id.ToString())
            .Concat([Client.Reference, InWork.Reference, $"{name} "]);

    /// <summary>What nobody outside the team may read.</summary>
    public IEnumerable<string> Secrets => [$"{Secret} notes of {name}", $"{Secret} title of {name}", $"{Secret} job of {name}", $"{Secret} line of {name}", $"{Secret} view of {name}", Client.Reference, InWork.Reference];

    /// <summary>Whether a text holds something of it; what is typed stands in an answer that refuses it, so a reference may.</summary>
    public bool IsReadIn(string text, bool butReferences) => Secrets.Any(secret =>
        secret.Contains(Secret, StringComparison.Ordinal) ? text.Contains(secret, StringComparison.Ordinal) : !butReferences && IsWordIn(text, secret));

    // A form's token is hundreds of random letters, among which any four stand now and then.
    private static bool IsWordIn(string text, string word) => Regex.IsMatch(text, $"(?<![\\w-]){word}(?![\\w-])", RegexOptions.None, TimeSpan.FromSeconds(1));

    public async Task AddAsync(ICrmSession session)
    {
        await session.People.AddAsync(Team);
        foreach (var person in new[] { Specialist, Lead, Admin })
            await session.People.AddAsync(person);
        await session.Employers.AddAsync(Employer);
        await session.Employers.AddAsync(Contact);
        await session.Clients.AddAsync(Client, ["Retail"]);
        await session.Clients.AddAsync(InWork, ["Retail"]);
        await session.Visits.AddAsync(Held);
        await session.Employers.AddAsync(Quiet);
        await session.Visits.AddAsync(HeldThere);
        await session.Visits.AddAsync(Planned);
        await session.FollowUps.AddAsync(FollowUp);
        await session.Placements.AddAsync(Placement);
        await session.Conversations.AddAsync(Draft);
        await session.Openings.AddAsync(Opening);
        await session.SavedViews.AddAsync(View);
        await session.Settings.AddAsync(Leave);
        await session.Outbox.AddAsync(Unsent);
        await session.Undo.AddAsync(Step);
        await session.Employers.CountActivityAsync(Employer.Id, Specialist.Id, Held.On, inPerson: true);
    }

    private Specialist Person(string what, Role role) => new()
    {
        Id = ids.New(), ObjectId = $"{name}-{what}".ToLowerInvariant(), Name = $"{name} {what}", TeamId = Team.Id, Role = role, WeeklyTarget = 6,
    };

    private Client ClientNamed(string called, ClientStatus status) => new()
    {
        Id = ids.New(), Reference = called, OwnerId = Specialist.Id, TeamId = Team.Id, Programme = "IPS in secondary care", EnteredOn = Today.AddDays(-60), Status = status,
        CheckReference = false,
    };

    private Visit VisitIn(VisitState state, DateOnly on) => new()
    {
        Id = ids.New(), EmployerId = Employer.Id, SpecialistId = Specialist.Id, TeamId = Team.Id, ContactId = Contact.Id, ClientId = Client.Id, State = state,
        Channel = Channel.InPerson, On = on, Notes = $"{Secret} notes of {name}", LoggedAt = now, Version = 1,
    };
}
