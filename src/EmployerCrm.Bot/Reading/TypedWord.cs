using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>A token as names are compared with it, worked out once a line: in digits, alone and run together with the next.</summary>
internal readonly record struct TypedWord(string Word, int Taken, string Typed, string? Next, bool IsWord, bool Known, bool MayStandInside)
{
    public LetterSet Letters { get; } = LetterSet.Of(Word);

    /// <summary>Whether it makes the name when run together with the next word.</summary>
    public bool MakesWithNext(string name) =>
        Next is not null && name.Length == Typed.Length + Next.Length && name.StartsWith(Typed, StringComparison.Ordinal) && name.EndsWith(Next, StringComparison.Ordinal);

    public static TypedWord[] Of(List<Token> tokens)
    {
        var typed = new TypedWord[tokens.Count];
        for (var i = 0; i < typed.Length; i++)
        {
            var token = tokens[i];
            var next = i + 1 < tokens.Count && tokens[i + 1].IsWord ? tokens[i + 1].Word : null;
            var word = token.Word;
            var taken = 1;
            if (next is not null && NumberWords.IsTens(word) && NumberWords.InDigits([word, next]) is [var pair])
                (word, taken) = (pair, 2);
            else if (Spelt(tokens, i) is { } spelt)
                (word, taken) = (spelt, spelt.Length);
            else if (token.IsWord)
                word = NumberWords.InDigits(word.Replace("-", "", StringComparison.Ordinal));
            var inside = token.Word is "and" or "the" or "of" or "-" or "/" or "." or "'" or "ltd" or "limited" or "plc" or "llp" || (!token.IsWord && token.Glued && token.Break == Break.None);
            typed[i] = new TypedWord(word, taken, token.Word, next is null || !token.IsWord ? null : token.Word.Length == 1 ? NumberWords.InDigits(next) : next, token.IsWord, token.IsWord && Lexicon.IsKnown(word), inside);
        }
        return typed;
    }

    /// <summary>Three letters or more, said one by one: "d p d".</summary>
    private static string? Spelt(List<Token> tokens, int i)
    {
        if (i > 0 && IsLetter(tokens[i - 1]))
            return null;
        var end = i;
        while (end < tokens.Count && IsLetter(tokens[end]))
            end++;
        return end - i < 3 ? null : string.Concat(tokens.Skip(i).Take(end - i).Select(token => token.Word));
    }

    private static bool IsLetter(Token token) => token is { IsWord: true, Word.Length: 1, IsNumber: false };

    public static bool IsJoining(string word) => word is "and" or "of" or "the" or "y" or "in" or "at" or "on" or "for";
}
