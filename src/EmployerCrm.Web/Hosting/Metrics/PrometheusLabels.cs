using System.Collections.Concurrent;
using System.Globalization;

namespace EmployerCrm.Web.Hosting.Metrics;

/// <summary>
/// A set of tags as the labels of a series: <c>a="1",b="2"</c>, in the order of the alphabet, so that the same tags are the same text. Written on every
/// measurement, so into a buffer that is kept.
/// </summary>
internal static class PrometheusLabels
{
    private const int LongestValue = 200;

    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal);

    [ThreadStatic]
    private static char[]? s_buffer;

    /// <summary>Writes the tags; one without a value is left out, as is a second of the same name.</summary>
    /// <returns>A text that the next call on this thread overwrites.</returns>
    public static ReadOnlySpan<char> Write(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        s_buffer ??= new char[512];
        var length = 0;
        string? last = null;
        for (var number = 0; number < tags.Length; number++)
        {
            if (Next(tags, last) is not { } next)
                break;
            last = next.Name;
            if (next.Value is null)
                continue;
            if (length > 0)
                Append(",", ref length);
            Append(next.Name, ref length);
            Append("=\"", ref length);
            AppendEscaped(next.Value, ref length);
            Append("\"", ref length);
        }

        return s_buffer.AsSpan(0, length);
    }

    /// <summary>The first name after this one; there are never many, so that looking through all is quicker than sorting.</summary>
    private static (string Name, object? Value)? Next(ReadOnlySpan<KeyValuePair<string, object?>> tags, string? last)
    {
        (string Name, object? Value)? next = null;
        foreach (var tag in tags)
        {
            var name = Names.GetOrAdd(tag.Key, PrometheusNames.OfLabel);
            if ((last is null || string.CompareOrdinal(name, last) > 0) && (next is null || string.CompareOrdinal(name, next.Value.Name) < 0))
                next = (name, tag.Value);
        }

        return next;
    }

    private static void AppendEscaped(object value, ref int length)
    {
        Span<char> number = stackalloc char[64];
        ReadOnlySpan<char> text = value switch
        {
            string written => written,
            bool isTrue => isTrue ? "true" : "false",
            ISpanFormattable formattable when formattable.TryFormat(number, out var written, default, CultureInfo.InvariantCulture) => number[..written],
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        foreach (var letter in text[..Math.Min(text.Length, LongestValue)])
        {
            Append(
                letter switch
                {
                    '\\' => @"\\",
                    '"' => "\\\"",
                    '\n' => @"\n",
                    _ => new ReadOnlySpan<char>(in letter),
                },
                ref length);
        }
    }

    private static void Append(ReadOnlySpan<char> text, ref int length)
    {
        if (length + text.Length > s_buffer!.Length)
            Array.Resize(ref s_buffer, Math.Max(s_buffer.Length * 2, length + text.Length));
        text.CopyTo(s_buffer.AsSpan(length));
        length += text.Length;
    }
}
