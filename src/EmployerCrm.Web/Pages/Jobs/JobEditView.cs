using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;

namespace EmployerCrm.Web.Pages.Jobs;

/// <summary>A job to be changed.</summary>
public sealed record JobEditView(FormState Form, JobOverview Job)
{
    public CheckedTexts? Guard { get; init; }

    /// <summary>What a colleague changed while the form was open; null while nobody did.</summary>
    public EmployerConflictView? Conflict { get; init; }
}
