using EmployerCrm.Core.Placements;

namespace EmployerCrm.Core.Clients;

/// <summary>
/// What a client is on a day: the one function for cards, lists and counts. Somebody is in work from the first day of a job until the day it ended,
/// so neither a start that is still to come nor a job that is over has to be written into the client.
/// </summary>
public static class ClientStanding
{
    /// <summary>What the client is on that day.</summary>
    /// <param name="decided">The status that is stored.</param>
    /// <param name="jobs">Every job that is recorded of the client.</param>
    public static ClientStatus Of(ClientStatus decided, IEnumerable<JobSpan> jobs, DateOnly on)
    {
        if (decided is ClientStatus.Closed or ClientStatus.SteppedDown)
            return decided;
        var known = jobs.ToList();
        if (known.Exists(job => job.IsCurrent(on)))
            return ClientStatus.InWork;

        // Said to be in work in a job that nobody recorded, as after an import.
        var inOtherWork = decided == ClientStatus.InWork && !known.Exists(job => job.StartsOn <= on);
        return inOtherWork ? ClientStatus.InWork : ClientStatus.JobSearch;
    }

    internal static async Task<ClientStatus> OfAsync(ICrmSession session, Client client, DateOnly on) =>
        Of(client.Status, (await session.Placements.OfClientAsync(client.Id)).Select(placement => placement.Span), on);
}
