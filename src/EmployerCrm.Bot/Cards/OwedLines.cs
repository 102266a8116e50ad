using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Bot.Cards;

/// <summary>What is owed about a client, a line each, before their support ends.</summary>
internal static class OwedLines
{
    private const int MostShown = 8;

    public static IEnumerable<string> Of(IReadOnlyList<FollowUpSummary> open, DateOnly today) => open.Take(MostShown)
        .Select(owed => $"• {CardParts.Owed(owed.Title)}{(owed.DueOn is { } due ? ", " + DayText.Short(due, today) : "")}");
}
