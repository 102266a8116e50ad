using System.Text.Json.Nodes;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>What is offered when somebody edits or deletes the message that a visit was recorded from. Nothing changes by itself.</summary>
internal static class EditedLineCards
{
    public static JsonObject Changed(Guid draftId, VisitView view, DateOnly today) => CardParts.Card(
        Texts.Get("ChangedLineTitle"),
        CardParts.Title(Texts.Get("ChangedLineTitle")),
        CardParts.Plain(Texts.Get("ChangedLineText", What(view), view.Employer.Name, VisitCard.When(view.Visit, today))),
        CardParts.Actions(
            CardParts.Button(Texts.Get("ChangeVisit"), Verbs.ChangeVisit, new JsonObject { ["draft"] = draftId.ToString(), ["visit"] = view.Visit.Id.ToString() }),
            CardParts.Button(Texts.Get("LeaveVisit"), Verbs.LeaveVisit, new JsonObject { ["draft"] = draftId.ToString() })));

    public static JsonObject Deleted(VisitLogged logged, DateOnly today) => CardParts.Card(
        Texts.Get("DeletedLineTitle"),
        CardParts.Title(Texts.Get("DeletedLineTitle")),
        CardParts.Plain(Texts.Get("DeletedLineText", What(logged.View), logged.View.Employer.Name, VisitCard.When(logged.View.Visit, today))),
        CardParts.Actions(
            CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = logged.UndoId.ToString() }),
            CardParts.Button(Texts.Get("LeaveVisit"), Verbs.LeaveVisit)));

    private static string What(VisitView view) => Texts.What(view.Visit.Channel).ToLower(Texts.Culture);
}
