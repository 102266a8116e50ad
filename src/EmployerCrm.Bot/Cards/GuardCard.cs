using EmployerCrm.Bot.Turns;
using System.Text.Json.Nodes;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Bot.Cards;

/// <summary>Asks about words that seem to tell of one person's health, medicines, past or name.</summary>
internal static class GuardCard
{
    /// <summary>Before the names of fields, so that a corrected piece is no field of the button's own.</summary>
    public const string Prefix = "words-";

    private const int LongestQuote = 60;

    /// <summary>The question about words that wait in memory.</summary>
    /// <param name="quoted">Whether the words stand on the card. The card that is stored goes without.</param>
    public static JsonObject Build(Guid heldId, CheckedTexts found, bool quoted)
    {
        var title = Texts.Get("GuardTitle");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Sentence(Texts.Get("GuardAsked")),
                .. found.Texts.SelectMany(text => text.Hits.Select(hit => Found(text, hit, quoted))),
                CardParts.Actions(
                    Button("GuardRemove", Verbs.GuardRemove, heldId), Button("GuardKeep", Verbs.GuardKeep, heldId), Button("Edit", Verbs.GuardEdit, heldId)),
            ]);
    }

    /// <summary>The words to be changed, each piece in a field of its own.</summary>
    public static JsonObject Edit(Guid heldId, IReadOnlyList<(string Name, string Text)> pieces)
    {
        var title = Texts.Get("GuardTitle");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Sentence(Texts.Get("GuardEditText")),
                .. pieces.Select(piece => Fields.Text(Prefix + piece.Name, Label(piece.Name), piece.Text, CrmBot.LongestText, multiline: true)),
                CardParts.Actions(
                    CardParts.Button(Texts.Get("Save"), Verbs.GuardSave, Data(heldId), withInputs: true, style: "positive"), CardParts.Button(Texts.Get("Cancel"), Verbs.GuardLeave, Data(heldId))),
            ]);
    }

    private static string Label(string field) => field switch
    {
        VisitForm.Notes or PlannedVisitParts.Note => Texts.Get("FieldNotes"),
        VisitForm.Next => Texts.Get("FieldNext"),
        TypedLine.Field => Texts.Get("GuardEditLine"),
        _ => Texts.Get("GuardEditWords"),
    };

    private static JsonObject Found(CheckedText text, GuardHit hit, bool quoted)
    {
        var kind = Texts.Get("Guard" + hit.Kind);
        return quoted ? CardParts.Fact(kind, $"“{CardParts.Shortened(text.Words(hit), LongestQuote)}”") : CardParts.Sentence(kind);
    }

    private static JsonObject Button(string title, string verb, Guid heldId) =>
        CardParts.Button(Texts.Get(title), verb, Data(heldId));

    private static JsonObject Data(Guid heldId) => new() { ["held"] = heldId.ToString() };
}
