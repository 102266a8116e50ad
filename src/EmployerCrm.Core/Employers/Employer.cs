namespace EmployerCrm.Core.Employers;

/// <summary>A place of work that specialists visit. Its facts are seen by everybody in the service; its needs and notes by its team.</summary>
public sealed record Employer
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Other names it is known by.</summary>
    public TextList TradingNames { get; init; }

    /// <summary>The employer of which this is a branch.</summary>
    public Guid? BranchOfId { get; init; }

    public string? Town { get; init; }

    /// <summary>What it does, in free words, from before <see cref="SicSection"/> was kept.</summary>
    public string? Sector { get; init; }

    /// <summary>Section of the UK Standard Industrial Classification 2007, a letter: "G".</summary>
    public string? SicSection { get; init; }

    /// <summary>Division of the section, two digits: "47".</summary>
    public string? SicDivision { get; init; }

    public SizeBand? SizeBand { get; init; }

    /// <summary>Decides whether unasked mail needs consent; unknown counts as an individual.</summary>
    public LegalForm LegalForm { get; init; }

    /// <summary>As Companies House writes it: eight characters, "01234567" or "SC123456".</summary>
    public string? CompanyNumber { get; init; }

    public string? Address { get; init; }

    /// <summary>In its written form: "LS21 3AB".</summary>
    public string? Postcode { get; init; }

    /// <summary>With its scheme: "https://example.com".</summary>
    public string? Website { get; init; }

    public TextList Tags { get; init; }

    /// <summary>1 to 3; null when it takes no part in Disability Confident.</summary>
    public int? DisabilityConfidentLevel { get; init; }

    /// <summary>The day on which that level ends; each is for three years.</summary>
    public DateOnly? DisabilityConfidentEndsOn { get; init; }

    /// <summary>From where the service knows of it.</summary>
    public string? Source { get; init; }

    /// <summary>What it needs in the people it takes on. Its team's.</summary>
    public string? Needs { get; init; }

    public DateOnly? NeedsRecordedOn { get; init; }

    /// <summary>Its team's.</summary>
    public string? Notes { get; init; }

    /// <summary>Since when nobody is to approach it, on any channel.</summary>
    public DateOnly? DoNotApproachSince { get; init; }

    /// <summary>Since when it is no longer offered where employers are looked up.</summary>
    public DateOnly? ArchivedOn { get; init; }

    /// <summary>The team that looks after the employer.</summary>
    public required Guid TeamId { get; init; }

    /// <summary>The specialist who looks after the employer, if one does.</summary>
    public Guid? OwnerId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Version { get; init; }
}

/// <summary>How many work there: up to 9, 49, 249, and more.</summary>
public enum SizeBand
{
    Micro,
    Small,
    Medium,
    Large,
}

public enum LegalForm
{
    Unknown,
    Company,
    LimitedLiabilityPartnership,
    PublicBody,
    Charity,
    Partnership,
    SoleTrader,
}
