using System.Text.Json.Nodes;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Cards;

/// <summary>Which employer was meant by a line that only looks something up; the choice shows it in place of the question.</summary>
internal static class EmployerChoiceCard
{
    /// <summary>Several fit, or none does and the closest names are offered.</summary>
    public static JsonObject Build(LineReading reading, Func<DirectoryEmployer, JsonObject> button)
    {
        var choices = reading.Ambiguous.Count > 0 ? reading.Ambiguous : reading.ClosestEmployers;
        var title = Texts.Get(choices.Count > 0 ? "WhichEmployer" : "NoSuchEmployer");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(Why(reading, choices.Count)),
                .. choices.Select(choice => CardParts.Actions(button(choice))),
            ]);
    }

    /// <summary>A button that shows the employer's card.</summary>
    public static JsonObject ShowButton(DirectoryEmployer employer) =>
        CardParts.Button(Label(employer.Name, employer.Town), Verbs.ShowEmployer, new JsonObject { ["employer"] = employer.Id.ToString() });

    /// <summary>The name with its town, unless the name says the town itself.</summary>
    public static string Label(string name, string? town)
    {
        var shortened = CardParts.Shortened(name, CardParts.LongestName);
        return string.IsNullOrEmpty(town) || name.Contains(town, StringComparison.OrdinalIgnoreCase) ? shortened : $"{shortened} ({town})";
    }

    private static string Why(LineReading reading, int choices) =>
        reading.Ambiguous.Count > 0 ? Texts.Get("WhichEmployerSeveral")
        : reading.NewEmployer is { } name ? Texts.Get("WhichEmployerUnknown", name) + " " + Texts.Get(choices > 0 ? "ClosestNames" : "LogToAdd")
        : Texts.Get("WhichEmployerNone") + " " + Texts.Get(choices > 0 ? "ClosestNames" : "LogToAdd");
}
