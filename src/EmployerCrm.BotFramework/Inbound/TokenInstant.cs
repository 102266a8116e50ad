using System.Text.Json;

namespace EmployerCrm.BotFramework;

/// <summary>A time in a token.</summary>
/// <param name="IsReadable">False when the claim is there but is not a number of seconds.</param>
/// <param name="Value">Null when the claim is not there.</param>
internal readonly record struct TokenInstant(bool IsReadable, DateTimeOffset? Value)
{
    private const double EndOfTime = 253_402_300_799;

    public static TokenInstant Read(JsonElement claims, string name)
    {
        if (!claims.TryGetProperty(name, out var claim))
        {
            return new TokenInstant(true, null);
        }

        // RFC 7519 allows fractions; the range is what DateTimeOffset can hold.
        return claim.ValueKind is JsonValueKind.Number && claim.TryGetDouble(out var seconds) && seconds is >= 0 and < EndOfTime
            ? new TokenInstant(true, DateTimeOffset.UnixEpoch.AddSeconds(seconds))
            : default;
    }
}
