namespace EmployerCrm.Web.Pages.Search;

/// <summary>What somebody typed into a search box.</summary>
internal static class TypedSearch
{
    /// <summary>In UTF-16 characters; no name is longer, and what stands behind it finds nothing more.</summary>
    public const int Longest = 200;

    /// <summary>The text as it is looked for: trimmed, and cut where it is longer than any name.</summary>
    public static string Of(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length <= Longest)
            return text;
        // Half of a character that takes two would be no text any more.
        var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text[..end];
    }

    public static bool IsCut(string? typed) => (typed ?? "").Trim().Length > Longest;
}
