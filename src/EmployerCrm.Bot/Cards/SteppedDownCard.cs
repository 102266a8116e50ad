using System.Text.Json.Nodes;
using EmployerCrm.Core.Clients;

namespace EmployerCrm.Bot.Cards;

/// <summary>A client whose support in work has ended by decision.</summary>
internal static class SteppedDownCard
{
    public static JsonObject Build(ClientSteppedDown done)
    {
        var title = Texts.Get(done.UndoId is null ? "SteppedDownAlready" : "SteppedDownTitle");
        return CardParts.Card(
            title,
            CardParts.Title(title),
            CardParts.Fact(Texts.Get("Client"), done.Client.Reference),
            done.Client.SteppedDownOn is { } on ? CardParts.Fact(Texts.Get("SteppedDownOn"), DayText.WithDistance(on, done.Today)) : null,
            done.OpenFollowUps.Count > 0 && done.UndoId is not null
                ? CardParts.Sentence(Texts.Count(done.Cancelled ? "ClosedCancelled" : "ClosedKept", done.OpenFollowUps.Count), subtle: true)
                : null,
            CardParts.Actions(
                done.UndoId is { } step
                    ? CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() })
                    : CardParts.Button(Texts.Get("TakeUpAgain"), Verbs.ReopenClient, new JsonObject { ["client"] = done.Client.Reference })));
    }
}
