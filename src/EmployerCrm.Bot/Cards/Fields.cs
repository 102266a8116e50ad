using System.Globalization;
using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Cards;

/// <summary>The input fields of forms: each has a label, and one that must be filled says so when it is not.</summary>
internal static class Fields
{
    public static JsonObject Text(string id, string label, string? value, int longest, bool multiline = false, string? requiredError = null)
    {
        var field = new JsonObject { ["type"] = "Input.Text", ["id"] = id, ["label"] = label, ["maxLength"] = longest };
        if (multiline)
            field["isMultiline"] = true;
        return WithValue(field, value, requiredError);
    }

    public static JsonObject Date(string id, string label, DateOnly? value, string? requiredError = null) =>
        WithValue(new JsonObject { ["type"] = "Input.Date", ["id"] = id, ["label"] = label }, value?.ToString("O", CultureInfo.InvariantCulture), requiredError);

    public static JsonObject Time(string id, string label, TimeOnly? value) =>
        WithValue(new JsonObject { ["type"] = "Input.Time", ["id"] = id, ["label"] = label }, value?.ToString("HH:mm", CultureInfo.InvariantCulture), null);

    public static JsonObject Choice(string id, string label, IEnumerable<(string Title, string Value)> choices, string? value, string? requiredError = null)
    {
        var options = choices.Select(JsonNode (choice) => new JsonObject { ["title"] = choice.Title, ["value"] = choice.Value });
        var field = new JsonObject
        {
            ["type"] = "Input.ChoiceSet", ["id"] = id, ["label"] = label, ["style"] = "compact", ["choices"] = new JsonArray([.. options]),
        };
        return WithValue(field, value, requiredError);
    }

    private static JsonObject WithValue(JsonObject field, string? value, string? requiredError)
    {
        if (!string.IsNullOrEmpty(value))
            field["value"] = value;
        if (requiredError is not null)
        {
            field["isRequired"] = true;
            field["errorMessage"] = requiredError;
        }

        return field;
    }
}
