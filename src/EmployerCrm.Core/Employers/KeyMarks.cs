namespace EmployerCrm.Core.Employers;

/// <summary>
/// What kind of thing a look-up key comes from. A key of the employer's name has no mark, so that chat lines are read by names alone; every other key begins with
/// a letter and a colon, which no folded word holds. A key is the mark and then, for
/// <list type="bullet">
/// <item><see cref="TradingName"/>, <see cref="Contact"/> and <see cref="Town"/>: the forms of <see cref="EmployerKeys.ForName"/> (words, words less a letter, neighbours
/// run together, initials). "t:otley", "t:otly", "c:okafor". A town has its whole folded name besides: "t:burley in wharfedale";</item>
/// <item><see cref="Postcode"/>: area, district and the whole, without a space: "p:ls", "p:ls21", "p:ls213ab";</item>
/// <item><see cref="CompanyNumber"/>: all eight characters: "n:sc123456";</item>
/// <item><see cref="Tag"/>: the whole folded tag: "g:living wage".</item>
/// </list>
/// What is typed as far as "ls2" or "otl" is the range from the marked key up to <see cref="EndOfRange"/>.
/// </summary>
public static class KeyMarks
{
    public const string TradingName = "a:";
    public const string Town = "t:";
    public const string Postcode = "p:";
    public const string CompanyNumber = "n:";
    public const string Tag = "g:";
    public const string Contact = "c:";

    private const int LongestKey = 60;

    /// <summary>The keys with the mark, those that fit.</summary>
    public static IReadOnlyCollection<string> Marked(string mark, IEnumerable<string> keys) => [.. keys.Select(key => mark + key).Where(key => key.Length <= LongestKey)];

    /// <summary>The keys to look up for words as they were typed, already folded, among one kind.</summary>
    public static IReadOnlyCollection<string> ForQuery(string mark, IEnumerable<string> foldedWords) => Marked(mark, EmployerKeys.ForQuery(foldedWords));

    /// <summary>The keys of a town, as stored.</summary>
    public static IReadOnlyCollection<string> ForTown(string town) => Marked(Town, EmployerKeys.ForName(town).Append(FoldedText.Key(town)).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>The one key of a tag, as stored and as looked up; none for one without a letter.</summary>
    public static IReadOnlyCollection<string> ForTag(string tag) => FoldedText.Key(tag) is { Length: > 0 } key ? Marked(Tag, [key]) : [];

    /// <summary>The keys of a postcode in its written form, as stored.</summary>
    public static IReadOnlyCollection<string> ForPostcode(string postcode)
    {
        var parts = FoldedText.Words(postcode);
        if (parts.Count == 0)
            return [];
        var area = string.Concat(parts[0].TakeWhile(char.IsAsciiLetter));
        return Marked(Postcode, new[] { area, parts[0], string.Concat(parts) }.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The key after the last that begins with this one, for a range: <c>[key] &gt;= @From and [key] &lt; @End</c>.</summary>
    public static string EndOfRange(string key) => key + '\uFFFF';
}
