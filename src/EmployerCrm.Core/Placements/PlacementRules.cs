using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Placements;

/// <summary>What may be recorded of a job start: nothing is in the way of a fact but a slip of the keyboard.</summary>
public static class PlacementRules
{
    public static Refusal? Check(RecordJobStart start, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(start);
        if (start.EmployerId is null && string.IsNullOrWhiteSpace(start.NewEmployerName))
            return new Refusal(RefusalReason.NameMissing);
        if (start.NewEmployerName?.Length > Limits.Name || start.JobTitle?.Length > Limits.Name)
            return new Refusal(RefusalReason.TextTooLong);
        if (start.StartsOn < today.AddDays(-VisitRules.OldestDays))
            return new Refusal(RefusalReason.TooLongAgo);
        return start.StartsOn > today.AddDays(VisitRules.OldestDays) ? new Refusal(RefusalReason.TooFarAhead) : null;
    }
}
