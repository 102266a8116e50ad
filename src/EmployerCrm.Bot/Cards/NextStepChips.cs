using System.Text.Json.Nodes;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>What usually comes after a visit, in one tap, where the line promised nothing.</summary>
internal static class NextStepChips
{
    public const string ThankYou = "thank-you";
    public const string VisitAgain = "visit-again";
    public const string None = "none";

    public static IEnumerable<JsonNode> Of(VisitLogged logged, DateOnly today)
    {
        if (!logged.OffersNextStep || logged is not { ThankYouDue: { } due, View.Visit: { Channel: Channel.InPerson } visit })
            yield break;
        var question = CardParts.Sentence(Texts.Get("NextStepAsked"), subtle: true);
        question["spacing"] = "small";
        yield return question;
        var row = CardParts.Actions(
            Chip(visit, Texts.Get("NextThankYou", DayText.Short(due, today)), ThankYou),
            Chip(visit, Texts.Get("NextVisitAgain"), VisitAgain),
            Chip(visit, Texts.Get("NextNone"), None));
        row["spacing"] = "none";
        yield return row;
    }

    private static JsonObject Chip(Visit visit, string title, string step) => CardParts.Button(
        title, Verbs.AddNextStep, new JsonObject { ["visit"] = visit.Id.ToString(), ["version"] = visit.Version, ["step"] = step });
}
