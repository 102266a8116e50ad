using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.FollowUps;

/// <summary>Something to be written beside a follow-up.</summary>
public sealed record AddComment(Guid FollowUpId, string Text)
{
    /// <summary>What the person answered about the text, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }
}

/// <summary>Follow-ups that have another owner since.</summary>
/// <param name="UndoId">The step that takes it back; null when there was nothing to give.</param>
public sealed record FollowUpsGiven(string FromName, string ToName, int Count, Guid? UndoId);

/// <summary>What of a person's can be given to somebody else, the earliest due first.</summary>
/// <param name="Colleagues">To whom.</param>
/// <param name="Leave">When they are away now or next, as far as they have said.</param>
public sealed record FollowUpsToGive(Specialist From, IReadOnlyList<FollowUpSummary> Items, IReadOnlyList<Specialist> Colleagues, Leave? Leave, DateOnly Today);

public sealed record FollowUpHistory(FollowUpSummary Item, IReadOnlyList<HistoryEntry> Entries);

/// <summary>What would go from one person to another.</summary>
/// <param name="DueBy">Only what is due by this day; null for everything open.</param>
public sealed record HandOverShown(Specialist From, Specialist To, IReadOnlyList<FollowUpSummary> Items, DateOnly? DueBy, DateOnly Today);

/// <summary>The people of a team, by name.</summary>
public sealed record TeamShown(IReadOnlyList<Specialist> People);
