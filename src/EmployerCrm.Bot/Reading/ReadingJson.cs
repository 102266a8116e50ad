using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EmployerCrm.Bot.Reading;

/// <summary>A reading as one JSON line, for the parse verb and its scorer. Absent fields are absent; beside a question nothing else is written.</summary>
public static class ReadingJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(LineReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            if (reading.Ask is { } ask)
                json.WriteString("ask", Name(ask.ToString()));
            else
                WriteFields(json, reading);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteFields(Utf8JsonWriter json, LineReading reading)
    {
        json.WriteString("intent", Name(reading.Intent.ToString()));
        WriteText(json, "employer", reading.Employer);
        if (reading.Ambiguous.Count > 0)
        {
            json.WriteStartArray("ambiguous");
            foreach (var employer in reading.Ambiguous)
                json.WriteStringValue(employer.Name);
            json.WriteEndArray();
        }
        WriteText(json, "newEmployer", reading.NewEmployer);
        WriteText(json, "contact", reading.Contact);
        WriteText(json, "newContact", reading.NewContact);
        WriteText(json, "date", Day(reading.Date));
        WriteText(json, "time", reading.Time?.ToString("HH:mm", CultureInfo.InvariantCulture));
        WriteText(json, "channel", reading.Channel is { } channel ? Name(channel.ToString()) : null);
        WriteText(json, "client", reading.Client);
        if (reading.Next is { } next)
        {
            json.WriteStartObject("next");
            json.WriteString("title", next.Title);
            WriteText(json, "due", Day(next.Due));
            json.WriteEndObject();
        }
        WriteText(json, "notes", reading.Notes);
        WriteText(json, "title", reading.Title);
        if (reading.Item is { } item)
            json.WriteNumber("item", item);
        WriteText(json, "until", Day(reading.Until));
        WriteText(json, "range", reading.Range is { } range ? Name(range.ToString()) : null);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>LogVisit is written log-visit.</summary>
    internal static string Name(string member)
    {
        var name = new StringBuilder(member.Length + 2);
        foreach (var c in member)
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0)
                name.Append('-');
            name.Append(char.ToLowerInvariant(c));
        }
        return name.ToString();
    }
}
