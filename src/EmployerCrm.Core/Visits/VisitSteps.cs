using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Visits;

/// <summary>What a visit does of what is owed about the client it names, kept as the visit is when that changes.</summary>
internal static class VisitSteps
{
    /// <summary>What came of it; null where the visit names no client and did nothing of what is owed.</summary>
    public static async Task<VisitSupport?> KeepAsync(SupportSchedules schedules, SupportTurn turn, Visit before, Visit after)
    {
        var (was, now) = (ContactMade.Of(before), ContactMade.Of(after));
        if (was != now)
            await schedules.ReconcileAsync(turn, after.Id, now, new[] { was?.ClientId, now?.ClientId }.OfType<Guid>().Distinct());
        if (now is { WithClient: true, InPerson: false } && was != now)
            await TellNotMetAsync(turn, now);
        return after.ClientId is null && turn.Owed.IsEmpty ? null : await SupportAsync(turn, after);
    }

    /// <summary>Whether the client named lets the employer know; nothing is missing where none is named.</summary>
    public static async Task<VisitSupport> SupportAsync(SupportTurn turn, Visit visit) => new(
        turn.Owed, visit.ClientId is not { } clientId || (await turn.Session.Disclosure.HoldingAsync(clientId, visit.EmployerId))?.IsLive == true);

    private static async Task TellNotMetAsync(SupportTurn turn, ContactMade now)
    {
        foreach (var open in (await turn.Session.FollowUps.OpenStepsOfClientAsync(now.ClientId)).Where(step => now.IsFor(step) && !now.Does(step)))
            turn.Owed.LeftOpen(open);
    }
}
