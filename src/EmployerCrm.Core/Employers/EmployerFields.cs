using EmployerCrm.Core.Employers.Fields;

namespace EmployerCrm.Core.Employers;

/// <summary>What can be checked of an employer without looking anything up.</summary>
internal static class EmployerFields
{
    /// <summary>Each level of Disability Confident is for three years (S).</summary>
    public const int DisabilityConfidentYears = 3;

    private const int FurthestDaysBack = 3660;

    /// <summary>The employer with what was typed in place of what it had.</summary>
    public static Employer Read(FieldReader fields, Employer before, EmployerDetails typed, DateOnly today)
    {
        var name = fields.ReadLine(EmployerField.Name, typed.Name, Limits.Name);
        fields.AddIf(name is null || FoldedText.Words(name).Count == 0, EmployerField.Name, FieldReason.Missing);
        var (section, division, sicProblem) = Sic2007.Read(typed.SicSection, typed.SicDivision);
        if (sicProblem is { } problem)
            fields.Add(EmployerField.SicDivision, problem);
        var needs = fields.ReadText(EmployerField.Needs, typed.Needs, Limits.Notes);
        return before with
        {
            Name = name ?? before.Name,
            TradingNames = fields.ReadList(EmployerField.TradingNames, typed.TradingNames, Limits.TradingNames, Limits.Name),
            BranchOfId = typed.BranchOfId,
            Town = fields.ReadLine(EmployerField.Town, typed.Town, Limits.Name),
            Address = fields.ReadLine(EmployerField.Address, typed.Address, Limits.Title),
            Postcode = fields.ReadWritten(EmployerField.Postcode, typed.Postcode, Postcode.Read),
            SicSection = section,
            SicDivision = division,
            SizeBand = typed.SizeBand,
            LegalForm = typed.LegalForm,
            CompanyNumber = fields.ReadWritten(EmployerField.CompanyNumber, typed.CompanyNumber, CompanyNumber.Read),
            Website = fields.ReadWritten(EmployerField.Website, typed.Website, WebAddress.Read),
            Tags = fields.ReadList(EmployerField.Tags, typed.Tags, Limits.Tags, Limits.Tag),
            DisabilityConfidentLevel = typed.DisabilityConfidentLevel,
            DisabilityConfidentEndsOn = Ends(fields, typed, today),
            Source = fields.ReadLine(EmployerField.Source, typed.Source, Limits.Name),
            Needs = needs,
            NeedsRecordedOn = NeedsDay(fields, before, needs, typed.NeedsRecordedOn, today),
            Notes = fields.ReadText(EmployerField.Notes, typed.Notes, Limits.Notes),
            DoNotApproachSince = typed.DoNotApproach ? before.DoNotApproachSince ?? today : null,
            OwnerId = typed.OwnerId,
        };
    }

    private static DateOnly? Ends(FieldReader fields, EmployerDetails typed, DateOnly today)
    {
        if (typed.DisabilityConfidentLevel is not { } level)
        {
            fields.AddIf(typed.DisabilityConfidentEndsOn is not null, EmployerField.DisabilityConfidentEnds, FieldReason.DayWithoutLevel);
            return null;
        }

        fields.AddIf(level is < 1 or > 3, EmployerField.DisabilityConfidentLevel, FieldReason.LevelUnknown);
        var ends = typed.DisabilityConfidentEndsOn ?? today.AddYears(DisabilityConfidentYears);
        var unlikely = ends > today.AddYears(DisabilityConfidentYears) || ends < today.AddDays(-FurthestDaysBack);
        fields.AddIf(unlikely, EmployerField.DisabilityConfidentEnds, FieldReason.DayUnlikely);
        return ends;
    }

    private static DateOnly? NeedsDay(FieldReader fields, Employer before, string? needs, DateOnly? typed, DateOnly today)
    {
        if (needs is null)
            return null;
        var day = needs == before.Needs || typed != before.NeedsRecordedOn ? typed ?? today : today;
        fields.AddIf(day > today, EmployerField.NeedsRecorded, FieldReason.DayToCome);
        fields.AddIf(day < today.AddDays(-FurthestDaysBack), EmployerField.NeedsRecorded, FieldReason.DayUnlikely);
        return day;
    }
}
