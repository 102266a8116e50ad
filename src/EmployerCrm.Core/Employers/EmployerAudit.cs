using System.Globalization;
using EmployerCrm.Core.Audit;

namespace EmployerCrm.Core.Employers;

/// <summary>The fields of employers, contacts and openings that a change touched, as the audit keeps them.</summary>
internal static class EmployerAudit
{
    public static IReadOnlyList<AuditValue> Values(Guid auditId, Employer before, Employer after) => Differing(
        auditId,
        [
            (EmployerField.Name, before.Name, after.Name),
            (EmployerField.TradingNames, before.TradingNames.ToLines(), after.TradingNames.ToLines()),
            (EmployerField.BranchOf, before.BranchOfId?.ToString(), after.BranchOfId?.ToString()),
            (EmployerField.Town, before.Town, after.Town),
            (EmployerField.Address, before.Address, after.Address),
            (EmployerField.Postcode, before.Postcode, after.Postcode),
            (EmployerField.SicSection, before.SicSection, after.SicSection),
            (EmployerField.SicDivision, before.SicDivision, after.SicDivision),
            (EmployerField.Size, before.SizeBand?.ToString(), after.SizeBand?.ToString()),
            (EmployerField.LegalForm, before.LegalForm.ToString(), after.LegalForm.ToString()),
            (EmployerField.CompanyNumber, before.CompanyNumber, after.CompanyNumber),
            (EmployerField.Website, before.Website, after.Website),
            (EmployerField.Tags, before.Tags.ToLines(), after.Tags.ToLines()),
            (EmployerField.DisabilityConfidentLevel, Whole(before.DisabilityConfidentLevel), Whole(after.DisabilityConfidentLevel)),
            (EmployerField.DisabilityConfidentEnds, Iso(before.DisabilityConfidentEndsOn), Iso(after.DisabilityConfidentEndsOn)),
            (EmployerField.Source, before.Source, after.Source),
            (EmployerField.Needs, before.Needs, after.Needs),
            (EmployerField.NeedsRecorded, Iso(before.NeedsRecordedOn), Iso(after.NeedsRecordedOn)),
            (EmployerField.Notes, before.Notes, after.Notes),
            (EmployerField.DoNotApproach, Iso(before.DoNotApproachSince), Iso(after.DoNotApproachSince)),
            (EmployerField.Owner, before.OwnerId?.ToString(), after.OwnerId?.ToString()),
            (EmployerField.Archived, Iso(before.ArchivedOn), Iso(after.ArchivedOn)),
        ]);

    public static IReadOnlyList<AuditValue> Values(Guid auditId, Contact before, Contact after) => Differing(
        auditId,
        [
            (ContactField.Name, before.Name, after.Name),
            (ContactField.Role, before.Role, after.Role),
            (ContactField.Email, before.Email, after.Email),
            (ContactField.Phone, before.WholePhone, after.WholePhone),
            (ContactField.PreferredChannel, before.PreferredChannel?.ToString(), after.PreferredChannel?.ToString()),
            (ContactField.BestTime, before.BestTime, after.BestTime),
            (ContactField.LawfulBasis, before.LawfulBasis?.ToString(), after.LawfulBasis?.ToString()),
            (ContactField.Told, Iso(before.ToldOn), Iso(after.ToldOn)),
            (ContactField.Objected, Iso(before.ObjectedOn), Iso(after.ObjectedOn)),
            (ContactField.ObjectionScope, before.ObjectionScope?.ToString(), after.ObjectionScope?.ToString()),
            (ContactField.Left, Iso(before.LeftOn), Iso(after.LeftOn)),
        ]);

    public static IReadOnlyList<AuditValue> Values(Guid auditId, Opening before, Opening after) => Differing(
        auditId,
        [
            (OpeningField.Job, before.Job, after.Job),
            (OpeningField.Hours, before.Hours, after.Hours),
            (OpeningField.From, Iso(before.From), Iso(after.From)),
            (OpeningField.Closes, Iso(before.ClosesOn), Iso(after.ClosesOn)),
            (OpeningField.SaidBy, before.SaidById?.ToString(), after.SaidById?.ToString()),
            (OpeningField.Closed, Iso(before.ClosedOn), Iso(after.ClosedOn)),
        ]);

    private static IReadOnlyList<AuditValue> Differing(Guid auditId, IEnumerable<(string Field, string? Old, string? New)> fields) =>
        [.. fields.Where(field => field.Old != field.New).Select(field => new AuditValue { AuditId = auditId, Field = field.Field, OldValue = field.Old, NewValue = field.New })];

    private static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string? Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
