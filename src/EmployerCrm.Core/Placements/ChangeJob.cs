using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Placements;

/// <summary>What is new of a job; what is null stays as it is.</summary>
public sealed record ChangeJob
{
    /// <summary>As issued, "JS12"; must be a client of the actor's team.</summary>
    public required string ClientReference { get; init; }

    /// <summary>Where the job is; needed when the client has jobs at several employers.</summary>
    public Guid? EmployerId { get; init; }

    /// <summary>Which job it is, where it was chosen from several.</summary>
    public Guid? PlacementId { get; init; }

    /// <summary>The version the person saw; null when they saw none, as with a typed line.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>Whether all of the job stands here, as in a form that shows it: what is null, the first day aside, is then known no more.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Another first day: what is owed counts from it.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>From which day the title or the hours are others; null where they only were not known.</summary>
    public DateOnly? ChangedOn { get; init; }

    public string? JobTitle { get; init; }

    public int? MinutesAWeek { get; init; }

    public Guid? ContactId { get; init; }

    /// <summary>Whom to ask for there, as typed: found among the people of the employer, or added to them.</summary>
    public string? ContactName { get; init; }

    public int? SocMajorGroup { get; init; }

    public bool? AtLeastMinimumWage { get; init; }

    public bool? Permanent { get; init; }

    public bool? Competitive { get; init; }

    public bool? PreferencesMet { get; init; }

    /// <summary>What the person answered about the job title, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }

    /// <summary>What the guard looks at: a job title by itself.</summary>
    public TypedTexts Typed(Guid employerId) => new() { EmployerId = employerId, Texts = [JobTitle] };

    /// <summary>The job as it is after it.</summary>
    /// <param name="contactId">Whom the contact's key or name stands for.</param>
    internal Placement Of(Placement before, Guid? contactId) => IsWhole ? Whole(before, contactId) : before with
    {
        StartsOn = StartsOn ?? before.StartsOn, JobTitle = Text.OrNull(JobTitle) ?? before.JobTitle, MinutesAWeek = MinutesAWeek ?? before.MinutesAWeek,
        ContactId = contactId ?? before.ContactId, SocMajorGroup = SocMajorGroup ?? before.SocMajorGroup, AtLeastMinimumWage = AtLeastMinimumWage ?? before.AtLeastMinimumWage,
        Permanent = Permanent ?? before.Permanent, Competitive = Competitive ?? before.Competitive, PreferencesMet = PreferencesMet ?? before.PreferencesMet,
    };

    private Placement Whole(Placement before, Guid? contactId) => before with
    {
        StartsOn = StartsOn ?? before.StartsOn, JobTitle = Text.OrNull(JobTitle), MinutesAWeek = MinutesAWeek, ContactId = contactId, SocMajorGroup = SocMajorGroup,
        AtLeastMinimumWage = AtLeastMinimumWage, Permanent = Permanent, Competitive = Competitive, PreferencesMet = PreferencesMet,
    };
}

/// <summary>A job that was changed, or the jobs it may be.</summary>
/// <param name="Job">As it is now; null when one has to be chosen first, and then nothing was changed.</param>
/// <param name="UndoId">The step that takes it back; null when nothing changed.</param>
public sealed record JobChanged(
    string ClientReference, PlacementSummary? Job, IReadOnlyList<PlacementSummary> Choices, OwedChange Owed, DateOnly Today, Guid? UndoId);
