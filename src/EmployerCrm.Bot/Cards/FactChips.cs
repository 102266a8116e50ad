using System.Text.Json.Nodes;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>
/// What a contact was for and whom it reached. What somebody stated is told in one line; what is only assumed is a row of choices, the assumed one
/// ticked, and one tap confirms it or puts it right.
/// </summary>
internal static class FactChips
{
    public const string Reached = "reached";
    public const string Purpose = "purpose";
    public const string ClientPresent = "client-present";
    public const string MatchesPreferences = "matches-preferences";

    /// <summary>Teams shows five buttons in a row at most; three fit a phone.</summary>
    private const int MostInARow = 3;

    public static IEnumerable<JsonNode> Of(VisitView view)
    {
        var (visit, facts) = (view.Visit, view.Visit.Facts);
        if (Stated(view) is { } stated)
            yield return CardParts.Fact(Texts.Get("Facts"), stated);
        if (facts.IsAssumed(VisitFields.Reached))
        {
            yield return Question(Texts.Get("FactReached"));
            yield return Row(visit, Reached, Enum.GetValues<Reached>().Select(value => (Texts.Of(value), value.ToString(), value == facts.Reached)));
        }

        if (facts.IsAssumed(VisitFields.Purpose))
        {
            yield return Question(Texts.Get("FactPurpose"));
            foreach (var purposes in Enum.GetValues<Purpose>().Chunk(MostInARow))
                yield return Row(visit, Purpose, purposes.Select(value => (Texts.Of(value), value.ToString(), value == facts.Purpose)));
        }

        if (view.ClientReference is not { } client)
            yield break;
        if (facts.IsAssumed(VisitFields.ClientPresent))
        {
            yield return Question(Texts.Get("FactClientPresent", client));
            yield return Row(visit, ClientPresent, YesOrNo(facts.ClientPresent));
        }

        if (facts is { ClientSpecific: true, MatchesPreferences: null })
        {
            yield return Question(Texts.Get("FactMatchesPreferences", client));
            yield return Row(visit, MatchesPreferences, YesOrNo(null));
        }
    }

    /// <summary>"Decision-maker · Follow up · JS12 was there": what needs no confirming.</summary>
    private static string? Stated(VisitView view)
    {
        var facts = view.Visit.Facts;
        string?[] parts =
        [
            facts.IsAssumed(VisitFields.Reached) ? null : Texts.Of(facts.Reached),
            facts.IsAssumed(VisitFields.Purpose) ? null : Texts.Of(facts.Purpose),
            facts.ClientPresent && view.ClientReference is { } client ? Texts.Get("ClientWasThere", client) : null,
            facts.MatchesPreferences is { } matches ? Texts.Get(matches ? "MatchesPreferencesYes" : "MatchesPreferencesNo") : null,
        ];
        return string.Join(" · ", parts.OfType<string>()) is { Length: > 0 } stated ? stated : null;
    }

    private static IEnumerable<(string Title, string Value, bool IsAssumed)> YesOrNo(bool? assumed) =>
        [(Texts.Get("Yes"), "true", assumed == true), (Texts.Get("No"), "false", assumed == false)];

    private static JsonObject Question(string text)
    {
        var question = CardParts.Sentence(text, subtle: true);
        question["spacing"] = "small";
        return question;
    }

    private static JsonObject Row(Visit visit, string fact, IEnumerable<(string Title, string Value, bool IsAssumed)> choices)
    {
        var row = CardParts.Actions(choices.Select(choice => CardParts.Button(
            choice.IsAssumed ? "✓ " + choice.Title : choice.Title,
            Verbs.SetFact,
            new JsonObject { ["visit"] = visit.Id.ToString(), ["version"] = visit.Version, ["fact"] = fact, ["value"] = choice.Value },
            tooltip: choice.IsAssumed ? Texts.Get("FactConfirm", choice.Title) : null)));
        row["spacing"] = "none";
        return row;
    }
}
