namespace EmployerCrm.Core.People;

/// <summary>What a person has chosen for themselves. Who has chosen nothing has these values, and version 0.</summary>
public sealed record PersonSettings
{
    public const string UsualTimeZone = "Europe/London";

    public required Guid SpecialistId { get; init; }

    /// <summary>When the morning digest comes, on the clock of <see cref="TimeZone"/>.</summary>
    public TimeOnly DigestAt { get; init; } = new(8, 30);

    /// <summary>By its IANA name: for the hours of the digest and of quiet. Days are London's for everybody.</summary>
    public string TimeZone { get; init; } = UsualTimeZone;

    public WorkingDays WorkingDays { get; init; } = WorkingDaysExtensions.WholeWeek;

    /// <summary>Nothing is sent unasked from this hour until <see cref="QuietUntil"/>, over midnight where that is earlier; always when both are the same.</summary>
    public TimeOnly QuietFrom { get; init; } = new(18, 30);

    public TimeOnly QuietUntil { get; init; } = new(7, 30);

    /// <summary>In which language the person reads, "en" or "cy"; null for the service's.</summary>
    public string? Language { get; init; }

    /// <summary>Whether cards say how many of the week's contacts are made, "4 of 6".</summary>
    public bool CountOnCards { get; init; } = true;

    /// <summary>The card at the end of the person's week.</summary>
    public bool WrapUp { get; init; } = true;

    /// <summary>A short word in the morning when nothing is due.</summary>
    public bool AllClear { get; init; }

    /// <summary>The team's week, for those who lead one.</summary>
    public bool LeadSummary { get; init; } = true;

    /// <summary>When the person was asked at what time the digest should come; null while nobody has.</summary>
    public DateTimeOffset? DigestAskedAt { get; init; }

    /// <summary>0 where nothing is stored.</summary>
    public int Version { get; init; }

    public static PersonSettings UsualOf(Guid specialistId) => new() { SpecialistId = specialistId };
}
