namespace EmployerCrm.Core.Privacy;

/// <summary>NHS numbers by form and check digit, National Insurance numbers by form; beside a word that says so, by less.</summary>
internal static class IdentityNumbers
{
    private const int NhsDigits = 10;
    private const int LabelReach = 4;

    public static IEnumerable<(GuardKind Kind, int First, int Last)> Find(GuardReading reading)
    {
        for (var i = 0; i < reading.Tokens.Count; i++)
        {
            if (Nhs(reading, i) is { } nhs)
            {
                yield return (GuardKind.NhsNumber, i, nhs);
                i = nhs;
            }
            else if (NationalInsurance(reading, i) is { } insurance)
            {
                yield return (GuardKind.NationalInsurance, i, insurance);
                i = insurance;
            }
        }
    }

    private static int? Nhs(GuardReading reading, int i)
    {
        if (!IsDigits(reading, i) || (i > 0 && IsDigits(reading, i - 1) && IsJoined(reading, i - 1)))
            return null;
        var digits = "";
        var groups = new List<int>();
        var last = i;
        for (var j = i; j < reading.Tokens.Count && digits.Length < NhsDigits && IsDigits(reading, j) && (j == i || IsJoined(reading, j - 1)); last = j, j++)
        {
            var group = Digits(reading, j);
            digits += group;
            groups.Add(group.Length);
        }

        if (digits.Length != NhsDigits)
            return null;
        var labelled = IsLabelled(reading, i, WordSense.NumbersNhs);
        var shaped = groups is [NhsDigits] or [3, 3, 4] or [5, 5] || groups.TrueForAll(group => group == 1);
        return labelled || (shaped && digits[0] != '0' && HasCheckDigit(digits) && !IsLabelled(reading, i, WordSense.NumbersOther)) ? last : null;
    }

    /// <summary>Modulus 11: the weighted sum of the first nine digits leaves the tenth.</summary>
    internal static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < NhsDigits - 1; i++)
            sum += (digits[i] - '0') * (NhsDigits - i);
        var check = 11 - (sum % 11);
        return check != 10 && (check == 11 ? 0 : check) == digits[^1] - '0' && digits.Distinct().Count() > 1;
    }

    private static int? NationalInsurance(GuardReading reading, int i)
    {
        if (!char.IsAsciiLetter(reading.Tokens[i].Word[0]) || reading.Tokens[i].Word.Length > 9)
            return null;
        var joined = "";
        int? withoutSuffix = null;
        for (var j = i; j < reading.Tokens.Count && j < i + 8 && (j == i || IsJoined(reading, j - 1)); j++)
        {
            joined += reading.Tokens[j].Word;
            if (joined.Length > 9)
                break;
            if (IsNationalInsurance(joined))
                return j;
            if (joined.Length == 8 && IsNationalInsurance(joined + "a"))
                withoutSuffix = j;
        }

        return withoutSuffix is { } last && IsLabelled(reading, i, WordSense.NumbersNationalInsurance) ? last : null;
    }

    private static bool IsNationalInsurance(string text) =>
        text.Length == 9
        && (text.StartsWith("qq", StringComparison.Ordinal) || ("abceghjklmnoprstwxyz".Contains(text[0], StringComparison.Ordinal) && "abceghjklmnprstwxyz".Contains(text[1], StringComparison.Ordinal)))
        && text.AsSpan(0, 2) is not ("bg" or "gb" or "nk" or "kn" or "tn" or "nt" or "zz")
        && !text.AsSpan(2, 6).ContainsAnyExceptInRange('0', '9')
        && text[8] is >= 'a' and <= 'd';

    private static bool IsLabelled(GuardReading reading, int first, WordSense label) =>
        Enumerable.Range(1, LabelReach).Any(back => reading.Is(first - back, label));

    private static bool IsDigits(GuardReading reading, int i) => Digits(reading, i).Length > 0;

    private static string Digits(GuardReading reading, int i) => reading.Tokens[i].Word switch
    {
        var word when word.All(char.IsAsciiDigit) => word,
        "zero" or "oh" or "nought" => "0",
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        _ => "",
    };

    /// <summary>Nothing but one space, dash or full stop stands after the word.</summary>
    private static bool IsJoined(GuardReading reading, int i)
    {
        var between = reading.Text.AsSpan(reading.Tokens[i].End, reading.Tokens[i + 1].Start - reading.Tokens[i].End);
        return between.Length <= 3 && reading.Tokens[i].Sentence == reading.Tokens[i + 1].Sentence && between.Trim() is "" or "-" or "." or "–" or "‑";
    }
}
