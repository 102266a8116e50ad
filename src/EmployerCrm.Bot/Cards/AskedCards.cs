using System.Text.Json.Nodes;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>Answers to questions about what is stored. No notes.</summary>
internal static class AskedCards
{
    private const int MostLines = 12;
    private const int LongestTitle = 100;

    public static JsonObject Day(DayShown shown) => CardParts.Card(
        Texts.Get("AskedDayTitle"),
        [
            CardParts.Title(CardParts.Capitalised(DayText.WithDistance(shown.Day, shown.Today))),
            CardParts.Section(Texts.Get("AskedDayVisits")),
            .. Lines(shown.Visits, Visit, Texts.Get("AskedDayNoVisits")),
            CardParts.Section(Texts.Get("AskedDayDue")),
            .. Lines(shown.Due, owed => Owed(owed, shown.Today), Texts.Get("AskedDayNothingDue")),
        ]);

    public static JsonObject NotSeen(IReadOnlyList<NotSeenLately> employers, DateOnly since, DateOnly today) => CardParts.Card(
        Texts.Get("AskedNotSeenTitle"),
        [
            CardParts.Title(Texts.Get("AskedNotSeenTitle")),
            CardParts.Sentence(Texts.Get("AskedNotSeenSince", DayText.Short(since, today)), subtle: true),
            .. Lines(
                employers, employer => $"{CardParts.Shortened(employer.EmployerName, CardParts.LongestName)} · {Texts.Get("LastOn", DayText.WithDistance(employer.LastOn, today))}",
                Texts.Get("AskedNotSeenNone")),
        ]);

    public static JsonObject OwedFor(string client, IReadOnlyList<FollowUpSummary> owed, DateOnly today) => CardParts.Card(
        Texts.Get("AskedOwedTitle"),
        [
            CardParts.Title(Texts.Get("AskedOwedTitle")),
            CardParts.Fact(Texts.Get("Client"), client),
            .. Lines(owed, item => Owed(item, today), Texts.Get("OwedHereNothing")),
        ]);

    private static string Visit(VisitSummary visit)
    {
        var time = visit.At is { } at ? DayText.Time(at) + " " : "";
        var client = visit.ClientReference is { } reference ? " · " + reference : "";
        var state = Texts.Get(visit.State == VisitState.Held ? "AskedHeld" : "AskedPlanned", Texts.What(visit.Channel));
        return $"{time}{CardParts.Shortened(visit.EmployerName, CardParts.LongestName)} · {state}{client}";
    }

    private static string Owed(FollowUpSummary owed, DateOnly today)
    {
        var employer = owed.EmployerName is { } name ? " · " + CardParts.Shortened(name, CardParts.LongestName) : "";
        var due = owed.DueOn is { } day ? DayText.WithDistance(day, today) : Texts.Get("NoDate");
        return $"{CardParts.Shortened(CardParts.Owed(owed.Title), LongestTitle)}{employer} · {due}";
    }

    private static IEnumerable<JsonNode> Lines<T>(IReadOnlyList<T> items, Func<T, string> line, string none)
    {
        if (items.Count == 0)
            yield return CardParts.Sentence(none, subtle: true);
        foreach (var item in items.Take(MostLines))
            yield return CardParts.Plain("• " + line(item));
        if (items.Count > MostLines)
            yield return CardParts.Sentence(Texts.Count("DueMore", items.Count - MostLines), subtle: true);
    }
}
