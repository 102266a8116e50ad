using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>Message activities as Teams sends them, each with an id of its own.</summary>
internal sealed class Messages(Cast cast, string serviceUrl)
{
    private static int s_number;

    /// <summary>The number of turns so far, over all who send.</summary>
    public static int Count => s_number;

    public static readonly string TenantId = "11111111-2222-3333-4444-555555555555";

    private readonly string[] _said = [.. cast.Said.Select(line => JsonEncodedText.Encode(line).ToString())];

    /// <summary>The next message of a speaker.</summary>
    public (int Number, byte[] Body) Next(int speaker)
    {
        var number = Interlocked.Increment(ref s_number);
        var person = cast.Speakers[speaker % cast.Speakers.Count];
        var now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
        return (number, Encoding.UTF8.GetBytes(
            $$$"""
            {"type":"message","id":"{{{number}}}","timestamp":"{{{now}}}Z","localTimestamp":"{{{now}}}+00:00","localTimezone":"Europe/London","serviceUrl":"{{{serviceUrl}}}","channelId":"msteams","from":{"id":"29:{{{person.ObjectId}}}","name":"A Specialist","aadObjectId":"{{{person.ObjectId}}}"},"conversation":{"conversationType":"personal","tenantId":"{{{TenantId}}}","id":"{{{person.ConversationId}}}"},"recipient":{"id":"28:bot","name":"Employer CRM"},"textFormat":"plain","locale":"en-GB","text":"{{{Line(number)}}}","entities":[{"type":"clientInfo","locale":"en-GB","country":"GB","platform":"iOS","timezone":"Europe/London"}],"channelData":{"tenant":{"id":"{{{TenantId}}}"} } }
            """));
    }

    private string Line(int number) => _said[number % _said.Length].Replace(Cast.Number, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
