using System.Text.Json.Nodes;
using EmployerCrm.Core.CareTeam;

namespace EmployerCrm.Bot.Cards.Support;

/// <summary>That the care team said something back about work: who, when and how. The words are saved, and not repeated beside the reference.</summary>
internal static class LiaisonCards
{
    public static JsonObject Recorded(LiaisonContact contact, string client, DateOnly today, Guid? undoId) => CardParts.Card(
        Texts.Get("LiaisonTitle"),
        CardParts.Title(Texts.Get("LiaisonTitle")),
        CardParts.Fact(Texts.Get("Client"), client),
        CardParts.Fact(Texts.Get("LiaisonWith"), contact.WithWhom),
        CardParts.Fact(Texts.Get("When"), DayText.WithDistance(contact.On, today)),
        CardParts.Fact(Texts.Get("How"), Texts.Of(contact.Way)),
        contact.AboutWork is null ? null : CardParts.Sentence(Texts.Get("LiaisonWords"), subtle: true),
        undoId is { } step ? CardParts.Actions(CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() })) : null);
}
