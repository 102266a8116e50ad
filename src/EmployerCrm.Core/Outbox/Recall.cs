using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Outbox;

/// <summary>
/// What loses its reason to be sent, in the transaction that takes the reason away. What still has one is added again by the job that found it owed, and
/// waits again.
/// </summary>
internal static class Recall
{
    /// <summary>A planned visit that is over, cancelled or moved is neither announced nor asked about as it was.</summary>
    public static async Task VisitAsync(ICrmSession session, Visit before, Visit after, DateTimeOffset now)
    {
        if (before.State != VisitState.Planned)
            return;
        if (after.State != VisitState.Planned)
            await session.Outbox.CancelAsync(new Unsent.OfSubject(before.Id), OutboxReasons.VisitOver, now);
        else if ((after.On, after.At) != (before.On, before.At))
            await session.Outbox.CancelAsync(new Unsent.OfSubject(before.Id), OutboxReasons.Moved, now);
    }

    /// <summary>A follow-up that is done, cancelled or put off.</summary>
    public static async Task FollowUpAsync(ICrmSession session, FollowUp before, FollowUp after, DateTimeOffset now)
    {
        if (before.State != FollowUpState.Open)
            return;
        if (after.State != FollowUpState.Open)
            await session.Outbox.CancelAsync(new Unsent.OfSubject(before.Id), OutboxReasons.Done, now);
        else if ((after.DueOn, after.DueAt) != (before.DueOn, before.DueAt))
            await session.Outbox.CancelAsync(new Unsent.OfSubject(before.Id), OutboxReasons.Moved, now);
    }

    /// <summary>A visit or follow-up that is as if it had never been.</summary>
    public static Task UndoneAsync(ICrmSession session, Guid subjectId, DateTimeOffset now) =>
        session.Outbox.CancelAsync(new Unsent.OfSubject(subjectId), OutboxReasons.Undone, now);
}
