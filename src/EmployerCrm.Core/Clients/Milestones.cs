using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Core.Clients;

/// <summary>What a client's programme asks for, and how far they are.</summary>
/// <param name="LimitOn">The day on which the programme's time is over; null without a limit. Nothing ends by itself.</param>
/// <param name="Standings">In the programme's order; none where it has no milestones.</param>
public sealed record MilestonesShown(Client Client, Programme Programme, DateOnly? LimitOn, IReadOnlyList<MilestoneStanding> Standings, DateOnly Today)
{
    public bool IsPastLimit => LimitOn <= Today;
}

/// <summary>Outcome milestones of a client: weeks, time and hours are configuration of the programme.</summary>
public sealed class Milestones(ICrmStore store, LondonClock clock, ClientLists lists)
{
    public Task<Outcome<MilestonesShown>> OfClientAsync(Actor actor, string clientReference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<MilestonesShown>>(
            async session =>
            {
                var found = await ClientChanges.OfTeamAsync(session, actor, clientReference);
                return found.Value is { } client ? await ShownAsync(session, client, today) : found.Refusal!;
            },
            cancellationToken);
    }

    private async Task<MilestonesShown> ShownAsync(ICrmSession session, Client client, DateOnly today)
    {
        var programme = lists.Of(client.Programme);
        var jobs = new List<WorkedJob>();
        if (programme.Milestones.Count > 0)
        {
            foreach (var job in await session.Placements.OfClientAsync(client.Id))
                jobs.Add(await WorkedAsync(session, job));
        }

        return new MilestonesShown(
            client, programme, programme.LimitOn(client.EnteredOn),
            [.. programme.Milestones.Select(milestone => MilestoneProgress.Of(milestone, jobs, today))], today);
    }

    /// <summary>The job with the hours it had from which day on.</summary>
    private static async Task<WorkedJob> WorkedAsync(ICrmSession session, PlacementSummary job)
    {
        var changes = (await session.Placements.ChangesAsync(job.Id)).Where(change => change.MinutesAWeek is not null).OrderBy(change => change.ChangedOn).ToList();
        return new WorkedJob(
            job.StartsOn, job.EndsOn,
            [new HoursFrom(job.StartsOn, changes is [var first, ..] ? first.MinutesBefore : job.MinutesAWeek), .. changes.Select(change => new HoursFrom(change.ChangedOn, change.MinutesAWeek))]);
    }
}
