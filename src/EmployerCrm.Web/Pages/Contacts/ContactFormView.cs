using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Contacts;

/// <summary>The form of a person at an employer, new or known.</summary>
/// <param name="Known">The person whose details are changed; null for somebody new.</param>
public sealed record ContactFormView(FormState Form, Employer Employer, Contact? Known)
{
    public CheckedTexts? Guard { get; init; }
}
