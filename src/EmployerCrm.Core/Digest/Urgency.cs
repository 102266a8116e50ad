using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Core.Digest;

/// <summary>What does not wait until its owner is back: whatever somebody outside the service was promised, or counts on, and what has its hour.</summary>
public static class Urgency
{
    public static bool IsUrgent(FollowUpSummary item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.DueAt is not null || item.Kind is FollowUpKind.Promise or FollowUpKind.ClientContact or FollowUpKind.EmployerCheckIn;
    }
}
