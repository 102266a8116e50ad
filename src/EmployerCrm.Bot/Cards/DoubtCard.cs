using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Cards;

/// <summary>One line on an answer that may not have arrived, and the way to see it.</summary>
internal static class DoubtCard
{
    public static JsonObject Build() => CardParts.Card(
        Texts.Get("DoubtText"),
        CardParts.Sentence(Texts.Get("DoubtText")),
        CardParts.Actions(CardParts.Button(Texts.Get("ShowAgain"), Verbs.ShowAgain)));

    /// <summary>What takes its place once the button was pressed.</summary>
    public static JsonObject Receipt(bool shown) => TalkCards.Receipt(Texts.Get("ShowAgain"), Texts.Get(shown ? "ShownAgain" : "NothingInDoubt"));
}
