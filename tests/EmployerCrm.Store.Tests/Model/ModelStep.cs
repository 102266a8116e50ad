namespace EmployerCrm.Store.Tests.Model;

internal enum StepKind
{
    AddVisit,
    SaveVisit,
    RemoveVisit,
    AddFollowUp,
    SaveFollowUp,
    RemoveFollowUp,
    Count,
    AddReceived,
    Deliver,
    Claim,
    AddEmployer,
    RemoveEmployer,
    AddDraft,
    SaveDraft,
    RemoveDraft,
    SaveConversation,
    Recount,
    SaveClient,
    AddClientContact,
    RemoveClientContact,
    AddPlacement,
    SavePlacement,
    RemovePlacement,
}

/// <summary>One write. The number varies it: a day, a version that is right or wrong, a state.</summary>
internal sealed record ModelStep(StepKind Kind, int Slot, int Number);

/// <summary>Steps of one use case, which may throw after them.</summary>
internal sealed record ModelUseCase(IReadOnlyList<ModelStep> Steps, bool Throws)
{
    public override string ToString() => $"[{string.Join(", ", Steps.Select(step => $"{step.Kind} {step.Slot} {step.Number}"))}]{(Throws ? " throws" : "")}";
}
