namespace EmployerCrm.Core.Employers;

/// <summary>Initial mutations of Welsh: Bangor is "ym Mangor" and "i Fangor", Caerdydd "yng Nghaerdydd" and "i Gaerdydd".</summary>
public static class WelshMutations
{
    private const int Shortest = 4;

    private static readonly (string Radical, string[] Mutated)[] Rows =
    [
        ("c", ["g", "ngh", "ch"]), ("p", ["b", "mh", "ph"]), ("t", ["d", "nh", "th"]), ("g", ["ng", ""]), ("b", ["f", "m"]), ("d", ["dd", "n"]), ("ll", ["l"]), ("m", ["f"]), ("rh", ["r"]),
    ];

    /// <summary>Other forms of a folded word: what it may be a mutation of, and how it may be mutated.</summary>
    public static IReadOnlyCollection<string> OtherForms(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length < Shortest || !char.IsAsciiLetter(word[0]))
            return [];
        var forms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (radical, mutated) in Rows)
        {
            if (word.StartsWith(radical, StringComparison.Ordinal))
                forms.UnionWith(mutated.Select(start => start + word[radical.Length..]));
            forms.UnionWith(mutated.Where(start => word.StartsWith(start, StringComparison.Ordinal)).Select(start => radical + word[start.Length..]));
        }

        forms.Remove(word);
        return forms;
    }
}
