namespace EmployerCrm.Core.FollowUps;

/// <summary>Which of the open follow-ups are meant; null is any.</summary>
public sealed record FollowUpFilter(FollowUpKind? Kind, Guid? EmployerId, DueBucket? Bucket)
{
    public static FollowUpFilter None { get; } = new(null, null, null);

    /// <summary>Whether the follow-up is of this kind and employer, whenever it is due.</summary>
    internal bool FitsButBucket(FollowUpSummary item) => (Kind is null || item.Kind == Kind) && (EmployerId is null || item.EmployerId == EmployerId);
}
