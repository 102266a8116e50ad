using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.CareTeam;

/// <summary>What the care team was told and said, the latest first, with the facts that the next text is drafted from.</summary>
/// <param name="People">Names by key.</param>
/// <param name="Owed">Updates that are owed, the earliest first.</param>
public sealed record CareTeamShown(
    Client Client, CareTeamFacts Facts, IReadOnlyList<CareTeamUpdate> Updates, IReadOnlyList<LiaisonContact> Liaison, IReadOnlyList<FollowUp> Owed,
    IReadOnlyDictionary<Guid, string> People, DateOnly Today);

/// <summary>What a client's care team was told and said, to be read by the client's own team.</summary>
public sealed class CareTeamHistories(ICrmStore store, LondonClock clock)
{
    public Task<Outcome<CareTeamShown>> OfClientAsync(Actor actor, Guid clientId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<CareTeamShown>>(
            async session =>
            {
                var found = await ClientById.OfTeamAsync(session, actor, clientId);
                if (found.Value is not { } client)
                    return found.Refusal!;
                return new CareTeamShown(
                    client,
                    await CareTeamUpdates.FactsAsync(session, client, today),
                    await session.CareTeam.UpdatesAsync(client.Id),
                    await session.CareTeam.LiaisonAsync(client.Id),
                    [.. (await session.FollowUps.OpenStepsOfClientAsync(client.Id)).Where(row => row.Kind == FollowUpKind.CareTeamUpdate)],
                    await PeopleNames.OfAsync(session),
                    today);
            },
            cancellationToken);
    }
}
