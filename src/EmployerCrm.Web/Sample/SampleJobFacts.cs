using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Web.Sample;

/// <summary>
/// What is known of each job, and jobs beside those of everybody who is in work: a few that ended, one that ended yesterday, and one that begins soon.
/// </summary>
internal static class SampleJobFacts
{
    private const int EndedEach = 9;
    private const int SettledDays = 150;

    private static readonly int[] Hours = [8, 10, 12, 16, 16, 20, 24, 30, 37];
    private static readonly (int Group, string[] Words)[] Groups =
    [
        (4, ["admin", "office", "reception", "post room", "booking"]), (5, ["chef", "baker", "joiner", "fitter"]), (6, ["care", "nursery", "activities", "lunch"]),
        (7, ["sales", "till", "counter", "shop", "call", "click"]), (8, ["driver", "van", "operative", "packing line"]),
    ];

    private static readonly JobEndReason[] Reasons = [JobEndReason.ContractEnded, JobEndReason.MovedOnToBetter, JobEndReason.DidNotSuit, JobEndReason.HoursOrPay];

    public static IReadOnlyList<Placement> Fill(SampleSource source, SamplePeople people, IReadOnlyList<SampleClient> clients, IReadOnlyList<SampleEmployer> employers, IReadOnlyList<Placement> placements)
    {
        var byId = employers.ToDictionary(employer => employer.Employer.Id);
        var seekers = clients.Select(client => client.Client).Where(client => client.Status is ClientStatus.JobSearch).ToList();
        var more = seekers.Where(client => source.Today.DayNumber - client.EnteredOn.DayNumber > SettledDays && !IsKnown(client)).Where((_, index) => index % EndedEach == 0)
            .Select(client => Ended(source, client, source.Pick(OfTeam(employers, client)))).ToList();
        foreach (var team in people.Teams)
        {
            var free = seekers.Where(client => client.TeamId == team.Id && !IsKnown(client) && more.TrueForAll(job => job.ClientId != client.Id)).OrderByDescending(client => client.OwnerId == people.Alex.Id).ToList();
            if (free.Count > 1 && free[0].EnteredOn < source.Today.AddDays(-60))
                more.Add(EndedYesterday(source, free[0], source.Pick(OfTeam(employers, free[0]))));
            if (free.Count > 1)
                more.Add(ToCome(source, free[1], source.Pick(OfTeam(employers, free[1]))));
        }

        return [.. placements.Select(placement => Known(source, Ahead(source, placement), byId[placement.EmployerId])), .. more];
    }

    private static bool IsKnown(Client client) => SampleDirectory.Known.Clients.Contains(client.Reference);

    private static List<SampleEmployer> OfTeam(IReadOnlyList<SampleEmployer> employers, Client client) => [.. employers.Where(employer => employer.Employer.TeamId == client.TeamId)];

    /// <summary>Told some days before the first day, so that meeting before it was owed.</summary>
    private static Placement Ahead(SampleSource source, Placement placement) => placement with { RecordedAt = source.OfficeHours(placement.StartsOn.AddDays(-source.Between(3, 9))) };

    private static Placement Known(SampleSource source, Placement placement, SampleEmployer employer) => placement with
    {
        ContactId = employer.Contacts.Count > 0 ? employer.Contacts[0].Id : null, MinutesAWeek = source.Chance(0.92) ? source.Pick(Hours) * 60 : null, SocMajorGroup = Group(placement.JobTitle),
        AtLeastMinimumWage = source.Chance(0.96) ? true : null, Permanent = source.Chance(0.8), Competitive = source.Chance(0.95) ? true : null, PreferencesMet = source.Chance(0.75) ? true : source.Chance(0.5) ? false : null,
    };

    private static int Group(string? title) => Groups.FirstOrDefault(group => group.Words.Any(word => title?.Contains(word, StringComparison.Ordinal) == true), (Group: 9, Words: [])).Group;

    private static Placement Ended(SampleSource source, Client client, SampleEmployer employer)
    {
        var heardOn = source.Today.AddDays(-source.Between(20, 110));
        var startsOn = source.DayBetween(client.EnteredOn.AddDays(20), heardOn.AddDays(-15));
        return Job(source, client, employer, startsOn, source.OfficeHours(startsOn.AddDays(-3))) with { EndsOn = heardOn.AddDays(-source.Between(0, 2)), EndHeardOn = heardOn, EndReason = source.Pick(Reasons) };
    }

    private static Placement EndedYesterday(SampleSource source, Client client, SampleEmployer employer)
    {
        var startsOn = source.DayBetween(client.EnteredOn.AddDays(20), source.Today.AddDays(-20));
        return Job(source, client, employer, startsOn, source.OfficeHours(startsOn.AddDays(-3))) with { EndsOn = source.Yesterday, EndHeardOn = source.Yesterday, EndReason = JobEndReason.ContractEnded };
    }

    /// <summary>The Monday after next, so that everything is still to come.</summary>
    private static Placement ToCome(SampleSource source, Client client, SampleEmployer employer) =>
        Job(source, client, employer, Core.Calendar.Weeks.StartOf(source.Today).AddDays(14), source.OfficeHours(source.Today.AddDays(-2)));

    private static Placement Job(SampleSource source, Client client, SampleEmployer employer, DateOnly startsOn, DateTimeOffset recordedAt) => Known(
        source,
        new Placement
        {
            Id = source.NewId(recordedAt), ClientId = client.Id, EmployerId = employer.Employer.Id, SpecialistId = client.OwnerId, TeamId = client.TeamId,
            JobTitle = SampleJobs.Pick(source, employer.Employer.Sector), StartsOn = startsOn, RecordedAt = recordedAt, Version = 1,
        },
        employer);
}
