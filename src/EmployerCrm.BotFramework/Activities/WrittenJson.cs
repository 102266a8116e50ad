using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>A card as text, made once: where it is stored as well as sent, both are the same, and a card is thousands of letters.</summary>
[JsonConverter(typeof(Converter))]
public sealed class WrittenJson(JsonNode node)
{
    private readonly byte[] _text = JsonSerializer.SerializeToUtf8Bytes(node, BotJson.Default.JsonNode);

    /// <summary>Whether this is the text of that very node.</summary>
    public bool IsOf(JsonNode? other) => ReferenceEquals(other, node);

    /// <summary>Writes the text as the value that comes next.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(_text, skipInputValidation: true);
    }

    /// <summary>For an attachment, which is written and not looked into.</summary>
    public JsonNode AsNode() => JsonValue.Create(this, BotJson.Default.WrittenJson)!;

    internal sealed class Converter : JsonConverter<WrittenJson>
    {
        public override WrittenJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("It is written only.");

        public override void Write(Utf8JsonWriter writer, WrittenJson value, JsonSerializerOptions options) => value.WriteTo(writer);
    }
}
