namespace EmployerCrm.Core.Employers;

/// <summary>An employer as a form or a line tells of it: texts as typed, to be checked.</summary>
public sealed record EmployerDetails
{
    public string? Name { get; init; }

    public TextList TradingNames { get; init; }

    public Guid? BranchOfId { get; init; }

    public string? Town { get; init; }

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    public string? SicSection { get; init; }

    public string? SicDivision { get; init; }

    public SizeBand? SizeBand { get; init; }

    public LegalForm LegalForm { get; init; }

    public string? CompanyNumber { get; init; }

    public string? Website { get; init; }

    public TextList Tags { get; init; }

    public int? DisabilityConfidentLevel { get; init; }

    /// <summary>Assumed three years from today when a level is given without it.</summary>
    public DateOnly? DisabilityConfidentEndsOn { get; init; }

    public string? Source { get; init; }

    public string? Needs { get; init; }

    /// <summary>Assumed to be today when the needs are new or changed.</summary>
    public DateOnly? NeedsRecordedOn { get; init; }

    public string? Notes { get; init; }

    public bool DoNotApproach { get; init; }

    /// <summary>Who looks after it; a new employer is its author's when null.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The employer as a form shows it before anything is changed.</summary>
    public static EmployerDetails Of(Employer employer)
    {
        ArgumentNullException.ThrowIfNull(employer);
        return new EmployerDetails
        {
            Name = employer.Name, TradingNames = employer.TradingNames, BranchOfId = employer.BranchOfId, Town = employer.Town, Address = employer.Address,
            Postcode = employer.Postcode, SicSection = employer.SicSection, SicDivision = employer.SicDivision, SizeBand = employer.SizeBand, LegalForm = employer.LegalForm,
            CompanyNumber = employer.CompanyNumber, Website = employer.Website, Tags = employer.Tags, DisabilityConfidentLevel = employer.DisabilityConfidentLevel,
            DisabilityConfidentEndsOn = employer.DisabilityConfidentEndsOn, Source = employer.Source, Needs = employer.Needs, NeedsRecordedOn = employer.NeedsRecordedOn,
            Notes = employer.Notes, DoNotApproach = employer.DoNotApproachSince is not null, OwnerId = employer.OwnerId,
        };
    }
}
