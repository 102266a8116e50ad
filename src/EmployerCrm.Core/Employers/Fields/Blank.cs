namespace EmployerCrm.Core.Employers.Fields;

/// <summary>Words that people put into a field which they were made to fill.</summary>
internal static class Blank
{
    private static readonly HashSet<string> Words = new(
        ["n a", "na", "none", "nil", "null", "unknown", "not known", "dont know", "tbc", "tba", "no", "x", "xx", "xxx", "no email", "no phone", "no website", "no number", "not applicable"],
        StringComparer.Ordinal);

    public static bool Says(string typed) => FoldedText.Key(typed) is var key && (key.Length == 0 || Words.Contains(key));
}
