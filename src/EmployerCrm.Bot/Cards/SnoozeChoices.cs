using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Bot.Cards;

/// <summary>The days to which one thing can be put off, in place of its buttons.</summary>
internal static class SnoozeChoices
{
    public const string Until = "until";

    /// <summary>The choices, a field for another day, and the way back.</summary>
    /// <param name="data">What a button carries, made anew for each.</param>
    /// <param name="others">The way back, and what else can be done with it.</param>
    public static IEnumerable<JsonNode> Of(DateOnly today, Func<JsonObject> data, params JsonNode[] others)
    {
        var monday = Weeks.StartOf(today).AddDays(7);
        yield return CardParts.Sentence(Texts.Get("SnoozeUntil"));
        yield return CardParts.Actions(
            To(Texts.Get("SnoozeTomorrow"), data(), today.AddDays(1)),
            To($"{Texts.Get("SnoozeMonday")} ({DayText.Short(monday, today)})", data(), monday),
            To(Texts.Get("SnoozeWeek"), data(), today.AddDays(7)));
        yield return Fields.Date(Until, Texts.Get("SnoozeOther"), null, Texts.Get("ErrorDateNeeded"));
        yield return CardParts.Actions([CardParts.Button(Texts.Get("SnoozeThis"), Verbs.Snooze, data(), withInputs: true), .. others]);
    }

    private static JsonObject To(string title, JsonObject data, DateOnly until)
    {
        data[Until] = until.ToString("O", CultureInfo.InvariantCulture);
        return CardParts.Button(title, Verbs.Snooze, data);
    }
}
