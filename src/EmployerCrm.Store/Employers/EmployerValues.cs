using EmployerCrm.Core.Employers;

namespace EmployerCrm.Store.Employers;

/// <summary>An employer as its statements name it: lists as text, folded names beside the written ones.</summary>
internal static class EmployerValues
{
    public static object Of(Employer employer, int expectedVersion) => new
    {
        employer.Id,
        employer.Name,
        NameKey = FoldedColumns.Key(employer.Name),
        TradingNames = employer.TradingNames.ToLines(),
        employer.BranchOfId,
        employer.Town,
        TownKey = FoldedColumns.KeyOrNull(employer.Town),
        employer.Sector,
        employer.SicSection,
        employer.SicDivision,
        employer.SizeBand,
        employer.LegalForm,
        employer.CompanyNumber,
        employer.Address,
        employer.Postcode,
        employer.Website,
        Tags = employer.Tags.ToLines(),
        employer.DisabilityConfidentLevel,
        employer.DisabilityConfidentEndsOn,
        employer.Source,
        employer.Needs,
        employer.NeedsRecordedOn,
        employer.Notes,
        employer.DoNotApproachSince,
        employer.ArchivedOn,
        employer.TeamId,
        employer.OwnerId,
        employer.CreatedAt,
        employer.Version,
        ExpectedVersion = expectedVersion,
    };
}
