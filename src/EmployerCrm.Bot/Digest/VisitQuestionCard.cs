using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Digest;

/// <summary>"Did this visit happen?", and a word before one. Neither names a client.</summary>
internal static class VisitQuestionCard
{
    public static JsonObject Question(VisitView view, DateOnly today)
    {
        var title = Texts.Get("VisitQuestion" + view.Visit.Channel);
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(view.Employer.Name, bold: true, size: "large"),
                CardParts.Fact(Texts.Get("When"), VisitCard.When(view.Visit, today)),
                .. PlannedVisitParts.Of(view, asked: true),
            ]);
    }

    public static JsonObject Reminder(VisitView view, DateOnly today)
    {
        var title = Texts.Get("VisitReminder" + view.Visit.Channel);
        return CardParts.Card(
            title,
            CardParts.Title(title),
            CardParts.Plain(view.Employer.Name, bold: true, size: "large"),
            view.Employer.Town is { Length: > 0 } town ? CardParts.Plain(town, subtle: true) : null,
            CardParts.Fact(Texts.Get("When"), VisitCard.When(view.Visit, today)),
            view.Contact is { } contact ? CardParts.Fact(Texts.Get("Contact"), contact.Role is { Length: > 0 } role ? $"{contact.Name} ({role})" : contact.Name) : null,
            CardParts.Actions(PlannedVisitParts.InsteadOfHappening(view.Visit)));
    }
}
