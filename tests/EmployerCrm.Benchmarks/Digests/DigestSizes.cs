using System.Globalization;

namespace EmployerCrm.Benchmarks.Digests;

/// <summary>How large the service is.</summary>
/// <param name="Due">Open follow-ups that are due on the morning, or overdue.</param>
internal sealed record DigestSizes(int People, int FollowUps, int Due)
{
    public const string Usage = "[PEOPLE [FOLLOW-UPS [DUE]]]";

    public static readonly DigestSizes Usual = new(2_500, 600_000, 5_000);

    public DigestSizes Tenth => new(Math.Max(1, People / 10), Math.Max(1, FollowUps / 10), Math.Max(1, Due / 10));

    /// <summary>Null where the words are no numbers.</summary>
    public static DigestSizes? Parse(string[] words)
    {
        var numbers = words.Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        return numbers.Count > 3 || numbers.Contains(0) ? null : new DigestSizes(At(0, Usual.People), At(1, Usual.FollowUps), At(2, Usual.Due));

        int At(int index, int usual) => index < numbers.Count ? numbers[index] : usual;
    }
}
