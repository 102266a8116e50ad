namespace EmployerCrm.Core.Employers.Fields;

/// <summary>E-mail addresses, checked for form: one @, a local part, a domain with a dot. Whether somebody reads it only a message can tell.</summary>
public static class EmailAddress
{
    private const int Longest = 254;
    private const int LongestLocal = 64;
    private const string LocalMarks = "!#$%&'*+-/=?^_`{|}~.";

    /// <summary>Reads an address, also one in angle brackets or behind "mailto:"; the domain is written small.</summary>
    public static Written Read(string? typed)
    {
        if (Text.OrNull(typed) is not { } text)
            return default;
        if (Blank.Says(text))
            return FieldReason.LeaveEmpty;
        var address = Bare(text);
        if (address.Length > Longest || address.Count(c => c == '@') != 1)
            return FieldReason.EmailForm;
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var (local, domain) = (address[..at], address[(at + 1)..].ToLowerInvariant());
        return IsLocal(local) && WebAddress.IsDomain(domain) ? Written.Of($"{local}@{domain}") : FieldReason.EmailForm;
    }

    private static string Bare(string text)
    {
        if (text.IndexOf('<', StringComparison.Ordinal) is >= 0 and var open && text.IndexOf('>', open) is > 0 and var close)
            text = text[(open + 1)..close];
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            text = text["mailto:".Length..];
        return text.Trim().TrimEnd('.', ',', ';');
    }

    private static bool IsLocal(string local) =>
        local.Length is > 0 and <= LongestLocal && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
        && local.All(c => char.IsAsciiLetterOrDigit(c) || LocalMarks.Contains(c, StringComparison.Ordinal));
}
