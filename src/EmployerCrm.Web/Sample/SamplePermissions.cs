using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>What clients let employers know: of most jobs, and where somebody speaks for them; some changed it, a few took it back or want nothing said.</summary>
internal sealed class SamplePermissions(SampleSource source)
{
    private const double OfJob = 0.85;
    private const double Changed = 0.15;

    private static readonly string[] Wordings =
    [
        "I work with a specialist who helps me settle in. I do best with a clear list for the day.", "My job coach will ring now and then. New things go well when I am shown them once.",
        "I have somebody who supports me at work. Please tell me about rota changes early.",
    ];

    private static readonly string[] Adjustments =
        ["a quiet place for breaks", "start at ten for the first month", "written instructions", "the rota two weeks ahead", "the same days each week", "one person to ask"];

    private static readonly string[] People = ["the manager only", "the manager and the shift lead", "whoever runs the shift", "the owner"];
    private static readonly string[] Ways = ["by phone or in person, nothing in writing", "in person", "by phone", "by email to the manager"];

    private static readonly (DisclosureLevel Level, double Weight)[] Levels =
        [(DisclosureLevel.Nothing, 8), (DisclosureLevel.ServiceSupports, 42), (DisclosureLevel.AgreedWording, 28), (DisclosureLevel.WordingAndAdjustments, 22)];

    private readonly TeamCalendar _calendar = new(BankHolidays.ByRule, Nation.EnglandAndWales);

    /// <summary>For jobs, and for the employer at whom somebody in the search was spoken of most.</summary>
    public IReadOnlyList<DisclosurePermission> Of(IReadOnlyList<SampleClient> clients, IReadOnlyList<Placement> placements, IReadOnlyList<Visit> visits)
    {
        var jobs = placements.ToLookup(placement => placement.ClientId);
        var spokenOf = visits.Where(visit => visit is { ClientId: not null, State: VisitState.Held }).ToLookup(visit => visit.ClientId!.Value);
        return
        [
            .. clients.Select(client => client.Client).Where(client => client.Status is not ClientStatus.Closed).SelectMany(client =>
                jobs[client.Id].Any()
                    ? jobs[client.Id].Where(_ => source.Chance(OfJob)).SelectMany(job => At(client, job.EmployerId, DateOnly.FromDateTime(LondonClock.ToLocal(job.RecordedAt)), source.Pick(Levels, level => level.Weight).Level))
                    : spokenOf[client.Id].GroupBy(visit => visit.EmployerId).OrderByDescending(visited => visited.Count()).ThenByDescending(visited => visited.Max(visit => visit.On)).Take(1)
                        .SelectMany(visited => At(client, visited.Key, visited.Min(visit => visit.On), DisclosureLevel.ServiceSupports))),
        ];
    }

    /// <summary>The day on which each live permission is to be talked through.</summary>
    public static IEnumerable<FollowUp> Revisits(SampleSource source, IEnumerable<DisclosurePermission> permissions, IReadOnlyDictionary<Guid, Client> clients) =>
        permissions.Where(permission => permission is { IsLive: true, RevisitOn: not null }).Select(permission => new FollowUp
        {
            Id = source.NewId(permission.RecordedAt), EmployerId = permission.EmployerId, ClientId = permission.ClientId, OwnerId = clients[permission.ClientId].OwnerId, TeamId = permission.TeamId,
            Title = ShippedSteps.Titles["permission-revisit"], DueOn = permission.RevisitOn, State = FollowUpState.Open, CreatedAt = permission.RecordedAt, Kind = FollowUpKind.PermissionRevisit, Version = 1,
        });

    private IEnumerable<DisclosurePermission> At(Client client, Guid employerId, DateOnly by, DisclosureLevel level)
    {
        var givenOn = by.AddDays(-source.Between(0, 5));
        if (givenOn < client.EnteredOn)
            givenOn = client.EnteredOn;
        var first = Permission(client, employerId, givenOn, level);
        var changedOn = givenOn.AddDays(source.Between(20, 90));
        if (level is DisclosureLevel.Nothing or DisclosureLevel.WordingAndAdjustments || !source.Chance(Changed) || changedOn >= source.Today)
            return [Revisited(first)];
        var second = Permission(client, employerId, changedOn, DisclosureLevel.WordingAndAdjustments) with { RevisitedOn = changedOn };
        return [first with { EndedOn = changedOn, EndedAs = PermissionEnd.Replaced, EndedById = client.OwnerId, Version = 2 }, Revisited(second)];
    }

    private DisclosurePermission Permission(Client client, Guid employerId, DateOnly givenOn, DisclosureLevel level)
    {
        var at = source.OfficeHours(givenOn);
        var live = level != DisclosureLevel.Nothing;
        return new DisclosurePermission
        {
            Id = source.NewId(at), ClientId = client.Id, EmployerId = employerId, TeamId = client.TeamId, Level = level, WhoMayBeTold = live ? source.Pick(People) : null, How = live ? source.Pick(Ways) : null,
            Wording = level >= DisclosureLevel.AgreedWording ? source.Pick(Wordings) : null,
            Adjustments = level == DisclosureLevel.WordingAndAdjustments ? string.Join("; ", Enumerable.Range(0, 2).Select(_ => source.Pick(Adjustments)).Distinct()) : null,
            ConsentGiven = source.Chance(0.7) ? ConsentGiven.InPerson : source.Chance(0.7) ? ConsentGiven.Phone : ConsentGiven.Writing, GivenOn = givenOn,
            RevisitOn = live ? _calendar.OnOrAfter(givenOn.AddMonths(6)) : null, NotACondition = source.Chance(0.9) ? true : null, ProsAndCons = source.Chance(0.85) ? true : null,
            WordingAgreed = level >= DisclosureLevel.AgreedWording ? true : null, RecordedById = client.OwnerId, RecordedAt = at, Version = 1,
        };
    }

    /// <summary>Talked through about when it was owed, but for a few that are overdue.</summary>
    private DisclosurePermission Revisited(DisclosurePermission permission)
    {
        while (permission.RevisitOn < source.Today.AddDays(-source.Between(0, 5)))
        {
            var on = permission.RevisitOn.Value.AddDays(-source.Between(0, 6));
            permission = permission with { RevisitedOn = on, RevisitOn = _calendar.OnOrAfter(on.AddMonths(6)), Version = permission.Version + 1 };
        }

        return permission;
    }
}
