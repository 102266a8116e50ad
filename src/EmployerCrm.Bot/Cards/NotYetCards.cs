using System.Text.Json.Nodes;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>A line whose words did not tell whether it has happened: logged, and turned into a planned visit by one tap and a day.</summary>
internal static class NotYetCards
{
    public static JsonObject Button(Visit visit) => CardParts.Actions(CardParts.Button(Texts.Get("NotYet"), Verbs.NotYet, Data(visit)));

    /// <summary>Asks for the day, in place of the card.</summary>
    public static JsonObject Form(VisitView view, DateOnly? on, TimeOnly? at, string? problem)
    {
        var title = Texts.Get("NotYetTitle");
        return CardParts.Card(
            title,
            CardParts.Title(title),
            CardParts.Plain(view.Employer.Name, bold: true, size: "large"),
            problem is null ? null : CardParts.Problem(problem),
            Fields.Date(PlannedVisitParts.On, Texts.Get("FieldDate"), on, Texts.Get("ErrorDateNeeded")),
            Fields.Time(PlannedVisitParts.At, Texts.Get("FieldTime"), at),
            CardParts.Actions(
                CardParts.Button(Texts.Get("Save"), Verbs.PlanInstead, Data(view.Visit), withInputs: true, style: "positive"),
                CardParts.Button(Texts.Get("Cancel"), Verbs.ShowVisit, new JsonObject { ["visit"] = view.Visit.Id.ToString() })));
    }

    private static JsonObject Data(Visit visit) => new() { ["visit"] = visit.Id.ToString(), ["version"] = visit.Version };
}
