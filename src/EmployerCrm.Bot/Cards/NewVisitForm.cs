using System.Text.Json.Nodes;
using EmployerCrm.Core;

namespace EmployerCrm.Bot.Cards;

/// <summary>What stands in the fields of the form for a visit that is not recorded yet.</summary>
internal sealed record NewVisitValues(string? Employer, string? Client, VisitFormValues Visit);

/// <summary>What is wrong with one field; shown above it.</summary>
internal sealed record FieldProblem(string Field, string Text);

/// <summary>A visit to be recorded, as a form: for people who prefer one, and for lines that were half understood.</summary>
internal static class NewVisitForm
{
    public const string Employer = "employer";
    public const string Client = "client";

    private const int LongestReference = 10;

    /// <summary>The form, empty or with what is known so far.</summary>
    /// <param name="id">The key that the visit will have.</param>
    /// <param name="isKept">Whether an open line with that key is stored.</param>
    /// <param name="known">The employer that the prefilled name stands for.</param>
    public static JsonObject Build(Guid id, bool isKept, NewVisitValues values, Guid? known = null, FieldProblem? problem = null)
    {
        var title = Texts.Get("NewVisitTitle");
        var (save, cancel) = (new JsonObject { ["id"] = id.ToString() }, new JsonObject());
        if (isKept)
            (save["draft"], cancel["draft"]) = (id.ToString(), id.ToString());
        if (known is { } employerId)
        {
            save["known"] = employerId.ToString();
            save["knownName"] = values.Employer;
        }

        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                problem is null ? null : CardParts.Problem(Texts.Get("FormNotSaved")),
                .. Field(Employer, Fields.Text(Employer, Texts.Get("FieldEmployer"), values.Employer, Limits.Name, requiredError: Texts.Get("ErrorNameNeeded"))),
                .. Field(VisitForm.Channel, Fields.Choice(
                    VisitForm.Channel, Texts.Get("FieldChannel"), Enum.GetValues<Core.Visits.Channel>().Select(channel => (Texts.Of(channel), channel.ToString())),
                    values.Visit.Channel?.ToString(), Texts.Get("ErrorChannelNeeded"))),
                .. Field(VisitForm.On, Fields.Date(VisitForm.On, Texts.Get("FieldNewDate"), values.Visit.On, Texts.Get("ErrorDateNeeded"))),
                .. Field(Client, Fields.Text(Client, Texts.Get("FieldClientReference"), values.Client, LongestReference)),
                .. VisitForm.Details(values.Visit).SelectMany(field => Field((string)field["id"]!, field)),
                CardParts.Actions(
                    CardParts.Button(Texts.Get("Save"), Verbs.SaveForm, save, withInputs: true, style: "positive"),
                    CardParts.Button(Texts.Get("Cancel"), Verbs.CloseForm, cancel)),
            ]);

        IEnumerable<JsonNode> Field(string name, JsonNode field) => problem?.Field == name ? [CardParts.Problem(problem.Text), field] : [field];
    }
}
