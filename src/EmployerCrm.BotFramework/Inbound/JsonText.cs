using System.Text.Json;
using System.Text.Unicode;

namespace EmployerCrm.BotFramework;

/// <summary>
/// Members that nobody asked for are kept as they came, and are turned into text only when somebody reads them. A text that is no Unicode
/// (bytes that are no UTF-8, or half of a surrogate pair written as <c>\ud800</c>) would throw there, in the middle of a turn.
/// </summary>
internal static class JsonText
{
    /// <summary>Whether every text in this JSON, which has been read once and is well-formed, can be turned into a string.</summary>
    public static bool IsUnicode(ReadOnlySpan<byte> json) => Utf8.IsValid(json) && (!MayHaveSurrogates(json) || AreTextsWhole(json));

    private static bool MayHaveSurrogates(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;

    private static bool AreTextsWhole(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
