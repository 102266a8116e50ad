using EmployerCrm.Core.Fidelity;

namespace EmployerCrm.Core.Visits;

/// <summary>
/// Whether a contact counts towards the specialist's week (fidelity item 17): held, in person, somebody was reached, and for a person looking for
/// work. The same employer twice counts twice.
/// </summary>
/// <param name="Counts">As the fields stand, assumed ones included.</param>
/// <param name="ToConfirm">An assumed field decides it: nobody is named who was reached, or the purpose is only assumed to be in-work support.</param>
public readonly record struct CountStanding(bool Counts, bool ToConfirm)
{
    public static CountStanding Of(Visit visit, FidelityOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Of(visit, options.DecisionMakerOnly);
    }

    internal static CountStanding Of(Visit visit, bool decisionMakerOnly)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (visit is not { State: VisitState.Held, Channel: Channel.InPerson, Facts: var facts })
            return default;
        var reachedAssumed = facts.IsAssumed(VisitFields.Reached);
        var reached = facts.Reached == Reached.DecisionMaker || (facts.Reached == Reached.OtherStaff && !decisionMakerOnly);
        // A person who is named was reached; whether they decide is another matter.
        var reachedSurely = reached && (!reachedAssumed || (visit.ContactId is not null && !decisionMakerOnly));
        // Another purpose is only ever assumed where no client with a job there is involved, and then none of the others is in-work support.
        var forWork = facts.Purpose is not (Purpose.InWorkSupport or Purpose.Adjustments);
        var might = (reached || reachedAssumed) && (forWork || facts.IsAssumed(VisitFields.Purpose));
        return new CountStanding(reached && forWork, might && !(reachedSurely && forWork));
    }
}
