namespace EmployerCrm.Core.Employers;

/// <summary>What the employer list asks of the store: the filter in the form of columns and look-up keys.</summary>
public sealed record EmployerQuery
{
    public int? Level { get; init; }

    public Guid? OwnerId { get; init; }

    /// <summary>The folded name of a town.</summary>
    public string? TownKey { get; init; }

    /// <summary>The look-up key (<see cref="KeyMarks"/>) of a postcode, as far as it is known.</summary>
    public string? PostcodeKey { get; init; }

    /// <summary>A look-up key of a tag.</summary>
    public string? TagKey { get; init; }

    public string? SicDivision { get; init; }

    /// <summary>Only those whose last contact was before this day, or who never had one.</summary>
    public DateOnly? QuietBefore { get; init; }

    public bool DoNotApproach { get; init; }

    public bool Archived { get; init; }

    /// <summary>Only these; null for all.</summary>
    public IReadOnlyCollection<Guid>? Ids { get; init; }

    public EmployerSort Sort { get; init; } = EmployerSort.Default;

    public int From { get; init; }

    public int Size { get; init; } = EmployerList.LargestPage;

    public static EmployerQuery Of(EmployerFilter filter, EmployerSort sort, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new EmployerQuery
        {
            Level = filter.Level,
            OwnerId = filter.OwnerId,
            TownKey = Places.TownKey(filter.Place),
            PostcodeKey = Places.PostcodeKey(filter.Place),
            TagKey = Text.OrNull(filter.Tag) is { } tag ? KeyMarks.ForTag(tag).FirstOrDefault() : null,
            SicDivision = Text.OrNull(filter.SicDivision),
            QuietBefore = filter.QuietForDays is > 0 and { } days ? today.AddDays(1 - Math.Min(days, today.DayNumber)) : null,
            DoNotApproach = filter.DoNotApproach,
            Archived = filter.Archived,
            Sort = sort,
        };
    }
}

/// <summary>A page of employers in the order asked for.</summary>
/// <param name="Total">How many there are; one more than the list is long stands for more.</param>
public sealed record EmployerIds(IReadOnlyList<Guid> Ids, int Total);
