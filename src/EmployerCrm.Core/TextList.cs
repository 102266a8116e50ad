using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmployerCrm.Core;

/// <summary>A short list of short texts, equal to another with the same texts in the same order. Kept in one column, a text a line.</summary>
[CollectionBuilder(typeof(TextList), nameof(Of))]
[JsonConverter(typeof(Converter))]
public readonly struct TextList : IReadOnlyList<string>, IEquatable<TextList>
{
    private readonly string[]? _items;

    private TextList(string[] items) => _items = items;

    public int Count => Items.Length;

    private string[] Items => _items ?? [];

    public string this[int index] => Items[index];

    public static bool operator ==(TextList left, TextList right) => left.Equals(right);

    public static bool operator !=(TextList left, TextList right) => !left.Equals(right);

    /// <summary>The texts without those that are blank; line breaks within one become spaces.</summary>
    public static TextList Of(ReadOnlySpan<string> items)
    {
        var kept = new List<string>(items.Length);
        foreach (var item in items)
        {
            if (string.Join(' ', (item ?? string.Empty).Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } text)
                kept.Add(text);
        }

        return new TextList([.. kept]);
    }

    /// <summary>What a form's box or a column holds: one text a line.</summary>
    public static TextList FromLines(string? lines) => lines is null ? default : Of(lines.Split('\n'));

    /// <summary>One text a line; null when there is none.</summary>
    public string? ToLines() => Count == 0 ? null : string.Join('\n', Items);

    public override string ToString() => string.Join("; ", Items);

    public bool Equals(TextList other) => Items.AsSpan().SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is TextList other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in Items)
            hash.Add(item, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Converter : JsonConverter<TextList>
    {
        public override TextList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FromLines(reader.GetString());

        public override void Write(Utf8JsonWriter writer, TextList value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToLines());
    }
}
