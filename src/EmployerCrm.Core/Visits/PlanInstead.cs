using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Visits;

/// <summary>A visit that was logged, but is still to come.</summary>
public sealed record PlanVisitInstead
{
    public required Guid VisitId { get; init; }

    /// <summary>The version the person saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day in London on which it will be.</summary>
    public required DateOnly On { get; init; }

    public TimeOnly? At { get; init; }
}

/// <summary>A line whose words did not tell whether it has happened was logged: "not yet" makes it a planned visit, counted no more.</summary>
public sealed class PlanInstead(ICrmStore store, LondonClock clock, Ids ids, FidelityOptions fidelity, SupportSchedules schedules)
{
    public Task<Outcome<VisitLogged>> PlanAsync(
        Actor actor, PlanVisitInstead plan, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(plan);
        var change = new VisitChange(actor, plan.VisitId, plan.ExpectedVersion, "visit-planned-instead", clock.Now, ids.New(), ids.New(), schedules);
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(change.Now));
        return store.WriteAsync(
            session => VisitChanges.SaveAsync(session, change, fidelity, held => Task.FromResult(Planned(held, plan, today))), also, cancellationToken);
    }

    private static Outcome<Visit> Planned(Visit held, PlanVisitInstead plan, DateOnly today)
    {
        if (held.State == VisitState.Cancelled)
            return RefusalReason.NotPlanned;
        return VisitRules.CheckDay(VisitState.Planned, plan.On, today) is { } refusal ? refusal : held with { State = VisitState.Planned, On = plan.On, At = plan.At };
    }
}
