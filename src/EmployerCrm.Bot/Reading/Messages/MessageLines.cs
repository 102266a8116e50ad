using System.Text.RegularExpressions;

namespace EmployerCrm.Bot.Reading.Messages;

/// <summary>The lines of a message without bullets and numbering.</summary>
internal static partial class MessageLines
{
    /// <summary>Whether every line has a bullet or a number of its own, so that none goes on with the one before.</summary>
    public static bool AreListed(string text) => text.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(line => Bullet().IsMatch(line) || line[0] == '•');

    public static (List<string> Lines, string? Unread) Of(string text, int most)
    {
        if (!text.AsSpan().ContainsAny('\n', '\r', '•'))
            return ([text], null);
        var lines = text.Split(['\n', '\r', '•'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => Bullet().Replace(line, "")).Where(line => line.Length > 0).ToList();
        return lines.Count <= most ? (lines, null) : (lines.GetRange(0, most), string.Join('\n', lines.Skip(most)));
    }

    [GeneratedRegex(@"^(?:[-–—*·>]+\s+|\(?[0-9]{1,2}[.)]\s+(?=\D))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Bullet();
}
