namespace EmployerCrm.Core.Privacy;

/// <summary>What is known of the record whose text is checked. Nothing known is a fair answer: then more is asked.</summary>
public sealed record GuardSurroundings
{
    public static readonly GuardSurroundings None = new();

    /// <summary>The client that the record is about, by its reference.</summary>
    public string? Client { get; init; }

    /// <summary>People at the employer and colleagues: their names may stand anywhere.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>The employer's name and town: words of these are no names of clients.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}
