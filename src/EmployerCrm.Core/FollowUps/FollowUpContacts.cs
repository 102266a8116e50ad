using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.FollowUps;

/// <summary>A contact that doing a follow-up was, ready to be logged.</summary>
/// <param name="Visit">Employer, client and channel as owed, today; the contact where the title names one person there.</param>
public sealed record FollowUpContact(LogVisit Visit, string EmployerName, string? ContactName);

/// <summary>A follow-up to ring, visit or write to an employer is itself an employer contact once it is done: "and log it".</summary>
public sealed class FollowUpContacts(ICrmStore store, LondonClock clock)
{
    /// <summary>The contact to offer; null where the title asks for none, no employer belongs to it, or it is another team's.</summary>
    public Task<FollowUpContact?> OfAsync(Actor actor, Guid followUpId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync(
            async session =>
            {
                if (await session.FollowUps.FollowUpAsync(followUpId) is not { EmployerId: { } employerId } followUp || !actor.WorksIn(followUp.TeamId))
                    return null;
                if (FollowUpVerbs.ChannelOf(followUp.Title) is not { } channel || await session.Employers.EmployerAsync(employerId) is not { } employer)
                    return null;
                var contact = Named(followUp.Title, await session.Employers.ContactsAsync(employerId));
                var client = followUp.ClientId is { } clientId ? await session.Clients.ClientAsync(clientId) : null;
                var visit = new LogVisit { EmployerId = employerId, ContactId = contact?.Id, ClientReference = client?.Reference, Channel = channel, On = today };
                return new FollowUpContact(visit, employer.Name, contact?.Name);
            },
            cancellationToken);
    }

    /// <summary>The one person of these whose whole name, or else whose first name, stands in the title.</summary>
    public static Contact? Named(string title, IReadOnlyList<Contact> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var words = FoldedText.Words(title);
        return Only(people.Where(person => FoldedText.Words(person.Name) is { Count: > 0 } name && name.All(words.Contains)))
            ?? Only(people.Where(person => FoldedText.Words(person.Name) is [var first, ..] && words.Contains(first)));
    }

    private static Contact? Only(IEnumerable<Contact> people) => people.Take(2).ToList() is [var only] ? only : null;
}
