using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Schedules;

/// <summary>A contact that may do what is owed about a client.</summary>
/// <param name="Id">The visit or the client contact.</param>
/// <param name="ById">Whose contact it was.</param>
/// <param name="WithClient">Whether the client was spoken to.</param>
/// <param name="EmployerId">The employer who was spoken to about the client; null when none was.</param>
internal sealed record ContactMade(Guid Id, Guid ClientId, Guid ById, DateOnly On, bool InPerson, bool WithClient, Guid? EmployerId, DateTimeOffset LoggedAt)
{
    public static ContactMade Of(ClientContact contact) =>
        new(contact.Id, contact.ClientId, contact.SpecialistId, contact.On, contact.Way == Channel.InPerson, WithClient: true, EmployerId: null, contact.LoggedAt);

    /// <summary>What a visit does; null for one that was not held, or names no client.</summary>
    public static ContactMade? Of(Visit? visit) => visit is { State: VisitState.Held, ClientId: { } clientId }
        ? new(
            visit.Id, clientId, visit.SpecialistId, visit.On, visit.Channel == Channel.InPerson, visit.Facts.ClientPresent,
            visit.Facts.Reached == Reached.Nobody ? null : visit.EmployerId, visit.LoggedAt)
        : null;

    /// <summary>Everything that was recorded since a day, the earliest first.</summary>
    public static async Task<IReadOnlyList<ContactMade>> SinceAsync(ICrmSession session, Guid clientId, DateOnly from)
    {
        var contacts = (await session.ClientContacts.OfClientAsync(clientId)).Where(contact => contact.On >= from).Select(Of);
        var visits = (await session.Visits.HeldOfClientAsync(clientId, from)).Select(Of).OfType<ContactMade>();
        return [.. contacts.Concat(visits).OrderBy(made => made.On).ThenBy(made => made.Id)];
    }

    /// <summary>Whether it was with those the step is about, on a day on which doing it counts. Late ones count; the dates tell that it was late.</summary>
    public bool IsFor(FollowUp step) => step.ClientId == ClientId && !(step.OpensOn > On) && step.Kind switch
    {
        FollowUpKind.ClientContact => WithClient,
        FollowUpKind.EmployerCheckIn => EmployerId == step.EmployerId,
        _ => false,
    };

    /// <summary>Whether it does the step: some need a meeting in person.</summary>
    public bool Does(FollowUp step) => IsFor(step) && (InPerson || !step.InPerson);
}
