namespace EmployerCrm.Core;

internal static class Text
{
    /// <summary>The trimmed text, or null when nothing is left.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
