using System.Globalization;

namespace EmployerCrm.EndToEnd.Tests.Scenes.Week;

/// <summary>What a contact must hold; what is null is not compared, but for the client, of whom there must then be none.</summary>
internal sealed record WantedContact
{
    public required string Employer { get; init; }

    public required DateOnly On { get; init; }

    public string? Time { get; init; }

    public required string Channel { get; init; }

    public bool Planned { get; init; }

    public string? Contact { get; init; }

    /// <summary>Null for a planned contact.</summary>
    public string? Reached { get; init; }

    public required string Purpose { get; init; }

    public string? Client { get; init; }

    public bool? Present { get; init; }

    /// <summary>Words that must stand in the notes.</summary>
    public string? Notes { get; init; }

    /// <summary>Words that must stand in the next step.</summary>
    public string? Next { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>What one tap on the card can put right, or has to confirm: the purpose, who was reached, whether the client was there.</summary>
    public IEnumerable<string> ChipsFor(StoredContact stored)
    {
        if (Reached is { } reached && (stored.Reached != reached || (stored.ReachedAssumed && Channel == "InPerson")))
            yield return ReachedChips[reached];
        if (stored.Purpose != Purpose || (stored.PurposeAssumed && !Planned))
            yield return PurposeChips[Purpose];
        if (Present is { } present && stored.Present != present)
            yield return present ? "Yes" : "No";
    }

    /// <summary>What is wrong with the record that no chip puts right.</summary>
    public IEnumerable<string> Wrong(StoredContact stored)
    {
        (string Field, bool Right, string? Stored)[] fields =
        [
            ("employer", Same(Employer, stored.Employer), stored.Employer),
            ("day", On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == stored.On, stored.On),
            ("time", Time == stored.Time, stored.Time),
            ("channel", Channel == stored.Channel, stored.Channel),
            ("planned", Planned == stored.Planned, $"{stored.Planned}"),
            ("contact", Contact is null || Same(Contact, stored.Contact), stored.Contact),
            ("client", Client == stored.Client, stored.Client),
            ("notes", Holds(stored.Notes, Notes), stored.Notes),
            ("next", Holds(stored.Next, Next), stored.Next),
            ("due", Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == stored.Due || (Next is null && Due is null), stored.Due),
        ];
        return fields.Where(field => !field.Right).Select(field => $"{field.Field} is '{field.Stored}'");
    }

    private static readonly Dictionary<string, string> PurposeChips = new()
    {
        ["Introduce"] = "Introduce ourselves", ["LearnNeeds"] = "Learn their needs", ["PresentCandidate"] = "Present a candidate",
        ["FollowUp"] = "Follow up", ["InWorkSupport"] = "In-work support", ["Adjustments"] = "Adjustments",
    };

    private static readonly Dictionary<string, string> ReachedChips = new()
    {
        ["DecisionMaker"] = "Decision-maker", ["OtherStaff"] = "Other staff", ["Nobody"] = "Nobody",
    };

    // A new employer's or contact's name is kept as it was typed.
    private static bool Same(string wanted, string? stored) => string.Equals(wanted, stored, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string? stored, string? words) => words is null || stored?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
