using System.Globalization;

namespace EmployerCrm.Bot;

/// <summary>
/// How who reads wants it written: of a turn the person who wrote, of a proactive message its recipient. Work that runs beside has its own.
/// </summary>
internal static class ReaderLanguage
{
    private static readonly AsyncLocal<Spoken?> Here = new();

    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo Welsh { get; } = CultureInfo.GetCultureInfo("cy-GB");

    /// <summary>English where nobody has said otherwise.</summary>
    public static CultureInfo Culture => Here.Value?.Culture ?? English;

    public static bool IsWelsh => Culture == Welsh;

    /// <summary>Whether who reads wants to see how many of the week's contacts are made.</summary>
    public static bool CountOnCards => Here.Value?.CountOnCards ?? true;

    /// <summary>The culture of "en", "en-GB", "cy", …; null for another.</summary>
    public static CultureInfo? Of(string? name) => name switch
    {
        "en" or "en-GB" => English,
        "cy" or "cy-GB" => Welsh,
        _ => null,
    };

    /// <summary>From here on, in this flow of control and in what it starts, until what is returned is disposed of.</summary>
    public static IDisposable Speak(CultureInfo culture, bool countOnCards = true)
    {
        var before = Here.Value;
        Here.Value = new Spoken { Culture = culture, CountOnCards = countOnCards };
        return new Until(before);
    }

    /// <summary>The same for the flow of control that <see cref="Speak"/> began, its beginning included: who reads was found out only later.</summary>
    public static void Change(CultureInfo culture, bool countOnCards)
    {
        if (Here.Value is { } spoken)
            (spoken.Culture, spoken.CountOnCards) = (culture, countOnCards);
        else
            Here.Value = new Spoken { Culture = culture, CountOnCards = countOnCards };
    }

    private sealed class Spoken
    {
        public required CultureInfo Culture { get; set; }

        public required bool CountOnCards { get; set; }
    }

    private sealed class Until(Spoken? before) : IDisposable
    {
        public void Dispose() => Here.Value = before;
    }
}
