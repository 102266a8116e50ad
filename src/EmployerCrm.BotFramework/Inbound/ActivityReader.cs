using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EmployerCrm.BotFramework;

/// <summary>Reads an activity from a request, or says with which status to refuse it.</summary>
internal static class ActivityReader
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>What can be said before the body is read.</summary>
    public static int? Refuse(HttpRequest request, int maxBytes)
    {
        var isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && string.Equals(type.MediaType.Value, "application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || string.Equals(HeaderUtilities.RemoveQuotes(type.Charset).Value, "utf-8", StringComparison.OrdinalIgnoreCase))
            && !request.Headers.ContainsKey(HeaderNames.ContentEncoding);
        if (!isJson)
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        return request.ContentLength > maxBytes ? StatusCodes.Status413PayloadTooLarge : null;
    }

    public static async Task<(Activity? Activity, int Status)> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > maxBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return (null, StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                var activity = Parse(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return activity is null ? (null, StatusCodes.Status400BadRequest) : (activity, StatusCodes.Status200OK);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Activity? Parse(ReadOnlySequence<byte> body)
    {
        if (body.Length >= 3 && body.Slice(0, 3).ToArray().AsSpan().SequenceEqual(ByteOrderMark))
        {
            body = body.Slice(3);
        }

        try
        {
            var json = new Utf8JsonReader(body);
            var activity = JsonSerializer.Deserialize(ref json, BotJson.Default.Activity);
            return activity is not null && !json.Read() && IsComplete(activity) ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsComplete(Activity activity) =>
        !string.IsNullOrWhiteSpace(activity.Type)
        && !string.IsNullOrWhiteSpace(activity.ChannelId)
        && !string.IsNullOrWhiteSpace(activity.ServiceUrl)
        && !string.IsNullOrWhiteSpace(activity.Conversation?.Id);
}
