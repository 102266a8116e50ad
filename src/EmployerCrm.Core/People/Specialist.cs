namespace EmployerCrm.Core.People;

/// <summary>What a person may do. A team lead sees their team's records; an admin keeps the system running and sees no client-linked row.</summary>
public enum Role
{
    Specialist,
    TeamLead,
    Admin,
}

/// <summary>Which bank holidays a team keeps.</summary>
public enum Nation
{
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}

/// <summary>A team of employment specialists with one lead.</summary>
public sealed record Team
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required Nation Nation { get; init; }

    public int Version { get; init; } = 1;
}

/// <summary>A person who works for the service: an employment specialist, a team lead or an admin.</summary>
public sealed record Specialist
{
    public required Guid Id { get; init; }

    /// <summary>The person's object id in Entra ID. Text: local clients use values that are not GUIDs.</summary>
    public required string ObjectId { get; init; }

    public required string Name { get; init; }

    public required Guid TeamId { get; init; }

    public required Role Role { get; init; }

    /// <summary>In-person employer contacts the person aims for in a week (fidelity item 17; six is the scale's best score, R).</summary>
    public required int WeeklyTarget { get; init; }

    /// <summary>The day the person left: from it on nothing is open to them, neither chat nor page.</summary>
    public DateOnly? LeftOn { get; init; }

    public int Version { get; init; } = 1;

    public bool HasLeft(DateOnly today) => LeftOn <= today;
}
