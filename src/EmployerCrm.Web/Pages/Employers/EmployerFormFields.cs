using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Employers;

/// <summary>An employer's record in a form and back. Fields have the names that problems, conflicts and the audit use.</summary>
internal static class EmployerFormFields
{
    /// <summary>The key that a new employer will have: however often the form is sent, it is one.</summary>
    public const string Id = "id";

    /// <summary>The version that the person saw.</summary>
    public const string Version = "version";

    /// <summary>That likely doubles were shown and it is none of them.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>The employer that the name in <see cref="EmployerField.BranchOf"/> stands for, as long as nobody changes the name.</summary>
    public const string BranchOfId = "branch-of-id";
    public const string BranchOfName = "branch-of-name";

    /// <summary>Those of the conflict page: of which side a field is to be, by the field's name behind it.</summary>
    public const string Choice = "choice-";
    public const string Theirs = "theirs";

    /// <summary>In the order in which the form shows them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        EmployerField.Name, EmployerField.TradingNames, EmployerField.BranchOf, EmployerField.Town, EmployerField.Address, EmployerField.Postcode, EmployerField.SicDivision,
        EmployerField.Size, EmployerField.LegalForm, EmployerField.CompanyNumber, EmployerField.Website, EmployerField.Tags, EmployerField.DisabilityConfidentLevel,
        EmployerField.DisabilityConfidentEnds, EmployerField.Source, EmployerField.Needs, EmployerField.NeedsRecorded, EmployerField.Notes, EmployerField.DoNotApproach, EmployerField.Owner,
    ];

    public static FormState Fill(FormState form, EmployerDetails details, string? branchOfName) => form
        .With(EmployerField.Name, details.Name).With(EmployerField.TradingNames, details.TradingNames.ToLines()).With(EmployerField.BranchOf, branchOfName)
        .With(BranchOfId, details.BranchOfId).With(BranchOfName, branchOfName).With(EmployerField.Town, details.Town).With(EmployerField.Address, details.Address)
        .With(EmployerField.Postcode, details.Postcode).With(EmployerField.SicSection, details.SicSection).With(EmployerField.SicDivision, details.SicDivision)
        .With(EmployerField.Size, details.SizeBand).With(EmployerField.LegalForm, details.LegalForm).With(EmployerField.CompanyNumber, details.CompanyNumber)
        .With(EmployerField.Website, details.Website).With(EmployerField.Tags, string.Join(", ", details.Tags)).With(EmployerField.DisabilityConfidentLevel, details.DisabilityConfidentLevel)
        .With(EmployerField.DisabilityConfidentEnds, Iso(details.DisabilityConfidentEndsOn)).With(EmployerField.Source, details.Source).With(EmployerField.Needs, details.Needs)
        .With(EmployerField.NeedsRecorded, Iso(details.NeedsRecordedOn)).With(EmployerField.Notes, details.Notes)
        .With(EmployerField.DoNotApproach, details.DoNotApproach ? "yes" : null).With(EmployerField.Owner, details.OwnerId);

    public static EmployerDetails Read(FormState form, Guid? branchOfId) => new()
    {
        Name = form.Text(EmployerField.Name),
        TradingNames = TextList.FromLines(form.Text(EmployerField.TradingNames)),
        BranchOfId = branchOfId,
        Town = form.Text(EmployerField.Town),
        Address = form.Text(EmployerField.Address),
        Postcode = form.Text(EmployerField.Postcode),
        // A division brings its section along; a section without a division stays as it was.
        SicSection = form.Text(EmployerField.SicDivision) is null ? form.Text(EmployerField.SicSection) : null,
        SicDivision = form.Text(EmployerField.SicDivision),
        SizeBand = form.Choice<SizeBand>(EmployerField.Size),
        LegalForm = form.Choice<LegalForm>(EmployerField.LegalForm) ?? LegalForm.Unknown,
        CompanyNumber = form.Text(EmployerField.CompanyNumber),
        Website = form.Text(EmployerField.Website),
        Tags = TextList.Of((form.Text(EmployerField.Tags) ?? "").Split(',', '\n')),
        DisabilityConfidentLevel = form.Number(EmployerField.DisabilityConfidentLevel),
        DisabilityConfidentEndsOn = form.Date(EmployerField.DisabilityConfidentEnds),
        Source = form.Text(EmployerField.Source),
        Needs = form.Text(EmployerField.Needs),
        NeedsRecordedOn = form.Date(EmployerField.NeedsRecorded),
        Notes = form.Text(EmployerField.Notes),
        DoNotApproach = form.Checked(EmployerField.DoNotApproach),
        OwnerId = form.Id(EmployerField.Owner),
    };

    private static string? Iso(DateOnly? day) => day is { } known ? Days.Iso(known) : null;
}
