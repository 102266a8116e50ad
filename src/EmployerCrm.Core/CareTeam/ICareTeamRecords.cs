using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.CareTeam;

/// <summary>What a care team was told about a client's work, in the words that were shared.</summary>
public sealed record CareTeamUpdate
{
    public required Guid Id { get; init; }

    public required Guid ClientId { get; init; }

    public required Guid TeamId { get; init; }

    /// <summary>The step of a schedule that it did.</summary>
    public Guid? FollowUpId { get; init; }

    public required string Text { get; init; }

    /// <summary>A role or a place, never the client's name: "care coordinator", "clinical record".</summary>
    public required string SharedWith { get; init; }

    /// <summary>The day in London.</summary>
    public required DateOnly SharedOn { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required int Version { get; init; }
}

/// <summary>That somebody of the care team said something back about work.</summary>
public sealed record LiaisonContact
{
    public required Guid Id { get; init; }

    public required Guid ClientId { get; init; }

    public required Guid TeamId { get; init; }

    /// <summary>The day in London.</summary>
    public required DateOnly On { get; init; }

    public required Channel Way { get; init; }

    /// <summary>A role or a place.</summary>
    public required string WithWhom { get; init; }

    /// <summary>About work, nothing clinical: the guard on free text has seen it.</summary>
    public string? AboutWork { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required int Version { get; init; }
}

public interface ICareTeamRecords
{
    /// <summary>What was shared about the client, the latest first.</summary>
    Task<IReadOnlyList<CareTeamUpdate>> UpdatesAsync(Guid clientId);

    Task AddAsync(CareTeamUpdate update);

    /// <summary>Removes the update when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> RemoveUpdateAsync(Guid id, int expectedVersion);

    /// <summary>What was heard back about the client, the latest first.</summary>
    Task<IReadOnlyList<LiaisonContact>> LiaisonAsync(Guid clientId);

    Task AddAsync(LiaisonContact contact);

    /// <summary>Removes the contact when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> RemoveLiaisonAsync(Guid id, int expectedVersion);
}
