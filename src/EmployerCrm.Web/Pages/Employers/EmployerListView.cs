using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Pages.Employers;

/// <summary>A page of the employer list with the person's views of it.</summary>
/// <param name="Opened">The view that was opened; null for none.</param>
public sealed record EmployerListView(ListState State, EmployersListed Listed, IReadOnlyList<SavedView> Views, SavedView? Opened, Specialist Viewer)
{
    public bool MayWrite => Viewer.Role != Role.Admin;
}
