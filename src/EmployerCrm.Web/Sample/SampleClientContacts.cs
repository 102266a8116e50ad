using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>Contacts with clients over the last months: about weekly in the search, monthly in work, and a few clients whom nobody has seen for a while.</summary>
internal static class SampleClientContacts
{
    private const int Days = 120;
    private const double Neglected = 0.12;

    private static readonly (Channel Way, double Weight)[] Ways =
        [(Channel.InPerson, 60), (Channel.Phone, 22), (Channel.Text, 12), (Channel.Video, 4), (Channel.Email, 2)];

    public static IReadOnlyList<ClientContact> Of(SampleSource source, IReadOnlyList<SampleClient> clients, IReadOnlyList<Placement> placements)
    {
        var jobs = placements.ToLookup(placement => placement.ClientId, placement => new JobSpan(placement.StartsOn, placement.EndsOn));
        return
        [
            .. clients.Select(client => client.Client)
                .Where(client => client.Status is not ClientStatus.Closed)
                .SelectMany(client => OfClient(source, client, ClientStanding.Of(client.Status, jobs[client.Id], source.Today))),
        ];
    }

    private static List<ClientContact> OfClient(SampleSource source, Client client, ClientStatus standing)
    {
        var contacts = new List<ClientContact>();
        var (soonest, latest) = standing is ClientStatus.JobSearch ? (4, 12) : (16, 32);
        var first = source.Today.AddDays(-Days);
        var day = (client.EnteredOn > first ? client.EnteredOn : first).AddDays(source.Between(1, latest));
        var last = source.Chance(Neglected) ? source.Today.AddDays(-source.Between(35, 60)) : source.Yesterday;
        for (; day <= last; day = day.AddDays(source.Between(soonest, latest)))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || BankHolidays.ByRule.Contains(day, Nation.EnglandAndWales))
                continue;
            var at = source.OfficeHours(day);
            contacts.Add(new ClientContact
            {
                Id = source.NewId(at), ClientId = client.Id, SpecialistId = client.OwnerId, TeamId = client.TeamId, On = day,
                Way = source.Pick(Ways, way => way.Weight).Way, LoggedAt = at, Version = 1,
            });
        }

        return contacts;
    }
}
