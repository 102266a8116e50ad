using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>
/// In-work support of the invented service. Drawn from a source of its own, so that the rest of the sample stays as it is.
/// </summary>
internal sealed record SampleSupport(
    IReadOnlyList<SampleClient> Clients, IReadOnlyList<Placement> Placements, IReadOnlyList<Visit> Visits, IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<ClientContact> ClientContacts,
    IReadOnlyList<DisclosurePermission> Permissions, IReadOnlyList<CareTeamUpdate> Updates, IReadOnlyList<LiaisonContact> Liaison)
{
    private static readonly (Channel Way, double Weight)[] Ways = [(Channel.InPerson, 55), (Channel.Phone, 30), (Channel.Video, 8), (Channel.Text, 7)];

    public static SampleSupport Make(
        SampleSource source, SamplePeople people, IReadOnlyList<SampleClient> known, IReadOnlyList<SampleEmployer> employers, IReadOnlyList<Visit> visits, IReadOnlyList<FollowUp> followUps,
        IReadOnlyList<Placement> first, IReadOnlyList<ClientContact> contacts)
    {
        var starts = first.ToDictionary(placement => placement.ClientId, placement => placement.StartsOn);
        IReadOnlyList<SampleClient> clients = [.. SampleProgrammes.Share(source, known).Select(client => SteppedDown(source, client, starts))];
        var placements = SampleJobFacts.Fill(source, people, clients, employers, first);
        var permissions = new SamplePermissions(source).Of(clients, placements, visits);
        var naming = new SampleNaming(source, people, clients, permissions, visits);
        var byId = clients.ToDictionary(client => client.Client.Id, client => client.Client);
        var holding = permissions.Where(permission => permission.IsLive).ToDictionary(permission => (permission.ClientId, permission.EmployerId));
        var schedules = new SampleSchedules(source, people);
        List<FollowUp> steps = [.. placements.SelectMany(job => schedules.Of(job, byId[job.ClientId], holding.GetValueOrDefault((job.ClientId, job.EmployerId))))];
        var updates = SampleCareTeam.Updates(source, steps, byId, placements.ToDictionary(placement => placement.Id));
        return new SampleSupport(
            clients, placements, naming.Settle(visits), [.. naming.Settle(followUps), .. steps, .. SamplePermissions.Revisits(source, permissions, byId)],
            Contacts(source, contacts, steps, placements), permissions, updates, SampleCareTeam.Liaison(source, updates));
    }

    /// <summary>About a year in, or some months where that is still to come.</summary>
    private static SampleClient SteppedDown(SampleSource source, SampleClient client, Dictionary<Guid, DateOnly> starts)
    {
        if (client.Client.Status is not ClientStatus.SteppedDown || !starts.TryGetValue(client.Client.Id, out var startsOn))
            return client;
        var on = startsOn.AddDays(source.Between(300, 380));
        return client with { Client = client.Client with { SteppedDownOn = on < source.Today ? on : startsOn < source.Yesterday ? source.DayBetween(startsOn.AddDays(1), source.Yesterday) : source.Yesterday } };
    }

    /// <summary>In work, contacts are those that did what was owed; before it, those of the search.</summary>
    private static List<ClientContact> Contacts(SampleSource source, IReadOnlyList<ClientContact> contacts, List<FollowUp> steps, IReadOnlyList<Placement> placements)
    {
        var jobs = placements.ToLookup(placement => placement.ClientId);
        var made = contacts.Where(contact => !jobs[contact.ClientId].Any(job => contact.On >= job.StartsOn && !(job.EndsOn <= contact.On))).ToList();
        var there = made.Select(contact => (contact.ClientId, contact.SpecialistId, contact.On, contact.Way)).ToHashSet();
        foreach (var step in steps.Where(step => step is { Kind: FollowUpKind.ClientContact, State: FollowUpState.Done }))
        {
            var on = DateOnly.FromDateTime(LondonClock.ToLocal(step.DoneAt!.Value));
            var way = step.InPerson ? Channel.InPerson : source.Pick(Ways, share => share.Weight).Way;
            if (there.Add((step.ClientId!.Value, step.OwnerId, on, way)))
            {
                made.Add(new ClientContact
                {
                    Id = source.NewId(step.DoneAt.Value), ClientId = step.ClientId.Value, SpecialistId = step.OwnerId, TeamId = step.TeamId, On = on, Way = way, LoggedAt = step.DoneAt.Value, Version = 1,
                });
            }
        }

        return made;
    }
}
