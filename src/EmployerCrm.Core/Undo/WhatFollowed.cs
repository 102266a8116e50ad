using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Undo;

/// <summary>What a step changed of what is owed, for its receipt.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Added">What is owed since.</param>
/// <param name="Done">What was open and is done by it.</param>
/// <param name="Moved">What is owed on another day, or again.</param>
/// <param name="Cancelled">What is owed no more, though nobody did it.</param>
public sealed record Followed(
    UndoKind Kind, IReadOnlyList<FollowUpSummary> Added, IReadOnlyList<FollowUpSummary> Done, IReadOnlyList<FollowUpSummary> Moved, IReadOnlyList<FollowUpSummary> Cancelled, DateOnly Today)
{
    public bool IsNothing => Added.Count + Done.Count + Moved.Count + Cancelled.Count == 0;
}

/// <summary>What came of something that a person did, told again from the step that takes it back.</summary>
public sealed class WhatFollowed(ICrmStore store, Calendar.LondonClock clock)
{
    /// <summary>Of the person's own steps only, and while nobody has taken it back.</summary>
    public Task<Outcome<Followed>> OfAsync(Actor actor, Guid stepId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync(session => OfAsync(session, actor, stepId, today), cancellationToken);
    }

    private static async Task<Outcome<Followed>> OfAsync(ICrmSession session, Actor actor, Guid stepId, DateOnly today)
    {
        if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        if (await session.Undo.StepAsync(stepId) is not { UndoneAt: null } step || step.SpecialistId != specialistId)
            return RefusalReason.NothingToUndo;
        var rows = UndoRows.Of(step);
        var (added, changed) = (rows.AddedFollowUps.Select(row => row.Id).ToHashSet(), rows.MovedFollowUps.Select(moved => moved.Row.Id).Concat(rows.CancelledFollowUps.Select(row => row.Id)).ToHashSet());
        // Moved to another team with its owner since, it is that team's.
        var now = (await session.FollowUps.SummariesAsync([.. added, .. changed])).Where(row => row.TeamId == teamId).OrderBy(row => row.DueOn).ToList();
        return new Followed(
            step.Kind,
            now.FindAll(row => added.Contains(row.Id)),
            now.FindAll(row => changed.Contains(row.Id) && row.State == FollowUpState.Done),
            now.FindAll(row => changed.Contains(row.Id) && row.State == FollowUpState.Open),
            now.FindAll(row => changed.Contains(row.Id) && row.State == FollowUpState.Cancelled),
            today);
    }
}
