using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Cards.Support;

/// <summary>One thing that is owed with what happened to it, to be given to a colleague or written beside; and everything of one person, to be given at once.</summary>
internal static class FollowUpCards
{
    public const string To = "to";
    public const string Comment = "comment";

    private const int MostEntries = 12;
    private const int MostItems = 12;
    private const int MostColleagues = 40;

    /// <summary>What happened to it. Beside a client's reference it says who wrote and when, never what.</summary>
    public static JsonObject History(FollowUpHistory history, IReadOnlyList<Specialist> team, DateOnly today, string? problem = null)
    {
        var item = history.Item;
        var colleagues = team.Where(person => person.Id != item.OwnerId).Take(MostColleagues).Select(person => (person.Name, person.Id.ToString())).ToList();
        var isOpen = item.State == FollowUpState.Open;
        return CardParts.Card(
            Texts.Get("HistoryTitle"),
            [
                CardParts.Title(Texts.Get("HistoryTitle")),
                CardParts.Plain(CardParts.Capitalised(item.Title), bold: true),
                item.ClientReference is { } client ? CardParts.Fact(Texts.Get("Client"), client) : null,
                item.EmployerName is { } employer ? CardParts.Fact(Texts.Get("FieldEmployer"), employer) : null,
                CardParts.Fact(Texts.Get("HistoryOwner"), item.OwnerName),
                item.DueOn is { } due ? CardParts.Fact(Texts.Get("HistoryDue"), DayText.WithDistance(due, today)) : null,
                isOpen ? null : CardParts.Sentence(Texts.Get("HistoryState" + item.State)),
                problem is null ? null : CardParts.Problem(problem),
                CardParts.Section(Texts.Get("HistorySoFar")),
                .. history.Entries.Count == 0 ? [CardParts.Sentence(Texts.Get("HistoryNothing"), subtle: true)] : history.Entries.TakeLast(MostEntries).SelectMany(entry => Entry(entry, item)),
                isOpen && colleagues.Count > 0 ? Fields.Choice(To, Texts.Get("GiveTo"), colleagues, null) : null,
                Fields.Text(Comment, Texts.Get("CommentField"), null, Limits.Notes, multiline: true),
                CardParts.Actions(
                [
                    .. isOpen && colleagues.Count > 0 ? new JsonNode[] { CardParts.Button(Texts.Get("Give"), Verbs.Give, Data(item), withInputs: true) } : [],
                    CardParts.Button(Texts.Get("CommentWrite"), Verbs.Comment, Data(item), withInputs: true),
                    CardParts.Button(Texts.Get("HistoryToList"), Verbs.ShowDue),
                ]),
            ]);
    }

    /// <summary>That something was given, or everything that somebody owed.</summary>
    public static JsonObject Given(FollowUpsGiven given, string? title) => CardParts.Card(
        Texts.Get("GivenTitle"),
        CardParts.Title(Texts.Get("GivenTitle")),
        CardParts.Plain(given.Count == 1 && title is not null ? Texts.Get("GivenOne", CardParts.Capitalised(title), given.ToName) : Texts.Get(given.Count == 1 ? "GivenAllOne" : "GivenAllMany", given.Count, given.ToName)),
        given.UndoId is { } step ? CardParts.Actions(CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() })) : null);

    /// <summary>What would go over, before it does.</summary>
    public static JsonObject Preview(HandOverShown shown)
    {
        var title = Texts.Get("HandOverTitle");
        var data = new JsonObject { ["person"] = shown.From.Id.ToString(), [To] = shown.To.Id.ToString() };
        if (shown.DueBy is { } by)
            data["until"] = by.ToString("O", CultureInfo.InvariantCulture);
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(shown.Items.Count == 0
                    ? Texts.Get("HandOverNothing", shown.From.Name)
                    : Texts.Get("HandOverText", shown.Items.Count, shown.From.Name, shown.To.Name, shown.DueBy is { } day ? Texts.Get("HandOverDue", DayText.Short(day, shown.Today)) : "")),
                .. shown.Items.Take(MostItems).Select(item => CardParts.Plain(Line(item, shown.Today))),
                shown.Items.Count > MostItems ? CardParts.Sentence(Texts.Get("OwedMore", shown.Items.Count - MostItems), subtle: true) : null,
                shown.Items.Count == 0 ? null : CardParts.Actions(CardParts.Button(Texts.Get("HandOverYes", CardParts.Shortened(shown.To.Name, CardParts.LongestName)), Verbs.GiveAll, data, style: "positive")),
            ]);
    }

    /// <summary>"• Meet before the job starts · JS12, Fri 27 Nov".</summary>
    public static string Line(FollowUpSummary item, DateOnly today)
    {
        string?[] about = [CardParts.Shortened(CardParts.Capitalised(item.Title), CardParts.LongestName), item.ClientReference, item.EmployerName is { } name ? CardParts.Shortened(name, CardParts.LongestName) : null];
        return $"• {string.Join(" · ", about.OfType<string>())}{(item.DueOn is { } due ? ", " + DayText.Short(due, today) : "")}";
    }

    private static JsonObject Data(FollowUpSummary item) => new() { ["id"] = item.Id.ToString() };

    private static IEnumerable<JsonNode> Entry(HistoryEntry entry, FollowUpSummary item)
    {
        var by = entry.ByName ?? Texts.Get("HistoryService");
        yield return CardParts.Plain($"• {DayText.Moment(entry.At)} · {by}: {What(entry, item)}");
        if (entry.Text is { } text && item.ClientReference is null)
            yield return CardParts.Plain(text, subtle: true);
    }

    private static string What(HistoryEntry entry, FollowUpSummary item) => entry.Action switch
    {
        "comment" => Texts.Get(item.ClientReference is null ? "HistoryWrote" : "HistoryWroteOfClient"),
        "follow-up-done" => Texts.Get("HistoryDone"),
        "follow-up-snoozed" => Texts.Get("HistorySnoozed"),
        "follow-up-given" => Texts.Get("HistoryGiven"),
        "follow-up-undone" => Texts.Get("HistoryUndone"),
        "reminder-added" => Texts.Get("HistoryAdded"),
        _ => Texts.Get("HistoryChanged"),
    };
}
