using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Visits;

/// <summary>What is owed from a visit, kept in step with it.</summary>
internal static class PromisedSteps
{
    /// <summary>
    /// The visit's open follow-up is changed, added or removed, and goes with the visit to another employer or client, as its other open ones do. One
    /// that is done stays a record of what was done.
    /// </summary>
    public static async Task<UndoRows> ChangeAsync(ICrmSession session, Visit visit, PromisedStep? next, UndoRows undo, DateTimeOffset now, Guid newId)
    {
        var open = await session.FollowUps.OfVisitAsync(visit.Id);
        if (open is [])
            return next is null ? undo : (await AddAsync(session, visit, next, undo, now, newId)).Undo;

        var (first, moved) = (open[0], new List<MovedFollowUp>());
        foreach (var other in open.Skip(1).Where(other => With(other, visit) != other))
        {
            await session.FollowUps.SaveAsync(With(other, visit) with { Version = other.Version + 1 }, other.Version);
            moved.Add(new MovedFollowUp(new RowVersion(other.Id, other.Version + 1), other));
        }

        undo = undo with { MovedFollowUps = moved };
        if (next is null)
        {
            await session.FollowUps.RemoveAsync(first.Id, first.Version);
            return undo with { RemovedFollowUp = first };
        }

        var changed = With(first, visit) with { Title = next.Title.Trim(), DueOn = next.DueOn };
        if (changed == first)
            return undo;
        await session.FollowUps.SaveAsync(changed with { Version = first.Version + 1 }, first.Version);
        return undo with { FollowUp = new RowVersion(first.Id, first.Version + 1), FollowUpBefore = first };
    }

    public static async Task<(FollowUp Added, UndoRows Undo)> AddAsync(ICrmSession session, Visit visit, PromisedStep next, UndoRows undo, DateTimeOffset now, Guid newId)
    {
        var added = FollowUpOf(visit, next, newId, now);
        await session.FollowUps.AddAsync(added);
        return (added, undo with { FollowUp = new RowVersion(added.Id, added.Version) });
    }

    private static FollowUp FollowUpOf(Visit visit, PromisedStep promised, Guid id, DateTimeOffset now) => new()
    {
        Id = id, EmployerId = visit.EmployerId, VisitId = visit.Id, ClientId = visit.ClientId, OwnerId = visit.SpecialistId, TeamId = visit.TeamId,
        Title = promised.Title.Trim(), DueOn = promised.DueOn, State = FollowUpState.Open, CreatedAt = now, Version = 1,
    };

    private static FollowUp With(FollowUp followUp, Visit visit) => followUp with { EmployerId = visit.EmployerId, ClientId = visit.ClientId };
}
