using EmployerCrm.Core;

namespace EmployerCrm.Bot.Reading;

/// <summary>How far a typed word is from a known one: a wrong, missing, extra or swapped letter each count one.</summary>
internal static class Slips
{
    public static bool Within(string typed, string known, int limit)
    {
        if (string.Equals(typed, known, StringComparison.Ordinal))
            return true;
        if (limit == 0 || Math.Abs(typed.Length - known.Length) > limit || typed.Length > 40 || known.Length > 40)
            return false;
        return limit == 1 ? OneLetter.Apart(typed, known) : Distance(typed, known) <= limit;
    }

    /// <summary>One slip from four letters on.</summary>
    public static bool One(string typed, string known) => Within(typed, known, known.Length >= 4 && typed.Length >= 3 ? 1 : 0);

    private static int Distance(string a, string b)
    {
        Span<int> beforeLast = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }
            last.CopyTo(beforeLast);
            current.CopyTo(last);
        }
        return last[b.Length];
    }
}
