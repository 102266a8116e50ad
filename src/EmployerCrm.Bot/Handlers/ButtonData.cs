using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmployerCrm.Bot.Handlers;

/// <summary>What a pressed button carries with the fields of its card. It comes from outside: every value may be missing, stale or forged.</summary>
internal sealed class ButtonData(JsonElement? data)
{
    public Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    public DateOnly? Date(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public TimeOnly? Time(string name) => TimeOnly.TryParseExact(Text(name), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public TEnum? Name<TEnum>(string name)
        where TEnum : struct, Enum =>
        Text(name) is { Length: > 0 } text && char.IsAsciiLetter(text[0]) && Enum.TryParse<TEnum>(text, out var value) ? value : null;

    /// <summary>Everything that is a text.</summary>
    public IEnumerable<(string Name, string Text)> Words => data is { ValueKind: JsonValueKind.Object } fields
        ? fields.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.String).Select(entry => (entry.Name, entry.Value.GetString()!))
        : [];

    /// <summary>The same data with one value changed.</summary>
    public ButtonData With(string name, string value)
    {
        var fields = data is { ValueKind: JsonValueKind.Object } known ? JsonObject.Create(known)! : [];
        fields[name] = value;
        return new ButtonData(JsonSerializer.SerializeToElement(fields));
    }

    public string? Text(string name) =>
        data is { ValueKind: JsonValueKind.Object } fields && fields.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
