using System.Text;
using System.Text.RegularExpressions;

namespace EmployerCrm.Core.Employers.Fields;

/// <summary>
/// A phone number as it can be rung from anywhere (E.164), with what is dialled afterwards. UK numbers are read in the many ways they are written; others with their
/// country code, "+353 1 234 5678".
/// </summary>
public sealed partial record PhoneNumber(string Number, string? Extension)
{
    private const int ShortestInternational = 8;
    private const int LongestInternational = 15;

    /// <summary>Reads what was typed; both are null where nothing was.</summary>
    public static (PhoneNumber? Number, FieldReason? Problem) Read(string? typed)
    {
        if (Text.OrNull(typed) is not { } text)
            return default;
        if (Blank.Says(text))
            return (null, FieldReason.LeaveEmpty);
        var plain = Plain(text);
        var extension = ExtensionAtEnd().Match(plain);
        if (extension.Success)
            plain = plain[..extension.Index];
        plain = Label().Replace(plain, string.Empty).Trim();
        if (plain.Any(char.IsLetter))
            return (null, FieldReason.PhoneHasWords);
        if (plain.Any(c => !IsPart(c)) || plain.LastIndexOf('+') > 0)
            return (null, FieldReason.PhoneForm);
        var (number, problem) = International(plain);
        return number is null ? (null, problem) : (new PhoneNumber(number, extension.Success ? extension.Groups[1].Value : null), null);
    }

    /// <summary>As people write it: "0113 496 0123", "07700 900123", "+353 12345678", with "ext 12".</summary>
    public override string ToString() => Extension is null ? National(Number) : $"{National(Number)} ext {Extension}";

    /// <summary>What a call link holds.</summary>
    public string ToUri() => Extension is null ? $"tel:{Number}" : $"tel:{Number};ext={Extension}";

    private static (string? Number, FieldReason? Problem) International(string plain)
    {
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        if (plain.StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal))
        {
            var abroad = plain.StartsWith('+') ? digits : digits[2..];
            return abroad.StartsWith("44", StringComparison.Ordinal) ? British(abroad[2..]) : Foreign(abroad);
        }

        // Spreadsheets drop the first 0 of a number, and some write the country code without its plus.
        return digits switch
        {
            ['0', ..] => British(digits),
            ['4', '4', ..] when digits.Length == 12 => British(digits[2..]),
            ['1' or '2' or '7', ..] when digits.Length == 10 => British(digits),
            _ => (null, digits.Length < 10 ? FieldReason.PhoneTooShort : FieldReason.PhoneForm),
        };
    }

    /// <summary>With or without its first 0: the 0 in "+44 (0)113" is not dialled.</summary>
    private static (string? Number, FieldReason? Problem) British(string digits)
    {
        var national = digits.StartsWith('0') ? digits[1..] : digits;
        // Some numbers behind area codes of four digits, and some free ones, are a digit short.
        var shortest = national is ['1', not '1', not '1', ..] or ['8', '0', '0', ..] ? 9 : 10;
        if (national.Length < shortest)
            return (null, FieldReason.PhoneTooShort);
        if (national.Length > 10)
            return (null, FieldReason.PhoneTooLong);
        return national[0] is '0' or '4' or '6' ? (null, FieldReason.PhoneForm) : ("+44" + national, null);
    }

    private static (string? Number, FieldReason? Problem) Foreign(string digits)
    {
        // In "+353 (0)1 234 5678" the 0 is not dialled either.
        if (digits.StartsWith("3530", StringComparison.Ordinal))
            digits = "353" + digits[4..];
        if (digits.Length < ShortestInternational)
            return (null, FieldReason.PhoneTooShort);
        if (digits.Length > LongestInternational)
            return (null, FieldReason.PhoneTooLong);
        return digits[0] == '0' ? (null, FieldReason.PhoneForm) : ("+" + digits, null);
    }

    private static string National(string number)
    {
        if (!number.StartsWith("+44", StringComparison.Ordinal))
            return number.StartsWith("+353", StringComparison.Ordinal) ? $"+353 {number[4..]}" : number;
        var digits = "0" + number[3..];
        var area = digits switch
        {
            ['0', '2', ..] => 3,
            ['0', '1', '1', ..] or ['0', '1', _, '1', ..] or ['0', '3' or '8' or '9', ..] => 4,
            _ => 5,
        };
        var rest = digits[area..];
        return rest.Length switch
        {
            7 => $"{digits[..area]} {rest[..3]} {rest[3..]}",
            8 => $"{digits[..area]} {rest[..4]} {rest[4..]}",
            _ => $"{digits[..area]} {rest}",
        };
    }

    /// <summary>Full-width digits as digits, any dash as "-", any space as " "; marks that are not seen are left out.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(c))
                plain.Append(' ');
            else if (char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.DashPunctuation)
                plain.Append('-');
            else if (!FoldedText.IsSilent(c))
                plain.Append(c);
        }

        return plain.ToString().Trim();
    }

    private static bool IsPart(char c) => char.IsAsciiDigit(c) || c is ' ' or '-' or '.' or '/' or '(' or ')' or '[' or ']' or '+';

    [GeneratedRegex(@"[\s,;(]*(?:extension|extn|ext|ex|x|#)[\s.:]*([0-9]{1,6})\)?\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ExtensionAtEnd();

    [GeneratedRegex(@"^\s*(?:telephone|tel|phone|ph|mobile|mob|direct|ddi|office|landline|switchboard|t|m|p|d|e164)(?:\s+(?:no|number))?[\s.:]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
