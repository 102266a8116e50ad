namespace EmployerCrm.Core.People;

/// <summary>Somebody who joins the service.</summary>
public sealed record AddPerson
{
    /// <summary>As Entra ID has it; kept in lower case when it is a GUID, as chat brings it.</summary>
    public required string ObjectId { get; init; }

    public required string Name { get; init; }

    public required Guid TeamId { get; init; }

    public Role Role { get; init; } = Role.Specialist;

    /// <summary>In-person employer contacts a week.</summary>
    public int WeeklyTarget { get; init; } = PersonRules.UsualTarget;
}

/// <summary>What is to be changed of a person; what is null stays.</summary>
public sealed record ChangePerson
{
    public required Guid Id { get; init; }

    /// <summary>The version the admin saw; null where none was seen, as on the command line.</summary>
    public int? ExpectedVersion { get; init; }

    public string? ObjectId { get; init; }

    public string? Name { get; init; }

    public Role? Role { get; init; }

    public int? WeeklyTarget { get; init; }

    /// <summary>Somebody who had left is back, in the team they were in.</summary>
    public bool IsBack { get; init; }
}

internal static class PersonRules
{
    /// <summary>The best score of fidelity item 17 (R).</summary>
    public const int UsualTarget = 6;

    private const int HighestTarget = 40;
    private const int LongestObjectId = 100;

    /// <summary>An object id as chat and sign-in bring it.</summary>
    public static string ObjectId(string text) => Guid.TryParse(text.Trim(), out var id) ? id.ToString() : text.Trim();

    public static Refusal? Check(Specialist person) =>
        person.Name.Length == 0 ? new Refusal(RefusalReason.NameMissing)
        : person.Name.Length > Limits.Name ? new Refusal(RefusalReason.TextTooLong)
        : person.ObjectId.Length is 0 or > LongestObjectId || person.ObjectId.Any(char.IsWhiteSpace) ? new Refusal(RefusalReason.ObjectIdUnlikely)
        : person.WeeklyTarget is < 0 or > HighestTarget ? new Refusal(RefusalReason.TargetUnlikely)
        : null;
}
