using System.Text.Json.Nodes;
using EmployerCrm.Core;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>What stands in the fields of the form.</summary>
internal sealed record VisitFormValues(
    Channel? Channel, DateOnly? On, TimeOnly? At, string? Contact, string? Notes, string? Next, DateOnly? NextDue)
{
    public static VisitFormValues Of(VisitView view) => new(
        view.Visit.Channel, view.Visit.On, view.Visit.At, view.Contact?.Name, view.Visit.Notes, view.Next?.Title, view.Next?.DueOn);
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
    public static JsonObject Build(Guid visitId, int version, string employerName, VisitFormValues values, string? problem)
    {
        var title = Texts.Get("EditTitle");
        return CardParts.Card(
            title,
            CardParts.Title(title),
            CardParts.Plain(employerName, bold: true, size: "large"),
            problem is null ? null : CardParts.Problem(problem),
            Fields.Choice(
                Channel, Texts.Get("FieldChannel"), Enum.GetValues<Core.Visits.Channel>().Select(channel => (Texts.Of(channel), channel.ToString())),
                values.Channel?.ToString(), Texts.Get("ErrorChannelNeeded")),
            Fields.Date(On, Texts.Get("FieldDate"), values.On, Texts.Get("ErrorDateNeeded")),
            Fields.Time(At, Texts.Get("FieldTime"), values.At),
            Fields.Text(Contact, Texts.Get("FieldContact"), values.Contact, Limits.Name),
            Fields.Text(Notes, Texts.Get("FieldNotes"), values.Notes, Limits.Notes, multiline: true),
            Fields.Text(Next, Texts.Get("FieldNext"), values.Next, Limits.Title),
            Fields.Date(NextDue, Texts.Get("FieldNextDue"), values.NextDue),
            CardParts.Actions(
                CardParts.Button(
                    Texts.Get("Save"), Verbs.SaveVisit, new JsonObject { ["visit"] = visitId.ToString(), ["version"] = version }, withInputs: true, style: "positive"),
                CardParts.Button(Texts.Get("Cancel"), Verbs.ShowVisit, new JsonObject { ["visit"] = visitId.ToString() })));
    }
}
