using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>"erm", "so yeah", "ok so" before a line begin nothing and are not read. One ordinary word alone stays: "Well" may be a pharmacy.</summary>
internal static class Hesitations
{
    private static readonly HashSet<string> Pure = new("erm er um umm uh uhh uhm hmm mm mmm ah err eh".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Ordinary = new("so yeah right ok okay like basically well anyway actually alright".Split(' '), StringComparer.Ordinal);

    /// <summary>The text from its first word that says something; all of it where none does.</summary>
    public static string Without(string text)
    {
        var (at, start, said) = (0, 0, 0);
        while (at < text.Length)
        {
            var end = at;
            while (end < text.Length && FoldedText.IsWordCharacter(text, end, out var width))
                end += width;
            if (end == at)
            {
                if (!char.IsWhiteSpace(text[at]) && text[at] is not (',' or '.' or '…'))
                    break;
                at++;
                continue;
            }
            var word = FoldedText.Word(text.AsSpan(at, end - at));
            if (!Pure.Contains(word) && !Ordinary.Contains(word))
                break;
            said++;
            if (said > 1 || Pure.Contains(word))
                start = end;
            at = end;
        }
        if (start == 0)
            return text;
        var rest = text[start..].TrimStart(' ', ',', '.', '…', '\t');
        return rest.Length == 0 ? text : rest;
    }
}
