using EmployerCrm.Core.Fidelity;

namespace EmployerCrm.Core.Visits;

/// <summary>How a week stands: "4 of 6, 1 to confirm".</summary>
/// <param name="WeekStart">The Monday.</param>
/// <param name="InPerson">Contacts in person that count (<see cref="CountStanding"/>), those still to confirm included.</param>
/// <param name="All">Contacts on any channel that have happened.</param>
/// <param name="Target">What the person aims for in person.</param>
public sealed record WeekProgress(DateOnly WeekStart, int InPerson, int All, int Target)
{
    /// <summary>Contacts in person of which an assumed field decides whether they count.</summary>
    public int ToConfirm { get; init; }

    /// <summary>How many of those in person were made for one client.</summary>
    public int ClientSpecific { get; init; }

    /// <summary>How many of those in person were made for no client in particular.</summary>
    public int General => InPerson - ClientSpecific;

    internal static WeekProgress Of(DateOnly weekStart, WeekTally tally, int target, FidelityOptions fidelity) => fidelity.DecisionMakerOnly
        ? new WeekProgress(weekStart, tally.DecisionMakers, tally.All, target) { ToConfirm = tally.DecisionMakersToConfirm, ClientSpecific = tally.DecisionMakersClientSpecific }
        : new WeekProgress(weekStart, tally.Counted, tally.All, target) { ToConfirm = tally.ToConfirm, ClientSpecific = tally.ClientSpecific };
}
