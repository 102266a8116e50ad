namespace EmployerCrm.Core.Employers;

/// <summary>A word that somebody looks for.</summary>
/// <param name="Text">Folded, numbers in digits; a postcode without its space.</param>
/// <param name="IsPrefix">It is still being typed.</param>
public sealed record SearchWord(string Text, bool IsPrefix)
{
    /// <summary>What the word is under Welsh mutations.</summary>
    internal IReadOnlyCollection<string> WelshForms => field ??= WelshMutations.OtherForms(Text);
}

/// <summary>What somebody types to find an employer. What is too long is cut.</summary>
public sealed record SearchText(IReadOnlyList<SearchWord> Words)
{
    private const int Longest = 200;
    private const int MostWords = 8;
    private const int LongestWord = 50;

    public static string Cut(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Length <= Longest ? typed : typed[..Longest];
    }

    public static SearchText Of(string typed)
    {
        var cut = Cut(typed);
        var words = FoldedText.Words(cut).Select(word => word.Length <= LongestWord ? word : word[..LongestWord]).ToList();
        var typing = cut.Length > 0 && !char.IsWhiteSpace(cut[^1]);
        for (var i = words.Count - 2; i >= 0; i--)
        {
            if (Places.AreHalves(words[i], words[i + 1]))
            {
                words[i] += words[i + 1];
                words.RemoveAt(i + 1);
            }
        }

        var last = words.Count - 1;
        var found = NumberWords.InDigits(words) is { } inDigits && inDigits.Count == words.Count ? inDigits : words;
        var kept = found.Select((word, index) => new SearchWord(word, typing && index == last)).ToList();
        // What only joins words finds nothing, unless it is all there is or the beginning of another word.
        var telling = kept.FindAll(word => word.IsPrefix || !(EmployerKeys.IsJoining(word.Text) || EmployerKeys.IsLegalEnding(word.Text)));
        return new SearchText([.. (telling.Count > 0 ? telling : kept).Take(MostWords)]);
    }
}
