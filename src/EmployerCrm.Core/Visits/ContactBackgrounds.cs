using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Visits;

/// <summary>Loads what a proposal about a contact rests on.</summary>
internal static class ContactBackgrounds
{
    /// <summary>In-work support begins with a meeting this long before the first day (R).</summary>
    private const int DaysBeforeStart = 7;

    /// <summary>What is known of a contact with this employer on that day; the contact itself is not one of those before it.</summary>
    public static async Task<ContactBackground> OfAsync(
        ICrmSession session, Guid employerId, Contact? contact, Client? client, DateOnly on, Guid visitId)
    {
        var worksThere = client is not null
            && (await session.Placements.OfClientAsync(client.Id)).Any(job => job.EmployerId == employerId && job.StartsOn <= on.AddDays(DaysBeforeStart) && !(job.EndsOn <= on));
        var before = await session.Visits.ReachedBeforeAsync(employerId, on, visitId);
        return new ContactBackground(before, client is not null, worksThere, contact is not null, contact?.Role);
    }
}
