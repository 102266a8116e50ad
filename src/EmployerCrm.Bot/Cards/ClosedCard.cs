using System.Text.Json.Nodes;
using EmployerCrm.Core.Clients;

namespace EmployerCrm.Bot.Cards;

/// <summary>A client's record that is closed. The reference stays theirs for good.</summary>
internal static class ClosedCard
{
    public static JsonObject Build(ClientClosed closed)
    {
        var title = Texts.Get(closed.UndoId is null ? "ClosedAlready" : "ClosedTitle");
        return CardParts.Card(
            title,
            CardParts.Title(title),
            CardParts.Fact(Texts.Get("Client"), closed.Client.Reference),
            closed.Client.ClosedOn is { } on ? CardParts.Fact(Texts.Get("ClosedOn"), DayText.WithDistance(on, closed.Today)) : null,
            closed.Client.ClosingReason is { } reason ? CardParts.Fact(Texts.Get("ClosedBecause"), Texts.Get("Closing" + reason)) : null,
            closed.OpenFollowUps.Count > 0 && closed.UndoId is not null
                ? CardParts.Sentence(Texts.Count(closed.Cancelled ? "ClosedCancelled" : "ClosedKept", closed.OpenFollowUps.Count), subtle: true)
                : null,
            CardParts.Actions(
                closed.UndoId is { } step
                    ? CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() })
                    : CardParts.Button(Texts.Get("OpenAgain"), Verbs.ReopenClient, new JsonObject { ["client"] = closed.Client.Reference })));
    }
}
