namespace EmployerCrm.Core.Visits;

/// <summary>What may be recorded. Logging the fact of a past contact is never blocked by anything but a slip of the keyboard.</summary>
public static class VisitRules
{
    /// <summary>Older than this is taken for a slip in the year.</summary>
    public static readonly int OldestDays = 730;

    public static Refusal? Check(LogVisit visit, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.EmployerId is null && string.IsNullOrWhiteSpace(visit.NewEmployerName))
            return new Refusal(RefusalReason.NameMissing);
        return CheckDay(visit.State, visit.On, today)
            ?? CheckText(visit.NewEmployerName, visit.ContactName, visit.Notes, visit.Next?.Title);
    }

    public static Refusal? CheckDay(VisitState state, DateOnly on, DateOnly today) => state switch
    {
        VisitState.Held when on > today => new Refusal(RefusalReason.FutureDate),
        VisitState.Held when on < today.AddDays(-OldestDays) => new Refusal(RefusalReason.TooLongAgo),
        VisitState.Planned when on < today => new Refusal(RefusalReason.DateInThePast),
        VisitState.Planned when on > today.AddDays(OldestDays) => new Refusal(RefusalReason.TooFarAhead),
        _ => null,
    };

    public static Refusal? CheckText(string? employer, string? contact, string? notes, string? title) =>
        employer?.Length > Limits.Name || contact?.Length > Limits.Name || notes?.Length > Limits.Notes || title?.Length > Limits.Title
            ? new Refusal(RefusalReason.TextTooLong)
            : null;
}
