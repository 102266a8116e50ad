using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Core.Adjustments;

/// <summary>What is recorded about adjustments of a client, at an employer, or of a client there.</summary>
/// <param name="ClientReference">The client asked about.</param>
/// <param name="Employer">The employer asked about.</param>
/// <param name="Placements">Where the client works or is to start, the latest start first; empty when only an employer was asked about.</param>
public sealed record AdjustmentsShown(string? ClientReference, Employer? Employer, IReadOnlyList<PlacementSummary> Placements, DateOnly Today);

/// <summary>Looking up adjustments. A client's are for the own team only.</summary>
/// <remarks>Agreements have no store yet, so none is ever listed.</remarks>
public sealed class AdjustmentList(ICrmStore store, LondonClock clock)
{
    public Task<Outcome<AdjustmentsShown>> ShowAsync(
        Actor actor, string? clientReference, Guid? employerId, Alongside<Outcome<AdjustmentsShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(session => ShowAsync(session, actor, clientReference, employerId, today), also, cancellationToken);
    }

    private static async Task<Outcome<AdjustmentsShown>> ShowAsync(
        ICrmSession session, Actor actor, string? clientReference, Guid? employerId, DateOnly today)
    {
        if (actor is not { TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        Employer? employer = null;
        if (employerId is { } id && (employer = await session.Employers.EmployerAsync(id)) is null)
            return RefusalReason.NotFound;
        if (clientReference is null)
            return new AdjustmentsShown(null, employer, [], today);
        return await session.Clients.OfTeamAsync(teamId, clientReference) is { } client
            ? new AdjustmentsShown(client.Reference, employer, [.. (await session.Placements.OfClientAsync(client.Id)).Where(job => !(job.EndsOn <= today))], today)
            : RefusalReason.ClientUnknown;
    }
}
