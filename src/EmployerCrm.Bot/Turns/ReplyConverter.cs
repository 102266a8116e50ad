using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EmployerCrm.Bot.Turns;

/// <summary>How a reply is stored: its card as it was written for sending.</summary>
internal sealed class ReplyConverter : JsonConverter<Reply>
{
    public override Reply Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var stored = JsonSerializer.Deserialize<Stored>(ref reader, options)!;
        return new Reply(stored.Text, stored.Card, stored.Kind, stored.SubjectId, stored.Replaces);
    }

    public override void Write(Utf8JsonWriter writer, Reply value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Text is { } text)
            writer.WriteString("text"u8, text);
        if (value.Written is { } card)
        {
            writer.WritePropertyName("card"u8);
            card.WriteTo(writer);
        }

        if (value.Kind is { } kind)
            writer.WriteString("kind"u8, kind);
        if (value.SubjectId is { } subject)
            writer.WriteString("subjectId"u8, subject);
        if (value.Replaces is { } message)
            writer.WriteString("replaces"u8, message);
        writer.WriteEndObject();
    }

    private sealed record Stored(string? Text, JsonNode? Card, string? Kind, Guid? SubjectId, string? Replaces);
}
