using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>A job for every client who is in work or was stepped down from support there: at an employer whom their specialist has visited.</summary>
internal static class SamplePlacements
{
    private const int SoonestDays = 30;

    public static IReadOnlyList<Placement> Of(SampleSource source, IReadOnlyList<SampleClient> clients, IReadOnlyList<SampleEmployer> employers, IReadOnlyList<Visit> visits)
    {
        var visited = visits.Where(visit => visit.State is VisitState.Held).GroupBy(visit => visit.SpecialistId)
            .ToDictionary(group => group.Key, group => group.Select(visit => visit.EmployerId).Distinct().ToList());
        var byId = employers.ToDictionary(employer => employer.Employer.Id, employer => employer.Employer);
        return
        [
            .. clients.Select(client => client.Client)
                .Where(client => client.Status is ClientStatus.InWork or ClientStatus.SteppedDown && visited.ContainsKey(client.OwnerId))
                .Select(client => Placement(source, client, byId[source.Pick(visited[client.OwnerId])])),
        ];
    }

    /// <summary>Jobs begin on a Monday.</summary>
    private static Placement Placement(SampleSource source, Client client, Core.Employers.Employer employer)
    {
        var startsOn = Weeks.StartOf(source.DayBetween(client.EnteredOn.AddDays(SoonestDays), source.Yesterday));
        var recordedAt = source.OfficeHours(startsOn);
        return new Placement
        {
            Id = source.NewId(recordedAt), ClientId = client.Id, EmployerId = employer.Id, SpecialistId = client.OwnerId, TeamId = client.TeamId,
            JobTitle = SampleJobs.Pick(source, employer.Sector), StartsOn = startsOn, RecordedAt = recordedAt, Version = 1,
        };
    }
}
