namespace EmployerCrm.Core.Clients;

/// <summary>
/// What an issued reference looks like: two letters and two digits, drawn at random, so that it says nothing about anybody. No letter is one that
/// is taken for a digit or for another letter (B 8, D O Q 0, G 6, I L 1, S 5, U V, Z 2), no digit is 0 or 1, and no pair of letters is one that
/// people write before a number for another reason: an area of the post, or a word.
/// </summary>
public static class ClientReferences
{
    public const string Letters = "ACEFHJKMNPRTVWXY";
    public const string Digits = "23456789";

    // Areas of the post as far as the letters above can spell them; the list is the Royal Mail's and does not grow with use.
    private const string PostcodeAreas =
        "CA CF CH CM CR CT CV CW EC EH EN EX FK FY HA HP HR HX JE KA KT KW KY ME MK NE NN NP NR NW PA PE PH PR RH RM TA TF TN TR TW WA WC WF WN WR WV YO";

    // "at 24", "AM 24", "HR 24", and XX, which stands for any letters.
    private const string Words = "AC AH AM AN AT AX AY FT HE HM KM MA MC MM MP MR MW MY NY PC PM PT RE TV WE XX YA YE";

    private static readonly HashSet<string> Avoided = [.. PostcodeAreas.Split(' '), .. Words.Split(' ')];

    private static readonly string[] All =
    [
        .. from first in Letters
           from second in Letters
           where !Avoided.Contains($"{first}{second}")
           from tens in Digits
           from ones in Digits
           select $"{first}{second}{tens}{ones}",
    ];

    /// <summary>How many references there are for all teams together.</summary>
    public static int Count => All.Length;

    /// <summary>
    /// Every reference in the order in which to try them: first those that are more than one slip away from each of <paramref name="others"/>, and
    /// when there is no room left, the rest.
    /// </summary>
    /// <param name="others">References of the team that are in use or were until lately.</param>
    public static IEnumerable<string> Candidates(Random random, IReadOnlyCollection<string> others)
    {
        ArgumentNullException.ThrowIfNull(random);
        var shuffled = All.ToArray();
        random.Shuffle(shuffled);
        return shuffled.Where(IsApart).Concat(shuffled.Where(reference => !IsApart(reference)));

        bool IsApart(string reference) => !others.Any(other => AreOneSlipApart(reference, other));
    }

    /// <summary>Whether one reference is the other with at most one character wrong, missing or too many, or two neighbours swapped.</summary>
    public static bool AreOneSlipApart(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Length > other.Length)
            (one, other) = (other, one);
        var start = 0;
        while (start < one.Length && one[start] == other[start])
            start++;
        var left = one.AsSpan(start);
        var right = other.AsSpan(start);
        return (other.Length - one.Length) switch
        {
            0 => left.Length < 2 || left[1..].SequenceEqual(right[1..]) || (left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..])),
            1 => left.SequenceEqual(right[1..]),
            _ => false,
        };
    }
}
