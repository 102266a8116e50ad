using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>A message that is nothing but an answer: yes, no, a number, a day. It means something only to the question that its author was asked last.</summary>
/// <param name="Yes">True for yes, false for no.</param>
/// <param name="Number">A choice by its place, from 1; <see cref="Last"/> for "the last one".</param>
/// <param name="Day">The day a weekday or date stands for; a number alone is no day.</param>
public sealed record BareAnswer(bool? Yes, int? Number, DateOnly? Day)
{
    /// <summary>"the last one", whichever number that is.</summary>
    public const int Last = -1;

    private const int Longest = 60;

    private static readonly HashSet<string> YesWords = Keys(
        "yes|y|yep|yeah|yea|yup|ya|aye|yes please|yes pls|yes thanks|please do|ok|okay|k|kk|sure|correct|right|thats right|that is right|thats correct|it is|it was|it did|it happened|i did|we did|go on|go ahead|do it|do|add it|log it|save it|definitely|of course|absolutely|happened|went ahead|" +
        "ie|ia|iawn|do|oes|ydw|ydy|cywir|os gwelwch yn dda|yes it did|yes it was|yes i did|yes that one|yes thats it|yes thats right|thats it|thats the one|perfect|great|spot on|👍");

    private static readonly HashSet<string> NoWords = Keys(
        "no|n|nope|nah|na|naa|no thanks|no thank you|no ta|not now|not today|not yet|no its not|no it isnt|no it wasnt|it wasnt|it didnt|no it didnt|didnt happen|i didnt|dont|do not|never|none|wrong|incorrect|thats wrong|not that one|no not that|skip|leave it|nage|naddo|nac oes|dim diolch|dim|👎");

    private static readonly HashSet<string> Around = new("number no option item choice answer the one please pls thanks its it is that i mean meant think ta just rhif yr un y".Split(' '), StringComparer.Ordinal);

    private static readonly Dictionary<string, int> Welsh = new(StringComparer.Ordinal)
    {
        ["un"] = 1, ["dau"] = 2, ["dwy"] = 2, ["tri"] = 3, ["tair"] = 3, ["pedwar"] = 4, ["pedair"] = 4, ["pump"] = 5, ["pum"] = 5, ["chwech"] = 6, ["chwe"] = 6, ["saith"] = 7, ["wyth"] = 8, ["naw"] = 9, ["deg"] = 10,
        ["cyntaf"] = 1, ["gyntaf"] = 1, ["ail"] = 2, ["trydydd"] = 3, ["drydydd"] = 3,
    };

    private static readonly Dictionary<string, DayOfWeek> WelshDays = new(StringComparer.Ordinal)
    {
        ["llun"] = DayOfWeek.Monday, ["mawrth"] = DayOfWeek.Tuesday, ["mercher"] = DayOfWeek.Wednesday, ["iau"] = DayOfWeek.Thursday, ["gwener"] = DayOfWeek.Friday, ["sadwrn"] = DayOfWeek.Saturday, ["sul"] = DayOfWeek.Sunday,
    };

    /// <summary>The answer, or null when the text is anything else as well.</summary>
    /// <param name="isAhead">Whether an open weekday is the next one, else the last.</param>
    public static BareAnswer? Read(string text, DateOnly today, bool isAhead)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
            return null;
        var words = FoldedText.Words(text);
        var yes = YesNo(text, words);
        if (yes is not null)
            return new BareAnswer(yes, null, null);
        if (PlaceOf(words) is { } number)
            return new BareAnswer(null, number, null);
        return DayOf(text, words, today, isAhead ? Direction.Forward : Direction.Backward) is { } day ? new BareAnswer(null, null, day) : null;
    }

    private static bool? YesNo(string text, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
            return text.Trim() switch { "👍" => true, "👎" => false, _ => null };
        var key = string.Join(' ', words);
        if (YesWords.Contains(key))
            return true;
        return NoWords.Contains(key) ? false : null;
    }

    /// <summary>"2", "two", "no. 2", "the second one", "yr un cyntaf".</summary>
    private static int? PlaceOf(IReadOnlyList<string> words)
    {
        if (words is ["the", "last"] or ["last"] or ["last", "one"] or ["the", "last", "one"] or ["yr", "olaf"])
            return Last;
        var telling = words.Where(word => !Around.Contains(word)).ToList();
        if (telling.Count == 0)
            return words is [.., "one"] && words.Count <= 2 ? 1 : words is ["un"] or ["yr", "un"] ? 1 : null;
        if (telling.Count > 1)
            return null;
        var word = telling[0];
        return (NumberWords.Cardinal(word) ?? (Welsh.TryGetValue(word, out var welsh) ? welsh : NumberWords.Ordinal(word) is { } place && (words.Contains("one") || !char.IsAsciiDigit(word[0])) ? place : null)) is > 0 and < 100 and { } number ? number : null;
    }

    private static DateOnly? DayOf(string text, IReadOnlyList<string> words, DateOnly today, Direction direction)
    {
        if (words.Where(word => word is not ("dydd" or "ddydd" or "nos")).ToList() is [var only])
        {
            if (WelshDays.TryGetValue(only, out var weekday) && (words.Count > 1 || only is not "mawrth"))
                return DateRules.Weekday(today, weekday, direction);
            if (only is "heddiw" or "yfory" or "ddoe" or "echdoe")
                return today.AddDays(only switch { "yfory" => 1, "ddoe" => -1, "echdoe" => -2, _ => 0 });
        }
        var tokens = Tokenizer.Split(text);
        if (new DateGrammar(new Cursor(tokens)).Find() is not [{ Sense: not DateSense.Vague } span])
            return null;
        var others = tokens.Where((token, index) => token.IsWord && (index < span.First || index >= span.End));
        return others.All(token => Lexicon.Fillers.Contains(token.Word) || token.Word is "it" or "its" or "was" or "is" or "on" or "that" or "this" or "i" or "meant" or "mean" or "sorry" or "for" or "the" or "by" or "no" or "yes" or "to" or "make")
            ? span.On(today, direction) : null;
    }

    private static HashSet<string> Keys(string texts) => new(texts.Split('|').Select(FoldedText.Key), StringComparer.Ordinal);
}
