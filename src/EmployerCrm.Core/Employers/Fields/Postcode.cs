using System.Text.RegularExpressions;

namespace EmployerCrm.Core.Employers.Fields;

/// <summary>UK postcodes, in the form in which they are written: "LS21 3AB", "BFPO 57". Checked for form, not for whether there is such a place.</summary>
public static partial class Postcode
{
    /// <summary>Reads a whole postcode; O and 0, I and 1 are put right where only one of them can stand.</summary>
    public static Written Read(string? typed)
    {
        if (Text.OrNull(typed) is not { } text)
            return default;
        if (Blank.Says(text))
            return FieldReason.LeaveEmpty;
        var marks = FoldedText.Word(text).ToUpperInvariant();
        if (Forces().Match(marks) is { Success: true } forces)
            return Written.Of($"BFPO {forces.Groups[1].Value}");
        if (marks.Length is >= 5 and <= 7)
        {
            var whole = OutwardRepaired(marks[..^3]) + InwardRepaired(marks[^3..]);
            if (Whole().IsMatch(whole))
                return Written.Of($"{whole[..^3]} {whole[^3..]}");
        }

        return OutwardOrNull(text) is null ? FieldReason.PostcodeForm : FieldReason.PostcodeHalf;
    }

    /// <summary>The district or area that a text names ("LS21", "ls 21", "LS"), or of a whole postcode its district; null when it names none.</summary>
    public static string? OutwardOrNull(string? typed)
    {
        var marks = FoldedText.Word(typed ?? string.Empty).ToUpperInvariant();
        if (Outward().IsMatch(marks))
            return marks;
        return marks.Length is >= 5 and <= 7 && Whole().IsMatch(marks) ? marks[..^3] : null;
    }

    /// <summary>A digit and two letters.</summary>
    private static string InwardRepaired(string inward) => Digit(inward[0]) + string.Concat(inward.Skip(1).Select(Letter));

    /// <summary>The first mark is a letter; with two marks or more, what follows the area's letters begins with a digit.</summary>
    private static string OutwardRepaired(string outward)
    {
        if (Outward().IsMatch(outward))
            return outward;
        var second = string.Concat(outward.Select((mark, place) => place == 0 ? Letter(mark) : Digit(mark)[0]));
        if (Outward().IsMatch(second))
            return second;
        return string.Concat(outward.Select((mark, place) => place < 2 ? Letter(mark) : Digit(mark)[0]));
    }

    private static string Digit(char mark) => mark switch { 'O' => "0", 'I' or 'L' => "1", _ => mark.ToString() };

    private static char Letter(char mark) => mark switch { '0' => 'O', '1' => 'I', _ => mark };

    // The form is that of the published bulk data specification: which letters may stand where.
    private const string OutwardPattern = "(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY]|GIR)";

    [GeneratedRegex("^(?:" + OutwardPattern + "|[A-PR-UWYZ][A-HK-Y]?)$", RegexOptions.NonBacktracking)]
    private static partial Regex Outward();

    [GeneratedRegex("^" + OutwardPattern + "[0-9][ABD-HJLNP-UW-Z]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex("^BFPO(?:CO)?([0-9]{1,4})$", RegexOptions.NonBacktracking)]
    private static partial Regex Forces();
}
