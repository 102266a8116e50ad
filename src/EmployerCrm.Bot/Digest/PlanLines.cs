using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Digest;

/// <summary>Planned visits in a list. A client is not named beside them.</summary>
internal static class PlanLines
{
    /// <summary>"14:00: Two Rivers (Visit)"; of another day than today with that day.</summary>
    public static JsonObject Line(VisitSummary plan, DateOnly today) => CardParts.Fact(When(plan, today), $"{Name(plan)} ({Texts.What(plan.Channel)})");

    /// <summary>A button to the plan's own card, which comes as a message of its own.</summary>
    public static JsonObject Beside(VisitSummary plan, DateOnly today, JsonObject data, bool withInputs, string? title = null)
    {
        data["visit"] = plan.Id.ToString();
        return CardParts.Button(title ?? $"{Name(plan)}, {DayText.Short(plan.On, today)}", Verbs.ShowBeside, data, withInputs);
    }

    public static string Name(VisitSummary plan) => CardParts.Shortened(plan.EmployerName, CardParts.LongestName);

    private static string When(VisitSummary plan, DateOnly today) => (plan.On == today, plan.At) switch
    {
        (true, { } at) => DayText.Time(at),
        (true, null) => CardParts.Capitalised(Texts.Get("Today")),
        (false, { } at) => $"{DayText.Short(plan.On, today)}, {DayText.Time(at)}",
        _ => DayText.Short(plan.On, today),
    };
}
