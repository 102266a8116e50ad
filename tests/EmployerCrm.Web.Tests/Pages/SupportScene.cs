using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Web.Tests.Pages;

/// <summary>Clients and jobs of the pages' host.</summary>
internal static class SupportScene
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Client> ClientAsync(this PagesHost host, string reference) => (await host.ReadAsync(session => session.Clients.OfTeamAsync(host.Aire.Id, reference)))!;

    public static Task AddClientAsync(this PagesHost host, string reference, string programme = "IPS in secondary care") => host.WriteAsync(session => session.Clients.AddAsync(
        new Client
        {
            Id = host.Service<Ids>().New(), Reference = reference, TeamId = host.Aire.Id, OwnerId = host.Bea.Id, Programme = programme, EnteredOn = host.Clock.Today.AddDays(-60),
            Status = ClientStatus.JobSearch, CheckReference = false, Version = 1,
        },
        []));

    /// <summary>A job at Two Rivers, recorded by Bea.</summary>
    public static async Task<Guid> StartJobAsync(this PagesHost host, string reference, DateOnly startsOn, string? title = null)
    {
        var start = new RecordJobStart { ClientReference = reference, EmployerId = host.TwoRivers.Id, StartsOn = startsOn, JobTitle = title };
        return (await host.Service<JobStarts>().RecordAsync(Actor.For(host.Bea, Via.Web), start, null, Token)).Value!.Placement.Id;
    }

    public static Task<IReadOnlyList<FollowUp>> StepsAsync(this PagesHost host, Guid placementId) => host.ReadAsync(session => session.FollowUps.OfPlacementAsync(placementId));

    public static async Task<IReadOnlyList<ClientContact>> ContactsAsync(this PagesHost host, string reference)
    {
        var client = await host.ClientAsync(reference);
        return await host.ReadAsync(session => session.ClientContacts.OfClientAsync(client.Id));
    }
}
