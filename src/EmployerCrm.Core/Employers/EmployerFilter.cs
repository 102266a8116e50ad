namespace EmployerCrm.Core.Employers;

/// <summary>Which employers a list shows; what is null or false does not narrow it.</summary>
public sealed record EmployerFilter
{
    /// <summary>As typed into the search field.</summary>
    public string? Text { get; init; }

    /// <summary>The engagement level, 1 to 5.</summary>
    public int? Level { get; init; }

    /// <summary>The specialist who looks after them: the person's own id for "mine".</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>A town, or a postcode as far as it is known: "Otley", "LS", "LS21", "LS21 3AB".</summary>
    public string? Place { get; init; }

    /// <summary>Division of the UK SIC 2007: "47".</summary>
    public string? SicDivision { get; init; }

    public string? Tag { get; init; }

    /// <summary>Nobody in the service has been in contact for at least so many days, or ever.</summary>
    public int? QuietForDays { get; init; }

    /// <summary>Only those that nobody is to approach.</summary>
    public bool DoNotApproach { get; init; }

    /// <summary>Only those that are archived; else only those that are not.</summary>
    public bool Archived { get; init; }
}

public enum EmployerColumn
{
    Name,
    Town,

    /// <summary>Those that nobody has ever been in contact with come first; descending, last.</summary>
    LastContact,
    Level,
}

public sealed record EmployerSort(EmployerColumn By, bool Descending = false)
{
    public static readonly EmployerSort Default = new(EmployerColumn.Name);
}
