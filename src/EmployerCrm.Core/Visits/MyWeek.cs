using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Visits;

/// <summary>A specialist's week: what happened, what is planned, what is owed until Sunday.</summary>
/// <param name="DueThisWeek">Open follow-ups due no later than Sunday, overdue ones included.</param>
public sealed record WeekShown(WeekProgress Progress, DateOnly Today, IReadOnlyList<VisitSummary> Visits, int DueThisWeek)
{
    /// <summary>Planned visits whose day has passed, of any week: nobody has said yet what became of them.</summary>
    public IReadOnlyList<VisitSummary> Overdue { get; init; } = [];
}

public sealed class MyWeek(ICrmStore store, LondonClock clock, FidelityOptions fidelity)
{
    public Task<Outcome<WeekShown>> ShowAsync(Actor actor, Alongside<Outcome<WeekShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(session => ShowAsync(session, actor, today, fidelity), also, cancellationToken);
    }

    private static async Task<Outcome<WeekShown>> ShowAsync(ICrmSession session, Actor actor, DateOnly today, FidelityOptions fidelity)
    {
        if (actor.SpecialistId is not { } id || await session.People.SpecialistAsync(id) is not { } specialist)
            return RefusalReason.NotAllowed;
        var (monday, sunday) = (Weeks.StartOf(today), Weeks.EndOf(today));
        return new WeekShown(
            await VisitTally.ProgressAsync(session, specialist, today, fidelity),
            today,
            await session.Visits.OfSpecialistAsync(id, monday, sunday),
            await session.FollowUps.CountOpenOfOwnerAsync(id, sunday))
        {
            Overdue = await session.Visits.PlannedBeforeAsync(id, today),
        };
    }
}
