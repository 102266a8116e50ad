using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Clients;

/// <summary>What is still owed about a client when their support ends.</summary>
internal static class OwedAboutClient
{
    /// <summary>Cancels what is owed and returns it as it was, for the step that takes it back.</summary>
    public static async Task<List<FollowUp>> CancelAsync(ICrmSession session, Actor actor, IReadOnlyList<FollowUpSummary> open, DateTimeOffset now)
    {
        var before = new List<FollowUp>();
        foreach (var summary in open)
        {
            var followUp = (await session.FollowUps.FollowUpAsync(summary.Id))!;
            before.Add(followUp);
            var cancelled = followUp with { State = FollowUpState.Cancelled, DoneAt = now, DoneById = actor.SpecialistId, Version = followUp.Version + 1 };
            await session.FollowUps.SaveAsync(cancelled, followUp.Version);
            await Recall.FollowUpAsync(session, followUp, cancelled, now);
        }

        return before;
    }
}
