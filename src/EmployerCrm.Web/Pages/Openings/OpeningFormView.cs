using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Openings;

/// <summary>An opening to be recorded.</summary>
/// <param name="People">Who at the employer may have said so.</param>
public sealed record OpeningFormView(FormState Form, Employer Employer, IReadOnlyList<Contact> People, IReadOnlyList<string> JobTypes)
{
    public CheckedTexts? Guard { get; init; }
}
