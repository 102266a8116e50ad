using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Core;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Bot.Digest;

/// <summary>How much of a digest is shown, and what was just done on it.</summary>
/// <param name="UserId">For whom the card renews itself when it is opened; null for nobody.</param>
internal sealed record DigestView(string? UserId)
{
    /// <summary>Where the page of the whole list begins; null for as much as fits one screen.</summary>
    public int? From { get; init; }

    public DueReceipt? Receipt { get; init; }

    /// <summary>The item whose days to snooze to are shown.</summary>
    public Guid? Snoozing { get; init; }

    public string? Problem { get; init; }
}

/// <summary>What a person owes this morning: one screen of a phone, each item with Done and Snooze, which change this card in place; the rest is counted.</summary>
internal static class DigestCard
{
    /// <summary>What its buttons carry, so that what they do comes back as this card.</summary>
    public const string Mark = "digest";

    /// <summary>So many fit one screen of a phone, and so many beside the plans of the day.</summary>
    private const int MostItems = 5;
    private const int MostBesidePlans = 3;
    private const int MostPlans = 3;
    private const int MostUnanswered = 2;
    private const int ItemsOnPage = 6;

    /// <summary>Longer titles are cut on the card, so that its items stay inside the size Teams takes.</summary>
    private const int LongestTitle = 80;
    private const int LongestTooltip = 25;

    public static JsonObject Build(DigestContents contents, DigestView view)
    {
        var title = TitleOf(contents);
        var items = Shown(contents, view);
        var card = CardParts.Card(
            title,
            [
                CardParts.Title($"{DayText.Short(contents.Day, contents.Day)} · {title}"),
                view.Receipt is null ? null : Receipt(view.Receipt),
                view.Problem is null ? null : CardParts.Problem(view.Problem),
                contents.Week is { } week ? WeekCard.Count(week, contents.Day) : null,
                contents.Week is { } progress ? CardParts.Progress(progress.InPerson, progress.Target) : null,
                contents.IsEmpty ? CardParts.Sentence(Texts.Get("DigestAllClear")) : null,
                .. Covered(contents, items.Count),
                .. Buckets(contents, items, view),
                .. view.From is { } from ? Pager.Of(ListPage.At(from, ItemsOnPage, contents.Items.Count), Verbs.ShowDigest, _ => Data(null)) : [],
                .. view.From is null ? Plans(contents) : [],
                .. view.From is null ? Unanswered(contents) : [],
                CardParts.Actions(Footer(contents, items.Count, view)),
            ]);
        return Refreshing.When(card, view.UserId, Verbs.ShowDigest, Data(null));
    }

    /// <summary>"3 things due today": all that a lock screen shows.</summary>
    public static string TitleOf(DigestContents contents) =>
        contents.Items.Count > 0 ? Texts.Count("DigestDue", contents.Items.Count)
        : contents.IsEmpty ? Texts.Get("DueNothingToday")
        : Texts.Get("DigestYourDay");

    /// <summary>A page of all; or one screen, on which what is long overdue does not push away what is due today.</summary>
    private static List<(DigestItem Item, int Number)> Shown(DigestContents contents, DigestView view)
    {
        var numbered = contents.Items.Select((item, index) => (Item: item, Number: index + 1)).ToList();
        if (view.From is { } from)
            return [.. ListPage.At(from, ItemsOnPage, numbered.Count).Of(numbered)];
        var overdue = numbered.FindAll(entry => DueBuckets.Of(entry.Item.FollowUp.DueOn, contents.Day) == DueBucket.Overdue);
        var others = numbered.Count - overdue.Count;
        var most = contents.Plans.Count + contents.Unanswered.Count == 0 ? MostItems : MostBesidePlans;
        var mostOverdue = Math.Max(most / 2, most - others);
        return WithCovered([.. overdue.Take(mostOverdue).Concat(numbered.Skip(overdue.Count)).Take(most)], numbered);
    }

    /// <summary>Whoever covers sees at once that they do, however much of their own is older.</summary>
    private static List<(DigestItem Item, int Number)> WithCovered(List<(DigestItem Item, int Number)> shown, List<(DigestItem Item, int Number)> all)
    {
        if (!shown.Exists(entry => entry.Item.ForName is not null) && all.FindIndex(entry => entry.Item.ForName is not null) is >= 0 and var first)
            shown[shown.FindLastIndex(entry => entry.Number < all[first].Number) is >= 0 and var before ? before : ^1] = all[first];
        return shown;
    }

    /// <summary>How much of it is for whom, where not all of it is on the screen.</summary>
    private static IEnumerable<JsonNode> Covered(DigestContents contents, int shown) => shown == contents.Items.Count ? [] :
        contents.Items.Where(item => item.ForName is not null).CountBy(item => item.ForName!)
            .Select(entry => CardParts.Sentence(string.Create(Texts.Culture, $"{entry.Value} {Texts.Get("DigestFor", CardParts.Shortened(entry.Key, CardParts.LongestName))}")));

    private static IEnumerable<JsonNode> Buckets(DigestContents contents, List<(DigestItem Item, int Number)> shown, DigestView view)
    {
        var counts = contents.Buckets;
        foreach (var bucket in shown.GroupBy(entry => DueBuckets.Of(entry.Item.FollowUp.DueOn, contents.Day)))
        {
            var heading = CardParts.Section(string.Create(CultureInfo.InvariantCulture, $"{Texts.Get("Bucket" + bucket.Key)} ({counts[bucket.Key]})"));
            if (bucket.Key == DueBucket.Overdue)
                heading["color"] = "attention";
            yield return heading;
            foreach (var (item, number) in bucket)
                yield return Item(item, number, contents.Day, view);
        }
    }

    private static JsonObject Item(DigestItem item, int number, DateOnly day, DigestView view)
    {
        var owed = item.FollowUp;
        var text = new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["inlines"] = new JsonArray(
            [
                CardParts.Run(string.Create(CultureInfo.InvariantCulture, $"{number}. {CardParts.Shortened(CardParts.Capitalised(owed.Title), LongestTitle)}"), bold: true),
                .. About(owed) is { Length: > 0 } about ? new JsonNode[] { CardParts.Run(about) } : [],
                .. When(owed, day) is { Length: > 0 } when ? new JsonNode[] { CardParts.Run(" · " + when, subtle: true) } : [],
                .. item.ForName is { } name ? new JsonNode[] { CardParts.Run(" · " + Texts.Get("DigestFor", CardParts.Shortened(name, CardParts.LongestName))) } : [],
            ]),
        };
        return CardParts.Group(
        [
            text,
            .. owed.Id == view.Snoozing
                ? SnoozeChoices.Of(day, () => Data(view.From, owed.Id), CardParts.Button(Texts.Get("Cancel"), Verbs.ShowDigest, Data(view.From)))
                : [CardParts.Actions(Buttons(owed, view))],
        ]);
    }

    private static string About(FollowUpSummary owed) =>
        (owed.ClientReference is { } client ? " · " + client : "") + (owed.EmployerName is { } employer ? " · " + CardParts.Shortened(employer, CardParts.LongestName) : "");

    /// <summary>What is due today needs no day beside it.</summary>
    private static string When(FollowUpSummary owed, DateOnly day)
    {
        var due = owed.DueOn == day ? "" : DayText.WithDistance(owed.DueOn!.Value, day);
        return owed.DueAt is { } at ? (due.Length == 0 ? "" : due + ", ") + DayText.Time(at) : due;
    }

    private static IEnumerable<JsonNode> Buttons(FollowUpSummary owed, DigestView view)
    {
        // Beside the choices of a snooze a press keeps out of their field.
        var alone = view.Snoozing is null;
        yield return CardParts.Button(Texts.Get("Done"), Verbs.Done, Data(view.From, owed.Id), withInputs: alone, tooltip: alone ? Tooltip("Done", owed) : null);
        yield return CardParts.Button(Texts.Get("Snooze"), Verbs.AskSnooze, Data(view.From, owed.Id), withInputs: alone, tooltip: alone ? Tooltip("Snooze", owed) : null);
        if (owed.EmployerId is { } employer && alone)
        {
            var data = Data(view.From);
            data["employer"] = employer.ToString();
            yield return CardParts.Button(Texts.Get("DigestLogVisit"), Verbs.LogBeside, data, withInputs: true, tooltip: Tooltip("DigestLogVisit", owed));
        }
    }

    private static string Tooltip(string action, FollowUpSummary item) => $"{Texts.Get(action)}: {CardParts.Shortened(item.Title, LongestTooltip)}";

    private static IEnumerable<JsonNode> Plans(DigestContents contents)
    {
        if (contents.Plans.Count == 0)
            yield break;
        yield return CardParts.Section(Texts.Get("DigestPlanned"));
        foreach (var plan in contents.Plans.Take(MostPlans))
            yield return PlanLines.Line(plan, contents.Day);
        if (contents.Plans.Count > MostPlans)
            yield return CardParts.Sentence(Texts.Count("DigestMore", contents.Plans.Count - MostPlans), subtle: true);
    }

    private static IEnumerable<JsonNode> Unanswered(DigestContents contents)
    {
        if (contents.Unanswered.Count == 0)
            yield break;
        yield return CardParts.Section(Texts.Get("WeekOverdue"));
        yield return CardParts.Actions(contents.Unanswered.Take(MostUnanswered).Select(plan => PlanLines.Beside(plan, contents.Day, Data(null), withInputs: false)));
        if (contents.Unanswered.Count > MostUnanswered)
            yield return CardParts.Sentence(Texts.Count("DigestMore", contents.Unanswered.Count - MostUnanswered), subtle: true);
    }

    private static IEnumerable<JsonNode> Footer(DigestContents contents, int shown, DigestView view)
    {
        if (view.From is not null)
            yield return CardParts.Button(Texts.Get("DigestShowLess"), Verbs.ShowDigest, Data(null));
        else if (shown < contents.Items.Count)
            yield return CardParts.Button(Texts.Get("DigestShowAll", contents.Items.Count), Verbs.ShowDigest, Data(0));
        yield return CardParts.Button(Texts.Get("DigestLogAny"), Verbs.LogBeside, Data(view.From));
    }

    private static JsonObject Receipt(DueReceipt receipt) => CardParts.Group(
        CardParts.Plain(receipt.Text, subtle: true),
        receipt.UndoId is { } step
            ? CardParts.Actions(
            [
                CardParts.Button(Texts.Get("Undo"), Verbs.UndoDue, With(Data(null), "step", step)),
                .. receipt.Log is { } log
                    ? new JsonNode[]
                    {
                        CardParts.Button(
                            Texts.Get("AndLogIt", Texts.What(log.Channel).ToLower(Texts.Culture)), Verbs.LogFollowUp, With(With(Data(null), "followUp", log.FollowUpId), "visit", log.VisitId)),
                    }
                    : [],
            ])
            : null);

    private static JsonObject Data(int? from, Guid? id = null)
    {
        var data = new JsonObject { [CardMarks.Name] = Mark };
        if (from is { } place)
            Pager.From(data, place);
        return id is { } item ? With(data, "id", item) : data;
    }

    private static JsonObject With(JsonObject data, string name, Guid id)
    {
        data[name] = id.ToString();
        return data;
    }
}
