using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EmployerCrm.BotFramework;

/// <summary>Reads an activity from a request, or says with which status to refuse it.</summary>
internal static class ActivityReader
{
    // As long as what any store keeps of them; no channel comes near it.
    private const int LongestId = 400;
    private const int LongestName = 50;

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

    public static async ValueTask<(Activity? Activity, int Status)> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
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
        var json = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
        if (json.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        try
        {
            var activity = JsonSerializer.Deserialize(json, BotJson.Default.Activity);
            return activity is not null && JsonText.IsUnicode(json) && IsComplete(activity) ? WithTimesOfOurs(activity) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsComplete(Activity activity) =>
        IsGiven(activity.Type, LongestName)
        && IsGiven(activity.ChannelId, LongestName)
        && IsGiven(activity.Conversation?.Id, LongestId)
        && !string.IsNullOrWhiteSpace(activity.ServiceUrl)
        && activity is { Id: not { Length: > LongestId }, ReplyToId: not { Length: > LongestId }, From: null or { Id: not { Length: > LongestId }, AadObjectId: not { Length: > LongestId } } };

    // A clock that was never set is no clock, and calendars end soon after the year 1 and the year 9999.
    private static Activity WithTimesOfOurs(Activity activity)
    {
        activity.Timestamp = activity.Timestamp is { Year: >= 2000 and < 3000 } ? activity.Timestamp : null;
        activity.LocalTimestamp = activity.LocalTimestamp is { Year: >= 2000 and < 3000 } ? activity.LocalTimestamp : null;
        return activity;
    }

    private static bool IsGiven(string? value, int longest) => !string.IsNullOrWhiteSpace(value) && value.Length <= longest;
}
