using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Bot.Cards;

/// <summary>A reminder that was set, with what can be put right about its day.</summary>
internal static class ReminderCard
{
    public static JsonObject Build(ReminderAdded added, DateOnly? other)
    {
        var (item, today) = (added.Item, added.Today);
        var due = item.DueOn is { } day ? DayText.WithDistance(day, today) + (item.DueAt is { } at ? ", " + DayText.Time(at) : "") : Texts.Get("NoDate");
        IEnumerable<(string Title, DateOnly Day)> days = item.DueOn is null
            ? [(Texts.Get("SnoozeTomorrow"), today.AddDays(1)), (Texts.Get("SnoozeWeek"), today.AddDays(7))]
            : other is { } meant ? [(Texts.Get("OtherVisitDay", DayText.Short(meant, today)), meant)] : [];
        return CardParts.Card(
            Texts.Get("ReminderTitle"),
            CardParts.Title(Texts.Get("ReminderTitle")),
            CardParts.Plain(CardParts.Capitalised(item.Title), bold: true),
            item.EmployerName is { } employer ? CardParts.Fact(Texts.Get("FieldEmployer"), employer) : null,
            added.ClientReference is { } client ? CardParts.Fact(Texts.Get("Client"), client) : null,
            CardParts.Fact(Texts.Get("Due"), due),
            CardParts.Actions(
            [
                CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = added.UndoId.ToString() }),
                .. days.Select(one => CardParts.Button(one.Title, Verbs.Snooze, new JsonObject { ["id"] = item.Id.ToString(), ["until"] = one.Day.ToString("O", CultureInfo.InvariantCulture) })),
            ]));
    }
}
