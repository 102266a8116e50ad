using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Visits;

/// <summary>What was said when a planned visit took place.</summary>
internal sealed record HeldContact(Channel Channel, DateOnly On, TimeOnly? At, Contact? Contact, Client? Client, string? Notes, StatedFacts Stated);

internal static class HeldVisits
{
    public static Refusal? Check(Visit planned, DateOnly on, string? notes, DateOnly today) => planned.State != VisitState.Planned
        ? new Refusal(RefusalReason.NotPlanned)
        : VisitRules.CheckDay(VisitState.Held, on, today) ?? VisitRules.CheckText(null, null, Both(planned.Notes, notes), null);

    /// <summary>The planned visit as it was held: what was said, and where nothing was, what was planned.</summary>
    public static async Task<Visit> OfAsync(ICrmSession session, Visit planned, HeldContact held, DateTimeOffset now)
    {
        var contact = held.Contact ?? (planned.ContactId is { } contactId ? await session.Employers.ContactAsync(contactId) : null);
        var client = held.Client ?? (planned.ClientId is { } clientId ? await session.Clients.ClientAsync(clientId) : null);
        var known = await ContactBackgrounds.OfAsync(session, planned.EmployerId, contact, client, held.On, planned.Id);
        return planned with
        {
            State = VisitState.Held,
            Channel = held.Channel,
            On = held.On,
            At = held.At ?? (held.On == planned.On ? planned.At : null),
            ContactId = contact?.Id,
            ClientId = client?.Id,
            Notes = Both(planned.Notes, held.Notes),
            Facts = ContactProposal.Of(held.Stated.Or(StatedFacts.Of(planned.Facts)), known),
            LoggedAt = now,
        };
    }

    /// <summary>What was noted, and below it what is said now.</summary>
    public static string? Both(string? planned, string? said) =>
        Text.OrNull(said) is not { } line ? planned : planned is null || planned == line ? line : $"{planned}\n{line}";
}
