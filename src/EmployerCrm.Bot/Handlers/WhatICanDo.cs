using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Handlers;

/// <summary>One thing that can be typed: what it is for, an example line, and words that people use when they want it.</summary>
internal sealed record Ability(string Name)
{
    public string Title => Texts.Get("Help" + Name);

    public string Example => Texts.Get("Help" + Name + "Example");

    public IReadOnlyList<string> Words => [.. FoldedText.Words(Texts.Get("Words" + Name))];
}

/// <summary>Everything that can be typed, and what comes closest to a line that was not understood.</summary>
internal static class WhatICanDo
{
    private const string Reference = "reference";

    /// <summary>What people need most comes first: it is offered where nothing else fits.</summary>
    public static IReadOnlyList<Ability> All { get; } =
        [new("Log"), new("Due"), new("Week"), new("Plan"), new("Employer"), new("Done"), new("JobStart"), new("Reminder"), new("Planned"), new("Client"), new("Adjustments"), new("Undo"), new("Near"), new("NewEmployer"), new("Openings"), new("Settings")];

    /// <summary>The three abilities that share most with the words of the line, slips allowed; the same line always gives the same three.</summary>
    public static IReadOnlyList<Ability> Closest(string text)
    {
        var typed = FoldedText.Words(text).Select(word => IsReference(word) ? Reference : word).Distinct(StringComparer.Ordinal).ToList();
        return [.. All.OrderByDescending(ability => Score(typed, ability.Words)).Take(3)];
    }

    /// <summary>Two letters and two digits, as clients are referred to.</summary>
    private static bool IsReference(string word) =>
        word.Length == 4 && char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(word[1]) && char.IsAsciiDigit(word[2]) && char.IsAsciiDigit(word[3]);

    private static int Score(IReadOnlyList<string> typed, IReadOnlyList<string> known) => typed.Sum(word => known.Max(wanted => Likeness(word, wanted)));

    private static int Likeness(string typed, string known) =>
        typed == known ? 4
        : known.Length >= 4 && Slips.Within(typed, known, 1) ? 3
        : known.Length >= 9 && Slips.Within(typed, known, 2) ? 2
        : Math.Min(typed.Length, known.Length) >= 4 && (typed.StartsWith(known, StringComparison.Ordinal) || known.StartsWith(typed, StringComparison.Ordinal)) ? 2
        : 0;
}
