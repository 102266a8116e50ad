using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Pages.Employers;

/// <summary>The fields of employers and contacts, and what stands in them, as people read them.</summary>
internal static class EmployerFieldTexts
{
    /// <summary>The label of a field by the name that the audit uses; the name itself where it is one of long ago.</summary>
    public static string Label(string field) => PageTexts.Find("Field-" + field) ?? field;

    /// <summary>"G 47 · Retail trade", or what was recorded before there were codes.</summary>
    public static string? Sector(Employer employer) =>
        Sic2007.Division(employer.SicDivision) is { } division ? division.Title : Sic2007.Section(employer.SicSection)?.Title ?? employer.Sector;

    /// <summary>The text of a form's field; choices by their words.</summary>
    public static string Value(string field, string value, IReadOnlyList<Specialist> colleagues) => value.Length == 0 ? PageTexts.Get("NothingTyped") : field switch
    {
        EmployerField.Size => PageTexts.Get("Size" + value),
        EmployerField.LegalForm => PageTexts.Get("LegalForm" + value),
        EmployerField.SicDivision => Sic2007.Division(value)?.Title ?? value,
        EmployerField.Owner => colleagues.FirstOrDefault(person => person.Id.ToString() == value)?.Name ?? value,
        EmployerField.DoNotApproach => PageTexts.Get("Yes"),
        _ => value,
    };
}
