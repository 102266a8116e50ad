using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>One narrow row for each employer, by which lists are filtered and sorted.</summary>
internal sealed class EmployerSummaryRows(Session session)
{
    /// <summary>Stands for the last contact where there was none.</summary>
    public static readonly DateOnly Never = DateOnly.MinValue;

    /// <summary>Sorts behind every town.</summary>
    private const string NoTown = "~";

    private const string AddSummarySql = """
        insert into employer_summaries (employer_id, name_key, town_key, sic_division, owner_id, archived, do_not_approach, last_on, level, computed_level)
        values (@EmployerId, @NameKey, @TownKey, @SicDivision, @OwnerId, @Archived, @DoNotApproach, @LastOn, 1, 1)
        """;

    private const string ChangeSummarySql = """
        update employer_summaries
        set name_key = @NameKey, town_key = @TownKey, sic_division = @SicDivision, owner_id = @OwnerId, archived = @Archived, do_not_approach = @DoNotApproach
        where employer_id = @EmployerId
        """;

    // Only where it is later: what writes a column writes its indexes, whether or not the value is another.
    private const string ContactOnSql = "update employer_summaries set last_on = @On where employer_id = @EmployerId and last_on < @On";

    private const string LastContactSql = """
        update employer_summaries
        set last_on = coalesce((select max(a.last_on) from employer_activity a where a.employer_id = @EmployerId), @Never)
        where employer_id = @EmployerId
        """;

    public Task AddAsync(Employer employer) => session.ExecuteAsync(AddSummarySql, Row(employer));

    /// <summary>Follows a change of the employer; makes the row where a version that knew none had added the employer.</summary>
    public Task ChangeAsync(Employer employer) => session.UpsertAsync(ChangeSummarySql, AddSummarySql, Row(employer));

    /// <summary>A contact was held on that day.</summary>
    public Task ContactAsync(Guid employerId, DateOnly on) => session.ExecuteAsync(ContactOnSql, new { EmployerId = employerId, On = on });

    /// <summary>A contact was changed or taken back: the last one is looked for again.</summary>
    public Task LastContactAsync(Guid employerId) => session.ExecuteAsync(LastContactSql, new { EmployerId = employerId, Never });

    internal static SummaryRow Row(Employer employer) => new()
    {
        EmployerId = employer.Id,
        NameKey = FoldedColumns.Key(employer.Name),
        TownKey = FoldedColumns.KeyOrNull(employer.Town) is { Length: > 0 } town ? town : NoTown,
        SicDivision = employer.SicDivision,
        OwnerId = employer.OwnerId,
        Archived = employer.ArchivedOn is not null,
        DoNotApproach = employer.DoNotApproachSince is not null,
        LastOn = Never,
    };
}

/// <summary>What is copied from the employer, and the day of its last contact.</summary>
internal sealed record SummaryRow
{
    public required Guid EmployerId { get; init; }

    public required string NameKey { get; init; }

    public required string TownKey { get; init; }

    public string? SicDivision { get; init; }

    public Guid? OwnerId { get; init; }

    public required bool Archived { get; init; }

    public required bool DoNotApproach { get; init; }

    public required DateOnly LastOn { get; init; }
}
