using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Disclosure;

/// <summary>What a client lets an employer know, to be recorded.</summary>
public sealed record GivePermission
{
    /// <summary>As issued, "JS12"; must be a client of the actor's team.</summary>
    public required string ClientReference { get; init; }

    public required Guid EmployerId { get; init; }

    public required DisclosureLevel Level { get; init; }

    public string? WhoMayBeTold { get; init; }

    public string? How { get; init; }

    public string? Wording { get; init; }

    public string? Adjustments { get; init; }

    public ConsentGiven? ConsentGiven { get; init; }

    /// <summary>The day in London; today when null.</summary>
    public DateOnly? GivenOn { get; init; }

    /// <summary>The day on which to talk it through again; half a year on when null.</summary>
    public DateOnly? RevisitOn { get; init; }

    public bool? NotACondition { get; init; }

    public bool? ProsAndCons { get; init; }

    public bool? WordingAgreed { get; init; }

    /// <summary>The permission that the person saw to hold, in whose place this one is given; empty when they saw none, null when they saw no form.</summary>
    public Guid? SeenId { get; init; }

    /// <summary>The version of it.</summary>
    public int? SeenVersion { get; init; }

    /// <summary>What the person answered about the texts, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }

    /// <summary>What the guard looks at.</summary>
    public TypedTexts Typed => new() { EmployerId = EmployerId, ClientReference = ClientReference, Texts = [WhoMayBeTold, How, Wording, Adjustments] };
}

/// <summary>A permission that was recorded, or came to its end.</summary>
/// <param name="Known">Whether it was recorded just so before, and nothing changed.</param>
/// <param name="Owed">What is owed since, and what no longer is.</param>
/// <param name="PlannedVisits">Planned visits to the employer that name the client: what becomes of them is for the specialist to say.</param>
/// <param name="UndoId">The step that takes it back; null when nothing changed.</param>
public sealed record PermissionRecorded(
    DisclosurePermission Permission, string ClientReference, string EmployerName, bool Known, OwedChange Owed, int PlannedVisits, DateOnly Today, Guid? UndoId);
