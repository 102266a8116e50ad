namespace EmployerCrm.Core.FollowUps;

/// <summary>What a colleague wrote beside a follow-up. The guard on free text has seen it; its author and their team may read it.</summary>
public sealed record FollowUpComment
{
    public required Guid Id { get; init; }

    public required Guid FollowUpId { get; init; }

    public required Guid SpecialistId { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }
}
