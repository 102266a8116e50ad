using System.Globalization;
using EmployerCrm.Core.Audit;

namespace EmployerCrm.Core.Privacy;

/// <summary>What a person answered when the guard asked.</summary>
public enum GuardChoice
{
    /// <summary>Take out what was found.</summary>
    Removed,

    /// <summary>Keep it, it is not about a person.</summary>
    Kept,

    /// <summary>The person wrote something else.</summary>
    Edited,
}

/// <summary>How many hits of each kind a text has; never the words.</summary>
public sealed record GuardCounts
{
    public static readonly GuardCounts None = new();

    private readonly int[] _counts = new int[Enum.GetValues<GuardKind>().Length];

    public bool IsNone => _counts.All(count => count == 0);

    public static GuardCounts Of(IEnumerable<GuardHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        var counts = new GuardCounts();
        foreach (var hit in hits)
            counts._counts[(int)hit.Kind]++;
        return counts;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static GuardCounts? Parse(string? text)
    {
        var counts = new GuardCounts();
        foreach (var part in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(':') is not [var name, var number] || !Enum.TryParse<GuardKind>(name, out var kind) || !Enum.IsDefined(kind)
                || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                return null;
            counts._counts[(int)kind] = count;
        }

        return counts;
    }

    /// <summary>Whether there is at least as much of everything as in the other.</summary>
    public bool Covers(GuardCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _counts.Zip(other._counts).All(pair => pair.First >= pair.Second);
    }

    /// <summary>"Health:1 Name:2".</summary>
    public override string ToString() =>
        string.Join(' ', Enum.GetValues<GuardKind>().Where(kind => _counts[(int)kind] > 0).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind}:{_counts[(int)kind]}")));

    public bool Equals(GuardCounts? other) => other is not null && _counts.AsSpan().SequenceEqual(other._counts);

    public override int GetHashCode() => _counts.Aggregate(0, HashCode.Combine);
}

/// <summary>A person's answer, with what it was given to: an answer to one health word does not let two through, nor a name.</summary>
/// <param name="Found">What had been found when the question was put.</param>
/// <param name="WordsVersion">The word lists it was found with.</param>
public sealed record GuardDecision(GuardChoice Choice, GuardCounts Found, string WordsVersion)
{
    /// <summary>What an entry of the audit holds of an answer, where there was a question.</summary>
    internal static IReadOnlyList<AuditValue> Values(GuardDecision? decision, Guid auditId) => decision is null ? [] : [decision.ToAudit(auditId)];

    /// <summary>The answer for the audit of the record: kinds and counts, no word of the text.</summary>
    public AuditValue ToAudit(Guid auditId) => new()
    {
        AuditId = auditId, Field = "free-text-guard", NewValue = $"{Choice} {Found} (words {WordsVersion})",
    };
}
