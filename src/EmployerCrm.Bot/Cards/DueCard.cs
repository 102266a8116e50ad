using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Bot.Cards;

/// <summary>What a person owes, in buckets; each item has Done and Snooze, which change this card in place.</summary>
internal static class DueCard
{
    /// <summary>Longer titles are cut on the card, so that ten items stay inside the size Teams takes.</summary>
    private const int LongestTitle = 80;
    private const int LongestEmployer = 45;

    /// <summary>The same where the choices of a snooze take their room.</summary>
    private const int LongestTitleBeside = 64;
    private const int LongestEmployerBeside = 36;
    private const int LongestTooltip = 25;

    /// <summary>The list as it is now.</summary>
    /// <param name="receipt">What was just done, with the step that takes it back.</param>
    /// <param name="snoozing">The item whose days to snooze to are shown.</param>
    public static JsonObject Build(DueListShown list, DueReceipt? receipt = null, Guid? snoozing = null, string? problem = null) => CardParts.Card(
        Texts.Get("DueTitle"),
        [
            CardParts.Title(Texts.Get("DueTitle")),
            receipt is null ? null : Receipt(receipt, list),
            problem is null ? null : CardParts.Problem(problem),
            .. list.Items.Count == 0 ? [CardParts.Sentence(Nothing(list.Scope))] : Buckets(list, snoozing),
            .. Pager.Of(list.Page, Verbs.ShowDue, from => Place(list.Scope, from)),
        ]);

    private static IEnumerable<JsonNode> Buckets(DueListShown list, Guid? snoozing)
    {
        var numbered = list.Items.Select((item, index) => (Item: item, Number: list.Page.From + index + 1));
        foreach (var bucket in numbered.GroupBy(entry => DueBuckets.Of(entry.Item.DueOn, list.Today)))
        {
            var heading = CardParts.Sentence(string.Create(CultureInfo.InvariantCulture, $"{Texts.Get("Bucket" + bucket.Key)} ({list.Buckets[bucket.Key]})"));
            heading["weight"] = "bolder";
            heading["separator"] = true;
            heading["style"] = "heading";
            heading["size"] = "default";
            if (bucket.Key == DueBucket.Overdue)
                heading["color"] = "attention";
            yield return heading;
            foreach (var (item, number) in bucket)
                yield return Item(item, number, list, snoozing);
        }
    }

    private static JsonObject Item(FollowUpSummary item, int number, DueListShown list, Guid? snoozing)
    {
        var text = new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["inlines"] = new JsonArray(
            [
                CardParts.Run(string.Create(CultureInfo.InvariantCulture, $"{number}. {CardParts.Shortened(CardParts.Owed(item.Title), snoozing is null ? LongestTitle : LongestTitleBeside)}"), bold: true),
                .. Whose(item, snoozing is null ? LongestEmployer : LongestEmployerBeside) is { } whose ? new JsonNode[] { CardParts.Run(whose) } : [],
                CardParts.Run(item.DueOn is { } due ? " · " + DayText.WithDistance(due, list.Today) + (item.DueAt is { } at ? ", " + DayText.Time(at) : "") : "", subtle: true),
            ]),
        };
        return CardParts.Group(
        [
            text,
            .. item.Id == snoozing
                ? SnoozeChoices.Of(list.Today, () => Data(item, list), CardParts.Button(Texts.Get("Cancel"), Verbs.ShowDue, Place(list.Scope, list.Page.From)),
                    CardParts.Button(Texts.Get("DueMore"), Verbs.ShowHistory, new JsonObject { ["id"] = item.Id.ToString() }))
                : [CardParts.Actions(ItemButtons(item, list, alone: snoozing is null))],
        ]);
    }

    private static string? Whose(FollowUpSummary item, int longest) =>
        (item.ClientReference is { } client ? " · " + client : "") + (item.EmployerName is { } employer ? " · " + CardParts.Shortened(employer, longest) : "") is { Length: > 0 } whose ? whose : null;

    // Beside the choices of a snooze there is no room left for what tells the other buttons apart; alone there are no fields to keep out of a press.
    private static JsonNode[] ItemButtons(FollowUpSummary item, DueListShown list, bool alone) =>
    [
        CardParts.Button(Texts.Get("Done"), Verbs.Done, Data(item, list), withInputs: alone, tooltip: alone ? Tooltip("Done", item) : null),
        CardParts.Button(Texts.Get("Snooze"), Verbs.AskSnooze, Data(item, list), withInputs: alone, tooltip: alone ? Tooltip("Snooze", item) : null),
    ];

    private static string Tooltip(string action, FollowUpSummary item) => $"{Texts.Get(action)}: {CardParts.Shortened(item.Title, LongestTooltip)}";

    private static JsonObject Receipt(DueReceipt receipt, DueListShown list) => CardParts.Group(
        CardParts.Plain(receipt.Text, subtle: true),
        receipt.UndoId is { } step
            ? CardParts.Actions(
            [
                CardParts.Button(Texts.Get("Undo"), Verbs.UndoDue, With("step", step, list)),
                .. receipt.Log is { } log
                    ? new JsonNode[]
                    {
                        CardParts.Button(
                            Texts.Get("AndLogIt", Texts.What(log.Channel).ToLower(Texts.Culture)), Verbs.LogFollowUp,
                            new JsonObject { ["followUp"] = log.FollowUpId.ToString(), ["visit"] = log.VisitId.ToString() }),
                    }
                    : [],
            ])
            : null);

    private static JsonObject Data(FollowUpSummary item, DueListShown list) => With("id", item.Id, list);

    private static JsonObject With(string name, Guid id, DueListShown list)
    {
        var data = Place(list.Scope, list.Page.From);
        data[name] = id.ToString();
        return data;
    }

    /// <summary>Where in the list the button stands, so that the card comes back to it.</summary>
    private static JsonObject Place(DueScope scope, int from)
    {
        var data = new JsonObject { ["scope"] = scope.ToString() };
        return from == 0 ? data : Pager.From(data, from);
    }

    private static string Nothing(DueScope scope) => Texts.Get("DueNothing" + (scope == DueScope.All ? "" : scope.ToString()));
}

/// <summary>A follow-up that was a contact when it was done.</summary>
/// <param name="VisitId">The key of the contact once it is logged.</param>
internal sealed record LogOffer(Guid FollowUpId, Guid VisitId, Core.Visits.Channel Channel);

/// <summary>One line on what was just done in a list.</summary>
internal sealed record DueReceipt(string Text, Guid? UndoId)
{
    /// <summary>The contact that doing it was, to be logged in one tap.</summary>
    public LogOffer? Log { get; init; }

    public static DueReceipt Done(FollowUpChanged outcome, Guid? actorId, LogOffer? log = null) =>
        new(DoneText(outcome, actorId), outcome.UndoId) { Log = outcome.Changed ? log : null };

    public static DueReceipt Snoozed(FollowUpChanged outcome, Guid? actorId) => outcome.Changed
        ? new(Texts.Get("SnoozedReceipt", Named(outcome.Item), DayText.WithDistance(outcome.Item.DueOn!.Value, outcome.List.Today)), outcome.UndoId)
        : new(DoneText(outcome, actorId), null);

    public static DueReceipt Undone(string title, string? employerName) => new(Texts.Get("UndoneReceipt", Named(CardParts.OwedInside(title), employerName)), null);

    private static string DoneText(FollowUpChanged outcome, Guid? actorId)
    {
        var item = outcome.Item;
        if (outcome.Changed)
            return Texts.Get("DoneReceipt", Named(item));
        var when = DayText.Moment(item.DoneAt!.Value);
        if (item.State == FollowUpState.Cancelled)
            return Texts.Get("CancelledAlreadyBy", Named(item), item.DoneByName, when);
        return item.DoneById == actorId
            ? Texts.Get("DoneAlreadyByYou", Named(item), when)
            : Texts.Get("DoneAlreadyBy", Named(item), item.DoneByName, when);
    }

    private static string Named(FollowUpSummary item)
    {
        var title = CardParts.OwedInside(item.Title);
        return Named(item.ClientReference is { } client ? $"{title} · {client}" : title, item.EmployerName);
    }

    private static string Named(string title, string? employerName) => employerName is null ? title : Texts.Get("OwedTo", title, employerName);
}
