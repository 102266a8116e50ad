using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Conversations;

/// <summary>Who cannot be written to.</summary>
/// <param name="OfTeam">Whether it is one team's list, and not everybody's.</param>
public sealed record UnreachableShown(IReadOnlyList<UnreachablePerson> People, bool OfTeam, DateOnly Today);

/// <summary>Who would miss what the bot sends unasked: those who have never spoken to it, and those who removed or blocked it.</summary>
public sealed class Reach(ICrmStore store, LondonClock clock)
{
    /// <summary>A team lead sees the team's, an admin everybody; nobody else.</summary>
    public Task<Outcome<UnreachableShown>> ShowAsync(Actor actor, Alongside<Outcome<UnreachableShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(session => ShowAsync(session, actor, today), also, cancellationToken);
    }

    private static async Task<Outcome<UnreachableShown>> ShowAsync(ICrmSession session, Actor actor, DateOnly today)
    {
        if (actor.Role is not (Role.TeamLead or Role.Admin))
            return RefusalReason.NotAllowed;
        var ofTeam = actor.Role == Role.TeamLead;
        var rows = await session.Conversations.UnreachableAsync(ofTeam ? actor.TeamId : null, today);
        // Of several conversations the one that ended last says why.
        return new UnreachableShown([.. rows.GroupBy(row => row.SpecialistId).Select(ended => ended.Last())], ofTeam, today);
    }
}
