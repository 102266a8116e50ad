namespace EmployerCrm.Core.Employers;

/// <summary>How like an employer is to what somebody is about to add.</summary>
internal sealed class NameLikeness(string name, TextList tradingNames, string? town, string? postcode, string? companyNumber)
{
    private const double Alike = 0.7;

    /// <summary>At the same address a shared word is enough.</summary>
    private const double AlikeThere = 0.3;

    /// <summary>The keys by which candidates are looked up.</summary>
    public IReadOnlyCollection<string> Keys { get; } = KeysOf(name, tradingNames, postcode, companyNumber);

    /// <summary>How much speaks for its being the same, and what; none where nothing does.</summary>
    public (double Score, Likeness Because) Compare(Employer employer)
    {
        var (score, because) = (0d, Likeness.None);
        if (companyNumber is not null && employer.CompanyNumber == companyNumber)
            (score, because) = (2, Likeness.CompanyNumber);
        var sameTown = town is not null && employer.Town is not null && FoldedText.Key(town) == FoldedText.Key(employer.Town);
        var samePostcode = postcode is not null && employer.Postcode == postcode;
        var theirs = Best([name], [employer.Name]);
        var traded = Best(tradingNames.Prepend(name), employer.TradingNames.Prepend(employer.Name));
        var needed = samePostcode ? AlikeThere : Alike;
        if (theirs >= needed)
            because |= Likeness.Name;
        else if (traded >= needed)
            because |= Likeness.TradingName;
        if (because == Likeness.None)
            return (0, because);
        if (sameTown)
            because |= Likeness.Town;
        if (samePostcode)
            because |= Likeness.Postcode;
        return (score + Math.Max(theirs, traded) + (sameTown ? 0.5 : 0) + (samePostcode ? 1 : 0), because);

        double Best(IEnumerable<string> mine, IEnumerable<string> others) =>
            others.SelectMany(other => mine.Select(own => IsOneWord(own, other) ? 1 : Shared(Telling(own, employer.Town), Telling(other, employer.Town)))).DefaultIfEmpty(0).Max();
    }

    /// <summary>The share of words in common: of the shorter name when the two begin alike ("Tesco", "Tesco Express"), else of the longer.</summary>
    private static double Shared(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
            return 0;
        var common = one.Count(word => other.Any(theirs => IsNearly(word, theirs)));
        return (double)common / (IsNearly(one[0], other[0]) ? Math.Min(one.Count, other.Count) : Math.Max(one.Count, other.Count));
    }

    /// <summary>Whether only the spaces are elsewhere: "Green Acre", "Greenacre".</summary>
    private static bool IsOneWord(string one, string other) => IsNearly(string.Concat(EmployerKeys.NameWords(one)), string.Concat(EmployerKeys.NameWords(other)));

    /// <summary>The telling words of a name, without the town that some write behind it.</summary>
    private IReadOnlyList<string> Telling(string text, string? theirTown)
    {
        var words = EmployerKeys.NameWords(text).Where(word => !EmployerKeys.IsJoining(word)).ToList();
        var places = FoldedText.Words($"{town} {theirTown}");
        var without = words.Where(word => !places.Contains(word, StringComparer.Ordinal)).ToList();
        return without.Count > 0 ? without : words;
    }

    /// <summary>The same word, or one letter wrong, missing, extra or swapped: what the look-up keys take for the same.</summary>
    private static bool IsNearly(string one, string other) => one == other || (one.Length > 3 && other.Length > 3 && EmployerKeys.ForName(one).Intersect(EmployerKeys.ForName(other)).Any());

    private static HashSet<string> KeysOf(string name, TextList tradingNames, string? postcode, string? companyNumber)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var called in tradingNames.Prepend(name))
        {
            var forms = EmployerKeys.ForName(called);
            keys.UnionWith(forms);
            keys.UnionWith(KeyMarks.Marked(KeyMarks.TradingName, forms));
        }

        if (postcode is not null)
            keys.UnionWith(KeyMarks.Marked(KeyMarks.Postcode, [string.Concat(FoldedText.Words(postcode))]));
        if (companyNumber is not null)
            keys.UnionWith(KeyMarks.Marked(KeyMarks.CompanyNumber, [FoldedText.Word(companyNumber)]));
        return keys;
    }
}
