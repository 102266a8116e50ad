namespace EmployerCrm.Bot.Reading;

/// <summary>Dictated "comma", "full stop" and "new line" become marks where they stand as marks; "a new line of cards" stays words.</summary>
internal static class SpokenMarks
{
    /// <summary>Replaces them in place; whether anything was replaced.</summary>
    public static bool Replace(List<Token> tokens)
    {
        var replaced = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Part != Part.None || MarkAt(tokens, i) is not { } mark)
                continue;
            var last = tokens[i + mark.Words - 1];
            tokens[i] = new Token { Start = tokens[i].Start, End = last.End, Raw = tokens[i].Raw, Word = mark.Word, Stem = mark.Word, IsWord = false, Glued = false, Break = mark.Break };
            tokens.RemoveRange(i + 1, mark.Words - 1);
            replaced = true;
        }
        return replaced;
    }

    private static (int Words, string Word, Break Break)? MarkAt(List<Token> tokens, int i)
    {
        var next = i + 1 < tokens.Count && tokens[i + 1].IsWord && tokens[i + 1].Part == Part.None ? tokens[i + 1].Word : "";
        (int, string, Break)? mark = (tokens[i].Word, next) switch
        {
            ("comma", _) => (1, ",", Break.Clause),
            ("semicolon", _) => (1, ",", Break.Clause),
            ("full", "stop") => (2, ".", Break.Sentence),
            ("fullstop", _) => (1, ".", Break.Sentence),
            ("new", "line") or ("new", "paragraph") => (2, "\n", Break.Sentence),
            ("newline", _) => (1, "\n", Break.Sentence),
            ("question", "mark") or ("exclamation", "mark") => (2, ".", Break.Sentence),
            _ => null,
        };
        return mark is null || !tokens[i].IsWord || IsOrdinarySpeech(tokens, i, mark.Value.Item1) ? null : mark;
    }

    /// <summary>Behind "a", "their", "another" or before "of" it is a thing that is spoken about.</summary>
    private static bool IsOrdinarySpeech(List<Token> tokens, int i, int words)
    {
        var before = i > 0 && tokens[i - 1].IsWord ? tokens[i - 1].Word : "";
        var after = i + words < tokens.Count ? tokens[i + words].Word : "";
        if (before is "one" && i > 1 && tokens[i - 2].IsWord && (Core.Employers.NumberWords.Cardinal(tokens[i - 2].Word) is not null || tokens[i - 2].Word.Length == 1))
            return false;
        return before is "a" or "an" or "the" or "their" or "our" or "another" or "this" or "that" or "his" or "her" or "its" or "my" or "one" or "brand" or "came" or "some" or "no" or "any" or "whole" or "each" or "every" or "exciting" or "opening"
            || after is "of" or "manager" or "managers" or "operator" or "operators";
    }
}
