using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Employers;

/// <summary>The form of an employer, new or known.</summary>
/// <param name="Known">The employer that is changed; null for a new one.</param>
/// <param name="Colleagues">Who can look after it.</param>
public sealed record EmployerFormView(FormState Form, Employer? Known, IReadOnlyList<Specialist> Colleagues, DateOnly Today)
{
    /// <summary>Employers that may be the same as the one about to be added.</summary>
    public IReadOnlyList<LikelyDouble> Doubles { get; init; } = [];

    public CheckedTexts? Guard { get; init; }

    /// <summary>What a colleague changed while the form was open; null while nobody did.</summary>
    public EmployerConflictView? Conflict { get; init; }
}

/// <summary>A field that two people set differently.</summary>
public sealed record DifferingField(string Field, string Mine, string Theirs);

/// <summary>Two people changed one employer.</summary>
/// <param name="By">The colleague who was first.</param>
/// <param name="At">When.</param>
/// <param name="Changed">What the colleague changed.</param>
/// <param name="Differing">The fields in which the form and the record differ now.</param>
public sealed record EmployerConflictView(string? By, DateTimeOffset? At, IReadOnlyList<string> Changed, IReadOnlyList<DifferingField> Differing);
