using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Permissions;

/// <summary>A permission to be given, changed or talked through again.</summary>
/// <param name="Employer">With what holds now.</param>
public sealed record PermissionFormView(FormState Form, Client Client, EmployerPermissions Employer, DateOnly Today)
{
    public CheckedTexts? Guard { get; init; }
}
