using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Visits;

/// <summary>A day of a person: visits held and planned, and what is due on it; today with what is overdue.</summary>
public sealed record DayShown(DateOnly Day, DateOnly Today, IReadOnlyList<VisitSummary> Visits, IReadOnlyList<FollowUpSummary> Due);

/// <summary>An employer that a person was in touch with before, and the last day.</summary>
public sealed record NotSeenLately(string EmployerName, Guid EmployerId, DateOnly LastOn);

/// <summary>What a person asks about their own contacts and plans.</summary>
public sealed class VisitQuestions(ICrmStore store, LondonClock clock)
{
    /// <summary>Employers whose last contact is longer ago are no longer asked after.</summary>
    public const int DaysLookedBack = 365;

    /// <summary>What happened, is planned and is due on a day.</summary>
    public Task<DayShown> DayAsync(Actor actor, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync(
            async session => actor.SpecialistId is { } id
                ? new DayShown(
                    day,
                    today,
                    await session.Visits.OfSpecialistAsync(id, day, day),
                    [.. (await session.FollowUps.OpenOfOwnerAsync(id, day)).Where(owed => owed.DueOn == day || day == today)])
                : new DayShown(day, today, [], []),
            cancellationToken);
    }

    /// <summary>Employers of the person's contacts in the last year with none since the day, the longest ago first; those with a visit planned are left out.</summary>
    public Task<IReadOnlyList<NotSeenLately>> NotSeenSinceAsync(Actor actor, DateOnly since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<IReadOnlyList<NotSeenLately>>(
            async session => actor.SpecialistId is { } id
                ? [.. (await session.Visits.OfSpecialistAsync(id, today.AddDays(-DaysLookedBack), today.AddDays(DaysLookedBack))).GroupBy(visit => visit.EmployerId)
                    .Where(visits => visits.All(visit => visit.On < since))
                    .Select(visits => visits.Last())
                    .Where(last => last.State == VisitState.Held)
                    .Select(last => new NotSeenLately(last.EmployerName, last.EmployerId, last.On)).OrderBy(employer => employer.LastOn)]
                : [],
            cancellationToken);
    }

    /// <summary>How many employer contacts the person had between the days, both included, and how many of them in person.</summary>
    public Task<(int All, int InPerson)> CountAsync(Actor actor, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.ReadAsync(
            async session =>
            {
                var held = actor.SpecialistId is { } id ? (await session.Visits.OfSpecialistAsync(id, from, to)).Where(visit => visit.State == VisitState.Held).ToList() : [];
                return (held.Count, held.Count(visit => visit.Channel == Channel.InPerson));
            },
            cancellationToken);
    }

    /// <summary>The person's own next visits at the employers, in time order; today's included.</summary>
    public Task<IReadOnlyList<VisitSummary>> NextAsync(Actor actor, IReadOnlyList<Guid> employers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(employers);
        var today = clock.Today;
        return store.ReadAsync<IReadOnlyList<VisitSummary>>(
            async session =>
            {
                var planned = new List<VisitSummary>();
                foreach (var employer in employers)
                    planned.AddRange(actor.SpecialistId is { } id ? await session.Visits.PlannedAtAsync(id, employer) : []);
                return [.. planned.Where(visit => visit.On >= today).OrderBy(visit => visit.On).ThenBy(visit => visit.At)];
            },
            cancellationToken);
    }

    /// <summary>What is owed for a client of the person's team, anybody's; null where the reference is nobody's.</summary>
    public Task<IReadOnlyList<FollowUpSummary>?> OwedForAsync(Actor actor, string reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.ReadAsync<IReadOnlyList<FollowUpSummary>?>(
            async session => actor is { TeamId: { } team, Role: Role.Specialist or Role.TeamLead } && await session.Clients.OfTeamAsync(team, reference) is { } client
                ? await session.FollowUps.OpenOfClientAsync(client.Id)
                : null,
            cancellationToken);
    }
}
