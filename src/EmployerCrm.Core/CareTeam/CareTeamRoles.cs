using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.CareTeam;

/// <summary>
/// Who of a care team may be named: roles and teams, never a person. What is in this list names nobody and says nothing of a client's health, so that the guard on free text is not
/// asked about it.
/// </summary>
public static class CareTeamRoles
{
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["cmht"] = "CMHT", ["community mental health team"] = "CMHT", ["mental health team"] = "CMHT", ["care team"] = "care team", ["clinical team"] = "care team", ["health team"] = "care team",
        ["care coordinator"] = "care coordinator", ["care co ordinator"] = "care coordinator", ["care co"] = "care coordinator", ["cco"] = "care coordinator", ["cpn"] = "CPN",
        ["key worker"] = "key worker", ["keyworker"] = "key worker", ["support worker"] = "support worker", ["social worker"] = "social worker", ["nurse"] = "nurse", ["psychiatrist"] = "psychiatrist",
        ["psychologist"] = "psychologist", ["consultant"] = "consultant", ["doctor"] = "doctor", ["gp"] = "GP", ["ot"] = "OT", ["occupational therapist"] = "OT", ["therapist"] = "therapist",
        ["crisis team"] = "crisis team", ["early intervention team"] = "early intervention team", ["eip"] = "early intervention team", ["recovery team"] = "recovery team",
        ["recovery worker"] = "recovery worker", ["recovery coordinator"] = "recovery coordinator", ["link worker"] = "link worker", ["peer worker"] = "peer worker",
    };

    /// <summary>Every way in which one is named, the longest first.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Named.Keys.OrderByDescending(words => words.Length).ThenBy(words => words, StringComparer.Ordinal)];

    public static bool Has(string text) => Named.ContainsKey(FoldedText.Key(text));

    /// <summary>How it is written; null when it is none of them.</summary>
    public static string? Of(string text) => Named.GetValueOrDefault(FoldedText.Key(text));
}
