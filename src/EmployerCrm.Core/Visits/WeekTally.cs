namespace EmployerCrm.Core.Visits;

/// <summary>
/// A specialist's employer contacts in one week, or what one contact adds to them. A derived fact, kept up to date in every turn and proved equal to
/// the visits by `rebuild`. Both ways of counting are kept, so that <see cref="Fidelity.FidelityOptions.DecisionMakerOnly"/> can change at any time.
/// </summary>
public sealed record WeekTally
{
    public static readonly WeekTally None = new();

    /// <summary>Contacts in person that have happened, whether they count or not.</summary>
    public int InPerson { get; init; }

    /// <summary>Contacts on any channel that have happened.</summary>
    public int All { get; init; }

    /// <summary>Contacts that count towards the week (item 17) as their fields stand.</summary>
    public int Counted { get; init; }

    /// <summary>Contacts of which an assumed field decides whether they count; some of them are among those counted.</summary>
    public int ToConfirm { get; init; }

    /// <summary>How many of those counted were made for one client.</summary>
    public int ClientSpecific { get; init; }

    /// <summary>As <see cref="Counted"/>, where only decision-makers do.</summary>
    public int DecisionMakers { get; init; }

    public int DecisionMakersToConfirm { get; init; }

    public int DecisionMakersClientSpecific { get; init; }

    public static WeekTally operator +(WeekTally one, WeekTally other) => one.Plus(other, 1);

    public static WeekTally operator -(WeekTally one, WeekTally other) => one.Plus(other, -1);

    public static WeekTally Of(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        if (visit.State != VisitState.Held)
            return None;
        if (visit.Channel != Channel.InPerson)
            return new WeekTally { All = 1 };
        var (anybody, deciders) = (CountStanding.Of(visit, decisionMakerOnly: false), CountStanding.Of(visit, decisionMakerOnly: true));
        return new WeekTally
        {
            InPerson = 1,
            All = 1,
            Counted = One(anybody.Counts),
            ToConfirm = One(anybody.ToConfirm),
            ClientSpecific = One(anybody.Counts && visit.Facts.ClientSpecific),
            DecisionMakers = One(deciders.Counts),
            DecisionMakersToConfirm = One(deciders.ToConfirm),
            DecisionMakersClientSpecific = One(deciders.Counts && visit.Facts.ClientSpecific),
        };
    }

    private WeekTally Plus(WeekTally other, int times) => new()
    {
        InPerson = InPerson + (times * other.InPerson),
        All = All + (times * other.All),
        Counted = Counted + (times * other.Counted),
        ToConfirm = ToConfirm + (times * other.ToConfirm),
        ClientSpecific = ClientSpecific + (times * other.ClientSpecific),
        DecisionMakers = DecisionMakers + (times * other.DecisionMakers),
        DecisionMakersToConfirm = DecisionMakersToConfirm + (times * other.DecisionMakersToConfirm),
        DecisionMakersClientSpecific = DecisionMakersClientSpecific + (times * other.DecisionMakersClientSpecific),
    };

    private static int One(bool yes) => yes ? 1 : 0;
}
