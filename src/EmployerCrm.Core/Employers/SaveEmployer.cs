using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Employers;

/// <summary>An employer to add.</summary>
public sealed record AddEmployer
{
    /// <summary>The key of the employer, where a form has one before it is saved: the same one is saved once.</summary>
    public Guid? Id { get; init; }

    public required EmployerDetails Details { get; init; }

    /// <summary>The draft that this completes; it is removed in the same transaction.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>What the person answered about needs and notes, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }
}

/// <summary>An employer to change: every field as it is to be.</summary>
public sealed record ChangeEmployer
{
    public required Guid EmployerId { get; init; }

    /// <summary>The version that the person saw.</summary>
    public required int ExpectedVersion { get; init; }

    public required EmployerDetails Details { get; init; }

    public GuardDecision? Guard { get; init; }
}

/// <summary>An employer that was added or changed.</summary>
/// <param name="Repairs">Fields that were put right.</param>
/// <param name="UndoId">The step that takes it back; null when nothing was changed.</param>
public sealed record EmployerSaved(Employer Employer, IReadOnlyList<FieldRepair> Repairs, Guid? UndoId);
