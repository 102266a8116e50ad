using System.Text.Json.Nodes;
using EmployerCrm.Core.Clients;

namespace EmployerCrm.Bot.Cards;

/// <summary>A client who has stepped down, or whose record is closed: either can be undone at once, and taken back later.</summary>
internal static class EndedCard
{
    /// <summary>Support in work has ended by decision.</summary>
    public static JsonObject SteppedDown(ClientEnding ended) => Build(
        ended,
        Texts.Get(ended.UndoId is null ? "SteppedDownAlready" : "SteppedDownTitle"),
        Texts.Get("TakeUpAgain"),
        ended.Client.SteppedDownOn is { } on ? CardParts.Fact(Texts.Get("SteppedDownOn"), DayText.WithDistance(on, ended.Today)) : null);

    /// <summary>The record is closed; the reference stays theirs for good.</summary>
    public static JsonObject Closed(ClientEnding ended) => Build(
        ended,
        Texts.Get(ended.UndoId is null ? "ClosedAlready" : "ClosedTitle"),
        Texts.Get("OpenAgain"),
        ended.Client.ClosedOn is { } on ? CardParts.Fact(Texts.Get("ClosedOn"), DayText.WithDistance(on, ended.Today)) : null,
        ended.Client.ClosingReason is { } reason ? CardParts.Fact(Texts.Get("ClosedBecause"), Texts.Get("Closing" + reason)) : null);

    private static JsonObject Build(ClientEnding ended, string title, string again, params IEnumerable<JsonNode?> facts) => CardParts.Card(
        title,
        [
            CardParts.Title(title),
            CardParts.Fact(Texts.Get("Client"), ended.Client.Reference),
            .. facts,
            ended.OpenFollowUps.Count > 0 && ended.UndoId is not null
                ? CardParts.Sentence(Texts.Count(ended.Cancelled ? "ClosedCancelled" : "ClosedKept", ended.OpenFollowUps.Count), subtle: true)
                : null,
            CardParts.Actions(
                ended.UndoId is { } step
                    ? CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() })
                    : CardParts.Button(again, Verbs.ReopenClient, new JsonObject { ["client"] = ended.Client.Reference })),
        ]);
}
