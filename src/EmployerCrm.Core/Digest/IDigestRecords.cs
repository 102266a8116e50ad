using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Digest;

/// <summary>Finds for many people at once who is to be told what: each in one statement, whatever the number of people.</summary>
public interface IDigestRecords
{
    /// <summary>Specialists and leads who are still here on the day and whose own chat with the bot can be written to.</summary>
    Task<IReadOnlyList<ReachablePerson>> ReachableAsync(DateOnly today);

    /// <summary>The people for whom something of this kind is in the outbox for the day, whatever became of it.</summary>
    Task<IReadOnlyList<Guid>> ToldAsync(string kind, DateOnly forDay);

    /// <summary>Visits of people who are still here that are planned for a time of day between these, both included.</summary>
    Task<IReadOnlyList<PlanAhead>> PlannedAtTimesAsync(DateOnly day, TimeOnly from, TimeOnly until);

    /// <summary>Visits of people who are still here that are planned for the days, both included, and about which nothing of this kind is in the outbox.</summary>
    Task<IReadOnlyList<PlanAhead>> PlannedNotToldAsync(DateOnly first, DateOnly last, string kind);

    /// <summary>The contacts in person of the week that an assumed field keeps from counting surely, in the order of the days.</summary>
    Task<IReadOnlyList<Visit>> ToConfirmAsync(Guid specialistId, DateOnly weekStart);

    /// <summary>How each specialist and lead of a team who is here on the day stands in a week, by name.</summary>
    Task<IReadOnlyList<TeamMemberWeek>> TeamWeekAsync(Guid teamId, DateOnly weekStart, DateOnly today);

    /// <summary>How many open follow-ups of the team are due up to the day.</summary>
    Task<int> CountDueOfTeamAsync(Guid teamId, DateOnly upTo);

    /// <summary>The employers that a team looks after with whom there was something once and nothing since the day: how many, and the names of the most engaged.</summary>
    Task<(int Count, IReadOnlyList<string> Names)> QuietOfTeamAsync(Guid teamId, DateOnly since, int most);
}

/// <summary>A visit that is planned.</summary>
public sealed record PlanAhead
{
    public required Guid VisitId { get; init; }

    public required Guid SpecialistId { get; init; }

    public required Guid TeamId { get; init; }

    public required Guid EmployerId { get; init; }

    public Guid? ClientId { get; init; }

    public required DateOnly On { get; init; }

    public TimeOnly? At { get; init; }

    /// <summary>When it was planned.</summary>
    public required DateTimeOffset LoggedAt { get; init; }
}

/// <summary>A person's week as their lead reads it.</summary>
public sealed record TeamMemberWeek
{
    public required Guid SpecialistId { get; init; }

    public required string Name { get; init; }

    public required int WeeklyTarget { get; init; }

    public required int JobSeekers { get; init; }

    public required int Counted { get; init; }

    public required int DecisionMakers { get; init; }

    public required int ToConfirm { get; init; }

    public required int DecisionMakersToConfirm { get; init; }

    public required int All { get; init; }
}
