using System.Text;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Store.Employers;

/// <summary>Names in the form that columns hold for sorting and finding.</summary>
internal static class FoldedColumns
{
    /// <summary>Folding may lengthen a text ("&amp;" becomes "and"); what is beyond the column's width tells no two names apart.</summary>
    private const int Width = 300;

    public static string Key(string text)
    {
        var key = FoldedText.Key(text);
        return key.Length <= Width ? key : WellFormed(key[..Width]) ? key[..Width] : key[..(Width - 1)];
    }

    public static string? KeyOrNull(string? text) => text is null ? null : Key(text);

    /// <summary>The look-up keys of an employer. A slip may cut a letter outside the basic plane in two; such halves cannot be stored and find nothing.</summary>
    public static IReadOnlyList<string> Keys(EmployerKeySource source) => [.. source.Keys().Where(WellFormed)];

    private static bool WellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return false;
        }

        return true;
    }
}
