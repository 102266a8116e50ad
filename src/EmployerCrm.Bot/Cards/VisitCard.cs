using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards.Employers;
using EmployerCrm.Bot.Reading.Orders;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>A visit that was logged or planned, with Undo and Edit. A card that names a client never shows the note: chats are kept for years.</summary>
internal static class VisitCard
{
    /// <summary>The card of a visit as it is now.</summary>
    /// <param name="other">Other days that the typed words can mean, each offered in one tap.</param>
    /// <param name="besides">What is said or offered beside the visit; null for nothing special.</param>
    public static JsonObject Build(VisitLogged logged, DateOnly today, OtherDays? other = null, VisitBesides? besides = null)
    {
        var (visit, employer, contact, client, next) = logged.View;
        var headline = Texts.Headline(visit);
        return CardParts.Card(
            headline,
        [
            CardParts.Title(headline),
            CardParts.Plain(employer.Name, bold: true, size: "large"),
            employer.Town is { Length: > 0 } town ? CardParts.Plain(town, subtle: true) : null,
            .. (besides?.Warnings ?? []).Select(CardParts.Problem),
            CardParts.Fact(Texts.Get("When"), When(visit, today)),
            CardParts.Fact(Texts.Get("How"), Texts.Of(visit.Channel)),
            contact is null ? null : CardParts.Fact(Texts.Get(logged.ContactAdded ? "NewContact" : "Contact"), contact.Role is { Length: > 0 } role ? $"{contact.Name} ({role})" : contact.Name),
            client is null ? null : CardParts.Fact(Texts.Get("Client"), client),
            next is null ? null : CardParts.Fact(Texts.Get("Next"), Promised(next, today)),
            visit.Notes is null ? null : CardParts.Fact(Texts.Get("Notes"), client is null ? visit.Notes : Texts.Get("NoteSaved")),
            visit.State == VisitState.Held && ReaderLanguage.CountOnCards ? WeekCard.Count(logged.Week, today) : null,
            visit.State == VisitState.Held && ReaderLanguage.CountOnCards ? CardParts.Progress(logged.Week.InPerson, logged.Week.Target) : null,
            logged.DueNow > 0 ? CardParts.Sentence(Texts.Count("DueNow", logged.DueNow), subtle: true) : null,
            other is { On: { } on } ? OtherDay(logged, Verbs.OtherVisitDay, Texts.Get("OtherVisitDay", DayText.Short(on, today)), on) : null,
            other is { Due: { } due } && next is not null ? OtherDay(logged, Verbs.OtherDueDay, Texts.Get("OtherDueDay", DayText.Short(due, today)), due) : null,
            .. SupportLines.Of(logged, today),
            .. visit.State == VisitState.Held ? FactChips.Of(logged.View) : [],
            .. NextStepChips.Of(logged, today),
            OpeningPart(logged, today, besides),
            .. PlannedVisitParts.Of(logged.View),
            other is { NotYet: true } ? NotYetCards.Button(visit) : null,
            CardParts.Actions(Buttons(logged)),
        ]);
    }

    /// <summary>"Fri 20 Nov, yesterday, 15:00".</summary>
    public static string When(Visit visit, DateOnly today) =>
        DayText.WithDistance(visit.On, today) + (visit.At is { } at ? ", " + DayText.Time(at) : "");

    /// <summary>The opening that the note tells of, in one tap. A card that names a client does not say what stands in the note.</summary>
    private static JsonObject? OpeningPart(VisitLogged logged, DateOnly today, VisitBesides? besides)
    {
        if (besides?.SavedOpening is { } saved)
            return CardParts.Plain(Texts.Get("OpeningSaved", saved.Job, OpeningCards.Details(saved, today)));
        var visit = logged.View.Visit;
        if (visit.State != VisitState.Held || OpeningInNote.In(visit.Notes, today) is not { } found)
            return null;
        var title = logged.View.ClientReference is null ? Texts.Get("SaveOpeningOf", found.Job) : Texts.Get("SaveOpening");
        return CardParts.Actions(CardParts.Button(title, Verbs.SaveOpening, new JsonObject { ["visit"] = visit.Id.ToString() }));
    }

    private static JsonObject OtherDay(VisitLogged logged, string verb, string title, DateOnly day) => CardParts.Actions(
        CardParts.Button(title, verb, new JsonObject
        {
            ["visit"] = logged.View.Visit.Id.ToString(), ["version"] = logged.View.Visit.Version, ["day"] = day.ToString("O", CultureInfo.InvariantCulture),
        }));

    private static IEnumerable<JsonNode> Buttons(VisitLogged logged)
    {
        if (logged.UndoId != Guid.Empty)
            yield return CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = logged.UndoId.ToString() });
        if (logged.View.Visit.State == VisitState.Cancelled)
            yield break;
        yield return CardParts.Button(Texts.Get("Edit"), Verbs.EditVisit, new JsonObject { ["visit"] = logged.View.Visit.Id.ToString() });
    }

    private static string Promised(FollowUp next, DateOnly today) =>
        $"{CardParts.Capitalised(next.Title)} — {(next.DueOn is { } due ? DayText.WithDistance(due, today) : Texts.Get("NoDate"))}";
}

/// <summary>What is said or offered beside a visit.</summary>
/// <param name="Warnings">What to know before it.</param>
internal sealed record VisitBesides(IReadOnlyList<string> Warnings)
{
    /// <summary>The opening that was saved from its note.</summary>
    public Opening? SavedOpening { get; init; }
}

/// <summary>Other days that the typed words can mean: of the visit, of what was promised at it.</summary>
internal sealed record OtherDays(DateOnly? On, DateOnly? Due)
{
    /// <summary>Whether the words leave open that it is still to come.</summary>
    public bool NotYet { get; init; }
}
