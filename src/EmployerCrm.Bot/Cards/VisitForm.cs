using System.Text.Json.Nodes;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Core;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>What stands in the fields of the form.</summary>
internal sealed record VisitFormValues(
    Channel? Channel, DateOnly? On, TimeOnly? At, string? Contact, string? Notes, string? Next, DateOnly? NextDue)
{
    public static VisitFormValues Of(VisitView view) => new(
        view.Visit.Channel, view.Visit.On, view.Visit.At, view.Contact?.Name, view.Visit.Notes, view.Next?.Title, view.Next?.DueOn);

    public static VisitFormValues Of(LineReading reading) => new(
        reading.Channel ?? Core.Visits.Channel.InPerson, reading.Date, reading.Time, reading.Contact ?? reading.NewContact, reading.Notes, reading.Next?.Title, reading.Next?.Due);

    /// <summary>These values, and the others where these say nothing.</summary>
    public VisitFormValues Or(VisitFormValues others) => new(
        Channel ?? others.Channel, On ?? others.On, At ?? others.At, Contact ?? others.Contact, Notes ?? others.Notes, Next ?? others.Next,
        Next is null ? others.NextDue : NextDue);
}

/// <summary>A visit as a form, in place of its card.</summary>
internal static class VisitForm
{
    public const string Channel = "channel";
    public const string On = "on";
    public const string At = "at";
    public const string Contact = "contact";
    public const string Notes = "notes";
    public const string Next = "next";
    public const string NextDue = "nextDue";

    /// <summary>The form of one visit.</summary>
    /// <param name="problem">Why what was typed could not be saved; the typed values stay in the fields.</param>
    /// <param name="draftId">The edited line that the values come from.</param>
    public static JsonObject Build(Guid visitId, int version, string employerName, VisitFormValues values, string? problem, Guid? draftId = null)
    {
        var title = Texts.Get("EditTitle");
        var (save, cancel) = (new JsonObject { ["visit"] = visitId.ToString(), ["version"] = version }, new JsonObject { ["visit"] = visitId.ToString() });
        if (draftId is { } draft)
            (save["draft"], cancel["draft"]) = (draft.ToString(), draft.ToString());
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(employerName, bold: true, size: "large"),
                problem is null ? null : CardParts.Problem(problem),
                Fields.Choice(
                    Channel, Texts.Get("FieldChannel"), Enum.GetValues<Core.Visits.Channel>().Select(channel => (Texts.Of(channel), channel.ToString())),
                    values.Channel?.ToString(), Texts.Get("ErrorChannelNeeded")),
                Fields.Date(On, Texts.Get("FieldDate"), values.On, Texts.Get("ErrorDateNeeded")),
                .. Details(values),
                CardParts.Actions(
                    CardParts.Button(Texts.Get("Save"), Verbs.SaveVisit, save, withInputs: true, style: "positive"),
                    CardParts.Button(Texts.Get("Cancel"), draftId is null ? Verbs.ShowVisit : Verbs.LeaveVisit, cancel)),
            ]);
    }

    /// <summary>The fields that may stay empty.</summary>
    public static IEnumerable<JsonNode> Details(VisitFormValues values)
    {
        yield return Fields.Time(At, Texts.Get("FieldTime"), values.At);
        yield return Fields.Text(Contact, Texts.Get("FieldContact"), values.Contact, Limits.Name);
        yield return Fields.Text(Notes, Texts.Get("FieldNotes"), values.Notes, Limits.Notes, multiline: true);
        yield return Fields.Text(Next, Texts.Get("FieldNext"), values.Next, Limits.Title);
        yield return Fields.Date(NextDue, Texts.Get("FieldNextDue"), values.NextDue);
    }
}
