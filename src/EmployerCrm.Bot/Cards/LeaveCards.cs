using System.Text.Json.Nodes;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Cards;

/// <summary>Leave as it was typed or filled in, not saved yet.</summary>
/// <param name="LeaveId">Leave that is there already; null for new one.</param>
internal sealed record LeaveFormValues(Guid? LeaveId, int? Version, DateOnly? From, DateOnly? To, Guid? CoverId);

/// <summary>When a person is away: the list among their settings, the form, and what became of it.</summary>
internal static class LeaveCards
{
    public const string From = "leave.from";
    public const string To = "leave.to";
    public const string Cover = "leave.cover";
    public const string Id = "leave";
    public const string Version = "version";

    private const string Nobody = "-";
    private const int MostListed = 6;

    /// <summary>A person's leave from today on, each with what can be done about it.</summary>
    public static IEnumerable<JsonNode> Listed(SettingsShown shown)
    {
        yield return CardParts.Section(Texts.Get("LeaveTitle"));
        if (shown.Leave.Count == 0)
            yield return CardParts.Sentence(Texts.Get("LeaveNone"), subtle: true);
        foreach (var row in shown.Leave.Take(MostListed))
        {
            var days = DayText.Range(row.Leave.From, row.Leave.To, shown.Today);
            yield return CardParts.Fact(days, row.CoverName is { } cover ? Short(cover) : Texts.Get("LeaveNobody"));
            yield return CardParts.Actions(
                CardParts.Button(Texts.Get("LeaveEdit"), Verbs.OpenLeave, Data(row.Leave), tooltip: days),
                CardParts.Button(Texts.Get("LeaveCancel"), Verbs.CancelLeave, Data(row.Leave), tooltip: days));
        }

        foreach (var row in shown.Covering.Take(MostListed))
            yield return CardParts.Fact(Texts.Get("LeaveCovering"), $"{Short(row.PersonName)}, {DayText.Range(row.Leave.From, row.Leave.To, shown.Today)}");
        yield return CardParts.Actions(CardParts.Button(Texts.Get("LeaveAdd"), Verbs.OpenLeave));
    }

    public static JsonObject Form(LeaveFormValues values, IReadOnlyList<Specialist> colleagues, string? problem)
    {
        var data = new JsonObject();
        if (values.LeaveId is { } id)
            (data[Id], data[Version]) = (id.ToString(), values.Version);
        return CardParts.Card(
            Texts.Get("LeaveFormTitle"),
            CardParts.Title(Texts.Get("LeaveFormTitle")),
            problem is null ? null : CardParts.Plain(problem, bold: true),
            Fields.Date(From, Texts.Get("LeaveFrom"), values.From, Texts.Get("LeaveFirstNeeded")),
            Fields.Date(To, Texts.Get("LeaveTo"), values.To, Texts.Get("LeaveLastNeeded")),
            CoverChoice(colleagues, values.CoverId),
            CardParts.Sentence(Texts.Get("LeaveFormText"), subtle: true),
            CardParts.Actions(
                CardParts.Button(Texts.Get("LeaveSave"), Verbs.SaveLeave, data, withInputs: true, style: "positive"),
                CardParts.Button(Texts.Get("SettingsOpen"), Verbs.OpenSettings)));
    }

    public static JsonObject Changed(LeaveChanged changed, bool isBack = false)
    {
        var (leave, today) = (changed.Leave.Leave, changed.Today);
        var title = Texts.Get(isBack ? "LeaveBackTitle" : changed.IsRemoved ? "LeaveRemovedTitle" : leave.Version > 1 ? "LeaveChangedTitle" : "LeaveRecorded");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                (isBack, changed.IsRemoved) switch
                {
                    (true, true) => CardParts.Sentence(Texts.Get("LeaveBackRemoved", DayText.Range(leave.From, leave.To, today))),
                    (true, false) => CardParts.Sentence(Texts.Get("LeaveBackText", DayText.Short(leave.To, today))),
                    _ => CardParts.Fact(Texts.Get("LeaveAway"), DayText.Range(leave.From, leave.To, today)),
                },
                .. isBack || changed.IsRemoved ? [] : About(changed),
                CardParts.Actions(
                [
                    .. changed.UndoId is { } step ? new JsonNode[] { CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() }) } : [],
                    .. isBack || changed.IsRemoved ? [] : new JsonNode[] { CardParts.Button(Texts.Get("LeaveEdit"), Verbs.OpenLeave, Data(leave)) },
                    CardParts.Button(Texts.Get("SettingsOpen"), Verbs.OpenSettings),
                ]),
            ]);
    }

    private static IEnumerable<JsonNode> About(LeaveChanged changed)
    {
        if (changed.Leave.CoverName is { } cover)
            yield return CardParts.Fact(Texts.Get("LeaveCovers"), Short(cover));
        // Who goes at once has no day left on which to be shown anything before.
        var isNow = changed.Leave.Leave.From <= changed.Today;
        yield return CardParts.Sentence(Texts.Get(isNow ? "LeaveTextNow" : "LeaveText"));
        yield return CardParts.Plain(changed.Leave.CoverName is { } urgent ? Texts.Get("LeaveCoverText", Short(urgent)) : Texts.Get(isNow ? "LeaveNoCoverNow" : "LeaveNoCover"));
        foreach (var other in changed.Uncovered.Take(MostListed))
            yield return CardParts.Plain(Texts.Get("LeaveUncovered", Short(other.PersonName), DayText.Range(other.Leave.From, other.Leave.To, changed.Today)), bold: true);
        if (changed.Leave.CoverName is not null || changed.Colleagues.Count == 0)
            yield break;
        yield return CoverChoice(changed.Colleagues, null);
        yield return CardParts.Actions(CardParts.Button(Texts.Get("LeaveNameCover"), Verbs.CoverLeave, Data(changed.Leave.Leave), withInputs: true));
    }

    private static JsonObject CoverChoice(IReadOnlyList<Specialist> colleagues, Guid? chosen) => Fields.Choice(
        Cover, Texts.Get("LeaveCover"), [(Texts.Get("LeaveNobody"), Nobody), .. colleagues.Select(person => (Short(person.Name), person.Id.ToString()))], chosen?.ToString() ?? Nobody);

    private static string Short(string name) => CardParts.Shortened(name, CardParts.LongestName);

    private static JsonObject Data(Leave leave) => new() { [Id] = leave.Id.ToString(), [Version] = leave.Version };
}
