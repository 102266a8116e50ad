using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

internal sealed record SampleClient(Client Client, IReadOnlyList<string> PreferredJobTypes);

internal sealed record SampleEmployer(Employer Employer, IReadOnlyList<Contact> Contacts);

/// <summary>A year and a half of an invented service, as rows.</summary>
internal sealed record SampleData(
    IReadOnlyList<Team> Teams,
    IReadOnlyList<Specialist> Specialists,
    Specialist Admin,
    IReadOnlyList<SampleClient> Clients,
    IReadOnlyList<SampleEmployer> Employers,
    IReadOnlyList<Visit> Visits,
    IReadOnlyList<Opening> Openings,
    IReadOnlyList<FollowUp> FollowUps,
    IReadOnlyList<Placement> Placements,
    IReadOnlyList<ClientContact> ClientContacts,
    IReadOnlyList<DisclosurePermission> Permissions,
    IReadOnlyList<CareTeamUpdate> CareTeamUpdates,
    IReadOnlyList<LiaisonContact> Liaison,
    IReadOnlyList<Leave> Leave,
    AuditEntry Audit)
{
    public const int DefaultSeed = 1;

    /// <summary>Makes the service as it stands on the morning of <paramref name="today"/>, Europe/London.</summary>
    public static SampleData Make(DateOnly today, int seed)
    {
        var source = new SampleSource(seed, today);
        var people = new SamplePeople(source);
        var clients = SampleClients.Make(source, people);
        var details = new SampleDetails(new SampleSource(seed + 1_000, today));
        IReadOnlyList<SampleEmployer> employers = [.. SampleEmployers.Make(source, people).Select(details.Fill)];
        var visits = new List<Visit>();
        var followUps = new List<FollowUp>();
        foreach (var specialist in people.Specialists)
        {
            var diary = new SampleDiary(source, specialist, new WorkingDays(source, specialist), SampleRounds.Of(source, specialist, employers), clients);
            var own = specialist == people.Alex ? AlexsDesk.Visits(source, diary) : diary.Visits();
            visits.AddRange(own);
            followUps.AddRange(specialist == people.Alex ? AlexsDesk.FollowUps(source, own, employers) : SampleFollowUps.Of(source, own, employers));
        }

        var placements = SamplePlacements.Of(source, clients, employers, visits);
        var contacts = SampleClientContacts.Of(source, clients, placements);
        var support = SampleSupport.Make(new SampleSource(seed + 2_000, today), people, clients, employers, visits, followUps, placements, contacts);
        return new SampleData(
            people.Teams, people.Specialists, people.Admin, support.Clients, employers, SampleFacts.Of(today, support.Visits, employers, support.Placements), details.Openings(employers, visits),
            support.FollowUps, support.Placements, support.ClientContacts, support.Permissions, support.Updates, support.Liaison, SampleLeave.Of(new SampleSource(seed + 3_000, today), people),
            Entry(source, people));
    }

    private static AuditEntry Entry(SampleSource source, SamplePeople people)
    {
        var at = LondonClock.ToInstant(source.Today.ToDateTime(TimeOnly.MinValue));
        return new AuditEntry
        {
            Id = source.NewId(at),
            At = at,
            Via = Via.CommandLine,
            Action = "sample-data-added",
            RecordKind = "team",
            RecordId = people.Teams[0].Id,
        };
    }
}
