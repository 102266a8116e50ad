using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Jobs;

/// <summary>A job start to be recorded.</summary>
public sealed record JobStartView(FormState Form, ClientOverview Client)
{
    /// <summary>Employers of which one is meant, or none of them.</summary>
    public IReadOnlyList<DirectoryEmployer> Employers { get; init; } = [];

    /// <summary>People at the employer, to choose from while typing.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>What it would create; null until somebody asks.</summary>
    public JobStartPreview? Preview { get; init; }

    public CheckedTexts? Guard { get; init; }
}
