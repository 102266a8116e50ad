namespace EmployerCrm.Core.Employers.Fields;

/// <summary>Addresses of web sites, with their scheme; only those that a link on a page or card may safely lead to.</summary>
public static class WebAddress
{
    private const int Longest = 400;
    private const int LongestDomain = 253;
    private const int LongestLabel = 63;

    /// <summary>Reads an address; "example.com" is "https://example.com".</summary>
    public static Written Read(string? typed)
    {
        if (Text.OrNull(typed) is not { } text)
            return default;
        if (Blank.Says(text))
            return FieldReason.LeaveEmpty;
        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text.TrimStart('/')}";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return FieldReason.WebsiteForm;
        if (uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || uri.HostNameType != UriHostNameType.Dns || !IsDomain(uri.IdnHost))
            return FieldReason.WebsiteForm;
        var written = uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        if (uri is { AbsolutePath: "/", Query: "" })
            written = written.TrimEnd('/');
        return written.Length > Longest ? FieldReason.TextTooLong : Written.Of(written);
    }

    /// <summary>Whether it is a name under some top level, "example.com", written small.</summary>
    internal static bool IsDomain(string domain)
    {
        if (domain.Length is 0 or > LongestDomain)
            return false;
        var labels = domain.Split('.');
        return labels.Length > 1 && labels.All(IsLabel) && labels[^1].Length > 1 && labels[^1].Any(char.IsAsciiLetter);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
