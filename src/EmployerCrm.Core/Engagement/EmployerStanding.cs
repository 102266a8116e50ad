namespace EmployerCrm.Core.Engagement;

/// <summary>The level of an employer as it is kept: a derived fact, brought up to date in the turn that changes the evidence and proved equal by `rebuild`.</summary>
public sealed record EmployerStanding
{
    public required Guid EmployerId { get; init; }

    /// <summary>The level that people see.</summary>
    public required int Level { get; init; }

    /// <summary>What the evidence comes to; another than <see cref="Level"/> while a team lead has set it.</summary>
    public required int ComputedLevel { get; init; }

    /// <summary>The day on which time alone makes it another; null for never.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>The level that a team lead has set, whether it still holds or not.</summary>
    public int? SetLevel { get; init; }

    /// <summary>The last day on which that holds.</summary>
    public DateOnly? SetUntil { get; init; }

    /// <summary>Whether what people see on a day is what a team lead has set.</summary>
    public bool IsSet(DateOnly today) => SetLevel is not null && today <= SetUntil;

    /// <summary>As of a day, from the evidence and what a team lead has set.</summary>
    public EmployerStanding On(DateOnly today, IReadOnlyCollection<Evidence> evidence, EngagementOptions options)
    {
        var computed = LevelSum.Of(evidence, today, options).Level;
        var changesOn = LevelSum.ChangesOn(evidence, today, options);
        if (!IsSet(today))
            return this with { Level = computed, ComputedLevel = computed, ReviewOn = changesOn };
        var ends = SetUntil!.Value.AddDays(1);
        return this with { Level = SetLevel!.Value, ComputedLevel = computed, ReviewOn = changesOn < ends ? changesOn : ends };
    }
}

/// <summary>A level that a team lead has set by hand; it ends by itself.</summary>
public sealed record LevelOverride
{
    public required Guid EmployerId { get; init; }

    public required int Level { get; init; }

    /// <summary>Why, in the lead's words.</summary>
    public required string Reason { get; init; }

    public required Guid SetById { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly EndsOn { get; init; }

    public required int Version { get; init; }
}

/// <summary>What made a level another.</summary>
public enum LevelReason
{
    Contact,
    Needs,
    Opening,

    /// <summary>A client's job began, lasted or ended; told to the clients' team only.</summary>
    Clients,

    /// <summary>Something that had been recorded was corrected or taken back.</summary>
    Corrected,

    /// <summary>Evidence grew too old, or a day that had been recorded ahead came.</summary>
    Time,

    /// <summary>A team lead set it.</summary>
    Set,

    /// <summary>What a team lead had set ended.</summary>
    SetEnded,

    /// <summary>It was computed again from all records.</summary>
    Rebuilt,
}

/// <summary>One step in the history of an employer's level.</summary>
public sealed record LevelChange
{
    public required Guid EmployerId { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required int FromLevel { get; init; }

    public required int ToLevel { get; init; }

    public required LevelReason Because { get; init; }

    /// <summary>The team whose work did it; null for the service itself.</summary>
    public Guid? TeamId { get; init; }
}
