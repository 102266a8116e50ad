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
        CardParts.Button(Label(employer), Verbs.ShowEmployer, new JsonObject { ["employer"] = employer.Id.ToString() });

    public static string Label(DirectoryEmployer employer)
    {
        var name = CardParts.Shortened(employer.Name, CardParts.LongestName);
        return employer.Town.Length == 0 ? name : $"{name} ({employer.Town})";
    }

    private static string Why(LineReading reading, int choices) =>
        reading.Ambiguous.Count > 0 ? Texts.Get("WhichEmployerSeveral")
        : reading.NewEmployer is { } name ? Texts.Get("WhichEmployerUnknown", name) + " " + Texts.Get(choices > 0 ? "ClosestNames" : "LogToAdd")
        : Texts.Get("WhichEmployerNone") + " " + Texts.Get(choices > 0 ? "ClosestNames" : "LogToAdd");
}
