using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Clients;

/// <summary>How many clients somebody carries. Who looks for work and who is in work are told apart, for they need different things.</summary>
/// <param name="Target">The most that the programmes of these clients ask of a full-time specialist.</param>
/// <param name="PastLimit">Clients who are longer in their programme than it lasts; nothing ends by itself.</param>
public sealed record Caseload(Guid OwnerId, string OwnerName, int JobSearch, int InWork, int SteppedDown, int Target, IReadOnlyList<string> PastLimit)
{
    /// <summary>Job search and in work together, as fidelity item 1 counts.</summary>
    public int Together => JobSearch + InWork;

    public bool IsOver => Together > Target;
}

/// <summary>Caseloads as of a day, by name.</summary>
public sealed record CaseloadsShown(IReadOnlyList<Caseload> Caseloads, DateOnly Today);

/// <summary>Who carries how many. A team lead sees the team's, a specialist their own.</summary>
public sealed class Caseloads(ICrmStore store, LondonClock clock, ClientLists lists)
{
    public Task<Outcome<CaseloadsShown>> ShowAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<CaseloadsShown>>(
            async session =>
            {
                if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
                    return RefusalReason.NotAllowed;
                var clients = await session.Clients.OpenAsync(teamId, actor.Role == Role.TeamLead ? null : specialistId);
                return new CaseloadsShown([.. clients.GroupBy(client => client.Client.OwnerId).Select(own => Of([.. own], today)).OrderBy(caseload => caseload.OwnerName, StringComparer.CurrentCulture)], today);
            },
            cancellationToken);
    }

    private Caseload Of(List<ClientListing> own, DateOnly today)
    {
        var standings = own.CountBy(client => ClientStanding.Of(client.Client.Status, client.Jobs.Select(job => job.Span), today)).ToDictionary();
        var past = own.Where(client => lists.Of(client.Client.Programme).LimitOn(client.Client.EnteredOn) <= today);
        return new Caseload(
            own[0].Client.OwnerId, own[0].OwnerName, standings.GetValueOrDefault(ClientStatus.JobSearch), standings.GetValueOrDefault(ClientStatus.InWork),
            standings.GetValueOrDefault(ClientStatus.SteppedDown), own.Max(client => lists.Of(client.Client.Programme).CaseloadTarget), [.. past.Select(client => client.Client.Reference)]);
    }
}
