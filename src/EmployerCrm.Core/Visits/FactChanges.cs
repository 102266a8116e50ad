using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Visits;

/// <summary>What a person states or confirms of a contact, in one tap.</summary>
public sealed record SetFacts
{
    public required Guid VisitId { get; init; }

    /// <summary>The version the person saw.</summary>
    public required int ExpectedVersion { get; init; }

    public StatedFacts Stated { get; init; } = StatedFacts.Nothing;

    /// <summary>Assumed fields that are right as they stand.</summary>
    public VisitFields Confirmed { get; init; }

    /// <summary>Whether it says only what nobody has said yet. What is said of a client is not told apart from another client's, and never fits later.</summary>
    internal bool Fits(VisitFacts now)
    {
        var said = Stated.Fields | Confirmed;
        return (said & (VisitFields.ClientPresent | VisitFields.ClientSpecific)) == VisitFields.None && (now.Assumed & said) == said;
    }
}

/// <summary>Purpose, who was reached and the client, changed or confirmed on a visit that is recorded.</summary>
public sealed class FactChanges(ICrmStore store, LondonClock clock, Ids ids, FidelityOptions fidelity, SupportSchedules schedules)
{
    /// <summary>Saves what was stated; it is no longer assumed then, and the week's count follows.</summary>
    public Task<Outcome<VisitLogged>> SetAsync(Actor actor, SetFacts facts, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(facts);
        var change = new VisitChange(actor, facts.VisitId, facts.ExpectedVersion, "visit-facts-stated", clock.Now, ids.New(), ids.New(), schedules)
        {
            StillFits = (_, now) => Task.FromResult(facts.Fits(now.Facts)),
        };
        return store.WriteAsync(
            session => VisitChanges.SaveAsync(
                session,
                change,
                fidelity,
                before => Task.FromResult<Outcome<Visit>>(before with { Facts = before.Facts.With(facts.Stated, facts.Confirmed) })),
            also,
            cancellationToken);
    }
}
