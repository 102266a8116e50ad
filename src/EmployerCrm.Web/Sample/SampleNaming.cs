using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>
/// Contacts name a client only where a permission was there; else another client who let that employer know, or none. For one contact of some specialists
/// somebody still has to record the permission, or take the client off.
/// </summary>
internal sealed class SampleNaming
{
    private readonly ILookup<(Guid Employer, Guid Owner), (Client Client, DisclosurePermission Permission)> _permitted;
    private readonly Dictionary<Guid, Guid?> _named;

    public SampleNaming(SampleSource source, SamplePeople people, IReadOnlyList<SampleClient> clients, IReadOnlyList<DisclosurePermission> permissions, IReadOnlyList<Visit> visits)
    {
        var byId = clients.ToDictionary(client => client.Client.Id, client => client.Client);
        _permitted = permissions.Where(permission => permission.Level != DisclosureLevel.Nothing)
            .ToLookup(permission => (permission.EmployerId, byId[permission.ClientId].OwnerId), permission => (byId[permission.ClientId], permission));
        _named = visits.Where(visit => visit.ClientId is not null).ToDictionary(visit => visit.Id, Named);
        foreach (var person in people.Specialists.Where((_, index) => index % 3 == 1))
        {
            var caseload = clients.Select(client => client.Client).Where(client => client.OwnerId == person.Id && client.Status is ClientStatus.JobSearch).ToList();
            var late = visits.Where(visit => visit.SpecialistId == person.Id && visit.State is VisitState.Held && visit.On >= source.Today.AddDays(-20)).MinBy(visit => visit.LoggedAt);
            if (late is not null && caseload.FindLast(client => client.EnteredOn < late.On && !_permitted[(late.EmployerId, person.Id)].Any(known => known.Client.Id == client.Id)) is { } unpermitted)
                _named[late.Id] = unpermitted.Id;
        }
    }

    public List<Visit> Settle(IEnumerable<Visit> visits) => [.. visits.Select(visit => _named.TryGetValue(visit.Id, out var client) ? visit with { ClientId = client } : visit)];

    public List<FollowUp> Settle(IEnumerable<FollowUp> followUps) =>
        [.. followUps.Select(followUp => followUp.VisitId is { } visit && _named.TryGetValue(visit, out var client) ? followUp with { ClientId = client } : followUp)];

    private Guid? Named(Visit visit)
    {
        var there = _permitted[(visit.EmployerId, visit.SpecialistId)].Where(known => known.Permission.GivenOn <= visit.On && !(known.Permission.EndedOn <= visit.On)).Select(known => (Guid?)known.Client.Id).ToList();
        return there.Contains(visit.ClientId) ? visit.ClientId : there.FirstOrDefault();
    }
}
