namespace EmployerCrm.Bot.Reading;

/// <summary>
/// Looks at the words of a line by index; an empty word stands for the end, for a mark and for what is spoken for by an employer or a client when it is first looked at.
/// </summary>
internal sealed class Cursor(List<Token> tokens)
{
    // Every rule looks at the same few words.
    private readonly string?[] _words = new string?[tokens.Count];

    public int Count => tokens.Count;

    public string this[int index] => (uint)index < (uint)_words.Length ? _words[index] ??= Word(tokens[index]) : "";

    private static string Word(Token token) => token is { IsWord: true, Part: not (Part.Employer or Part.Client) } ? OrDay(token) : "";

    /// <summary>"Thursday's visit": the day.</summary>
    private static string OrDay(Token token) => token.Stem.Length != token.Word.Length && CalendarWords.IsExact(token.Stem) ? token.Stem : token.Word;

    /// <summary>The first word matches each of the given words from here on.</summary>
    public bool Says(int index, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (this[index + i] != words[i])
                return false;
        }
        return true;
    }

    /// <summary>Whether a break, the end, or a token already recognised stands here.</summary>
    public bool IsEdge(int index) => index < 0 || index >= tokens.Count || tokens[index].Break != Break.None || tokens[index].Part != Part.None;

    public Token? Token(int index) => index >= 0 && index < tokens.Count ? tokens[index] : null;
}
