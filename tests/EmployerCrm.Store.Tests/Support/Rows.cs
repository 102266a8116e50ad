using EmployerCrm.Core;
using EmployerCrm.Core.Audit;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Store.Tests.Support;

/// <summary>A team, two of its people, an employer, a contact and a client, stored; and builders of rows that belong to them.</summary>
internal sealed class Rows(Ids ids, Nation nation = Nation.EnglandAndWales)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 18, 10, 20, 30, 123, TimeSpan.Zero);

    public Team Team { get; } = new() { Id = ids.New(), Name = "Leeds North", Nation = nation };

    public Specialist Specialist => field ??= Person("Alex Wilber", Role.Specialist);

    public Specialist Colleague => field ??= Person("Bronwen Ifans", Role.TeamLead);

    public Employer Employer => field ??= EmployerNamed("Friday's Café");

    public Contact Contact => field ??= new Contact { Id = ids.New(), EmployerId = Employer.Id, Name = "Siân O'Brien", Role = "owner", Version = 1 };

    public Client Client => field ??= new Client
    {
        Id = ids.New(),
        Reference = ids.New().ToString("N")[^10..].ToUpperInvariant(),
        OwnerId = Specialist.Id,
        TeamId = Team.Id,
        Programme = "IPS in secondary care",
        EnteredOn = new DateOnly(2026, 3, 29),
        Status = ClientStatus.JobSearch,
        CheckReference = true,
    };

    public Actor Actor => Actor.For(Specialist, Via.Chat);

    public static async Task<Rows> StoredAsync(CrmStore store, Ids ids, Nation nation = Nation.EnglandAndWales)
    {
        var rows = new Rows(ids, nation);
        await store.WriteAsync(
            async session =>
            {
                await session.People.AddAsync(rows.Team);
                await session.People.AddAsync(rows.Specialist);
                await session.People.AddAsync(rows.Colleague);
                await session.Employers.AddAsync(rows.Employer);
                await session.Employers.AddAsync(rows.Contact);
                await session.Clients.AddAsync(rows.Client, ["retail", "kitchen"]);
                return true;
            },
            TestContext.Current.CancellationToken);
        return rows;
    }

    public Specialist Person(string name, Role role) => new()
    {
        Id = ids.New(),
        ObjectId = ids.New().ToString(),
        Name = name,
        TeamId = Team.Id,
        Role = role,
        WeeklyTarget = 6,
    };

    public Employer EmployerNamed(string name) => new()
    {
        Id = ids.New(),
        Name = name,
        Town = "Leeds",
        Sector = "hospitality",
        TeamId = Team.Id,
        OwnerId = Specialist.Id,
        CreatedAt = Now,
        Version = 1,
    };

    /// <summary>An employer with every field filled, a branch of the one that is stored.</summary>
    public Employer WholeEmployer(string name) => EmployerNamed(name) with
    {
        TradingNames = ["The Corner Café", "Café 2"], BranchOfId = Employer.Id, Town = "Burley in Wharfedale", SicSection = "I", SicDivision = "56", SizeBand = SizeBand.Micro,
        LegalForm = LegalForm.SoleTrader, CompanyNumber = "SC123456", Address = "1 Main Street", Postcode = "LS29 7AB", Website = "https://example.com", Tags = ["living wage"],
        DisabilityConfidentLevel = 2, DisabilityConfidentEndsOn = new DateOnly(2028, 1, 31), Source = "job fair", Needs = "Early starters.",
        NeedsRecordedOn = new DateOnly(2026, 10, 1), Notes = "Ring the bell.", DoNotApproachSince = new DateOnly(2026, 11, 1), ArchivedOn = new DateOnly(2026, 11, 2),
    };

    /// <summary>A contact with every field filled.</summary>
    public Contact WholeContact(string name) => new()
    {
        Id = ids.New(), EmployerId = Employer.Id, Name = name, Role = "manager", Email = "sian@example.com", Phone = "+441134960123", PhoneExtension = "12",
        PreferredChannel = Channel.Phone, BestTime = "after 2", LawfulBasis = LawfulBasis.PublicTask, ToldOn = new DateOnly(2026, 1, 2), ObjectedOn = new DateOnly(2026, 3, 4),
        ObjectionScope = ObjectionScope.NoEmail, LeftOn = new DateOnly(2026, 5, 6), Version = 1,
    };

    public Opening Opening(DateOnly closesOn) => new()
    {
        Id = ids.New(), EmployerId = Employer.Id, TeamId = Team.Id, Job = "two porters", JobType = "Kitchen and catering", Hours = "16 a week", From = closesOn.AddDays(-10),
        ClosesOn = closesOn, SaidById = Contact.Id, RecordedById = Specialist.Id, RecordedAt = Now, Version = 1,
    };

    public LevelOverride Override(DateOnly endsOn) =>
        new() { EmployerId = Employer.Id, Level = 4, Reason = "They answer every time.", SetById = Colleague.Id, SetAt = Now, EndsOn = endsOn, Version = 1 };

    public Visit Visit(DateOnly? on = null) => new()
    {
        Id = ids.New(),
        EmployerId = Employer.Id,
        SpecialistId = Specialist.Id,
        TeamId = Team.Id,
        ContactId = Contact.Id,
        ClientId = Client.Id,
        State = VisitState.Held,
        Channel = Channel.InPerson,
        On = on ?? new DateOnly(2026, 11, 17),
        At = new TimeOnly(15, 0),
        Notes = "Owner is keen.",
        LoggedAt = Now,
        Version = 1,
    };

    public FollowUp FollowUp(DateOnly? due = null) => new()
    {
        Id = ids.New(),
        EmployerId = Employer.Id,
        ClientId = Client.Id,
        OwnerId = Specialist.Id,
        TeamId = Team.Id,
        Title = "Send CV",
        Kind = FollowUpKind.Reminder,
        DueOn = due,
        State = FollowUpState.Open,
        CreatedAt = Now,
        Version = 1,
    };

    public Placement Placement(DateOnly? startsOn = null) => new()
    {
        Id = ids.New(),
        ClientId = Client.Id,
        EmployerId = Employer.Id,
        SpecialistId = Specialist.Id,
        TeamId = Team.Id,
        JobTitle = "kitchen porter",
        StartsOn = startsOn ?? new DateOnly(2026, 11, 23),
        RecordedAt = Now,
        Version = 1,
    };

    public ClientContact ClientContact(DateOnly? on = null) => new()
    {
        Id = ids.New(),
        ClientId = Client.Id,
        SpecialistId = Specialist.Id,
        TeamId = Team.Id,
        On = on ?? new DateOnly(2026, 11, 17),
        Way = Channel.Phone,
        LoggedAt = Now,
        Version = 1,
    };

    /// <summary>A placement with every field filled.</summary>
    public Placement WholePlacement(DateOnly startsOn) => Placement(startsOn) with
    {
        EndsOn = startsOn.AddDays(40), EndReason = JobEndReason.ContractEnded, EndHeardOn = startsOn.AddDays(41), ContactId = Contact.Id, SocMajorGroup = 9, MinutesAWeek = 960,
        AtLeastMinimumWage = true, Permanent = false, Competitive = true, PreferencesMet = null, TemplateId = ids.New(),
    };

    public PlacementChange Change(Guid placementId, DateOnly on) => new()
    {
        Id = ids.New(), PlacementId = placementId, ChangedOn = on, JobTitle = "cook", MinutesAWeek = 1200, MinutesBefore = 960, RecordedById = Specialist.Id, RecordedAt = Now, Version = 1,
    };

    /// <summary>A step of a schedule with every field filled.</summary>
    public FollowUp Step(Guid placementId, DateOnly due, int occurrence = 1) => FollowUp(due) with
    {
        EmployerId = null, Kind = FollowUpKind.ClientContact, PlacementId = placementId, StepKey = "monthly", AnchoredOn = due.AddDays(-30), Occurrence = occurrence, OpensOn = due.AddDays(-5),
        InPerson = true, SnoozedTimes = 2,
    };

    public FollowUpComment Comment(Guid followUpId) =>
        new() { Id = ids.New(), FollowUpId = followUpId, SpecialistId = Colleague.Id, Text = "Shall I ring on Friday?", WrittenAt = Now };

    public StoredSchedule Schedule(string name, int number = 1) => new()
    {
        Id = ids.New(), TeamId = Team.Id, Name = name, Number = number, Steps = ScheduleJson.Write(ScheduleTemplate.Ips.Steps), SavedById = Colleague.Id, SavedAt = Now,
    };

    /// <summary>A permission with every field filled.</summary>
    public DisclosurePermission Permission(DateOnly givenOn) => new()
    {
        Id = ids.New(), ClientId = Client.Id, EmployerId = Employer.Id, TeamId = Team.Id, Level = DisclosureLevel.WordingAndAdjustments, WhoMayBeTold = "the manager", How = "by phone",
        Wording = "works best with a clear list", Adjustments = "a quiet place for breaks", ConsentGiven = ConsentGiven.InPerson, GivenOn = givenOn, RevisitOn = givenOn.AddDays(90),
        NotACondition = true, ProsAndCons = true, WordingAgreed = false, RevisitedOn = givenOn.AddDays(1), RecordedById = Specialist.Id, RecordedAt = Now,
        EndedOn = givenOn.AddDays(2), EndedAs = PermissionEnd.Replaced, EndedById = Colleague.Id, Version = 1,
    };

    public CareTeamUpdate Update(DateOnly on) => new()
    {
        Id = ids.New(), ClientId = Client.Id, TeamId = Team.Id, FollowUpId = ids.New(), Text = "In work since Monday.", SharedWith = "care coordinator", SharedOn = on,
        RecordedById = Specialist.Id, RecordedAt = Now, Version = 1,
    };

    public LiaisonContact Liaison(DateOnly on) => new()
    {
        Id = ids.New(), ClientId = Client.Id, TeamId = Team.Id, On = on, Way = Channel.Phone, WithWhom = "care coordinator", AboutWork = "Mornings are better.",
        RecordedById = Specialist.Id, RecordedAt = Now, Version = 1,
    };

    public ReceivedActivity Received(string? key = null, DateTimeOffset? at = null) => new()
    {
        ActivityKey = key ?? $"msteams|a:1x|message|{ids.New()}",
        SpecialistId = Specialist.Id,
        ReceivedAt = at ?? Now,
        Answer = """{"text":"Logged ✅"}""",
        LeaseUntil = (at ?? Now).AddSeconds(15),
        Attempts = 1,
    };

    public StoredConversation Conversation() => new()
    {
        ChannelId = "msteams",
        ConversationId = $"a:{ids.New()}",
        SpecialistId = Specialist.Id,
        IsPersonal = true,
        Reference = """{"serviceUrl":"https://smba.trafficmanager.net/uk/"}""",
        State = ReferenceState.Live,
        UpdatedAt = Now,
    };

    /// <summary>A row of the outbox that may be sent at once and for a day.</summary>
    public OutboxRow Unsent(string? key = null, DateTimeOffset? at = null) => new()
    {
        Id = ids.New(), Channel = OutboxChannel.Teams, Kind = OutboxKinds.Digest, RecipientId = Specialist.Id, IdempotencyKey = key ?? $"digest:{ids.New()}",
        CreatedAt = at ?? Now, NotBefore = at ?? Now, ExpiresAt = (at ?? Now).AddDays(1),
    };

    /// <summary>A row of the outbox with every field filled.</summary>
    public OutboxRow WholeUnsent() => Unsent() with
    {
        Kind = OutboxKinds.VisitReminder, TeamId = Team.Id, SubjectId = ids.New(), ClientId = Client.Id, EmployerId = Employer.Id, ForDay = new DateOnly(2026, 11, 19), State = OutboxState.Sent,
        Attempts = 3, Lease = ids.New(), LeaseUntil = Now.AddMinutes(2), Reason = "429", EndedAt = Now.AddMinutes(1), Version = 4,
    };

    public Draft Draft() => new()
    {
        Id = ids.New(),
        SpecialistId = Specialist.Id,
        Text = "visited frydays caff",
        TypedAt = Now,
        Question = "employer",
        Answers = "{}",
        ExpiresAt = Now.AddDays(7),
        Version = 1,
    };

    public SentCard Card(Guid subjectId) => new()
    {
        ConversationId = "a:1x",
        ActivityId = ids.New().ToString(),
        SpecialistId = Specialist.Id,
        Kind = "visit",
        SubjectId = subjectId,
        SentAt = Now,
    };

    public UndoStep Step(Guid subjectId) => new()
    {
        Id = ids.New(),
        SpecialistId = Specialist.Id,
        Kind = UndoKind.VisitLogged,
        SubjectId = subjectId,
        Rows = "[]",
        CreatedAt = Now,
    };

    public AuditEntry Entry(Guid recordId) => new()
    {
        Id = ids.New(),
        At = Now,
        SpecialistId = Specialist.Id,
        Via = Via.Chat,
        Action = "visit-logged",
        RecordKind = "visit",
        RecordId = recordId,
    };
}
