using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>A token as names are compared with it, worked out once a line: in digits, alone and run together with the next.</summary>
internal readonly record struct TypedWord(string Word, int Taken, string? JoinedWithNext, bool IsWord, bool Known, bool MayStandInside)
{
    public static TypedWord[] Of(IReadOnlyList<Token> tokens)
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
            typed[i] = new TypedWord(word, taken, next is null || !token.IsWord ? null : token.Word.Length == 1 ? token.Word + NumberWords.InDigits(next) : token.Word + next, token.IsWord, token.IsWord && Lexicon.IsKnown(word), inside);
        }
        return typed;
    }

    /// <summary>Three letters or more, said one by one: "d p d".</summary>
    private static string? Spelt(IReadOnlyList<Token> tokens, int i)
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
