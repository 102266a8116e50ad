using System.Text.RegularExpressions;

namespace EmployerCrm.Core.Employers.Fields;

/// <summary>Company numbers as Companies House writes them: eight characters, all digits or two letters and six digits. Checked for form only.</summary>
public static partial class CompanyNumber
{
    private const int Length = 8;

    /// <summary>The letters with which numbers begin: Scotland, Northern Ireland, partnerships, overseas companies, registered societies and others.</summary>
    private static readonly HashSet<string> Prefixes = new(
        "AC BR CE CS CW ES FC FE GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC RC RS SA SC SE SF SG SI SL SO SP SR SZ ZC".Split(' '), StringComparer.Ordinal);

    /// <summary>Reads a number; zeros that a spreadsheet dropped are put back.</summary>
    public static Written Read(string? typed)
    {
        if (Text.OrNull(typed) is not { } text)
            return default;
        if (Blank.Says(text))
            return FieldReason.LeaveEmpty;
        var marks = FoldedText.Word(Label().Replace(text, string.Empty)).ToUpperInvariant();
        if (marks.Length is 0 or > Length)
            return FieldReason.CompanyNumberForm;
        if (marks.All(char.IsAsciiDigit))
            return marks.All(mark => mark == '0') ? FieldReason.CompanyNumberForm : Written.Of(marks.PadLeft(Length, '0'));
        if (Older().IsMatch(marks))
            return Written.Of(marks);
        var letters = string.Concat(marks.TakeWhile(char.IsAsciiLetter));
        var digits = marks[letters.Length..];
        return letters.Length == 2 && Prefixes.Contains(letters) && digits.Length > 0 && digits.All(char.IsAsciiDigit)
            ? Written.Of(letters + digits.PadLeft(Length - 2, '0'))
            : FieldReason.CompanyNumberForm;
    }

    // Northern Ireland's first numbers, and registered societies that were taken over from another register.
    [GeneratedRegex("^(?:R[0-9]{7}|(?:IP|SP|NP)[0-9]{5}R)$", RegexOptions.NonBacktracking)]
    private static partial Regex Older();

    [GeneratedRegex(@"^\s*(?:(?:company|co|crn|registration|reg)\.?\s*)*(?:number|no\.?|nr\.?)?\s*:?\s+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
