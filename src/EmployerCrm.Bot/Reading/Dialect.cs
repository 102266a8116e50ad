namespace EmployerCrm.Bot.Reading;

/// <summary>Words of Scots as the grammar's own words. What is kept of a line is always as typed.</summary>
internal static class Dialect
{
    public static string Standard(string word) => word.Length is < 2 or > 8 ? word : word switch
    {
        "tae" => "to",
        "wi" or "wiv" or "wae" => "with",
        "nae" => "no",
        "aff" => "off",
        "afore" => "before",
        "gonnae" or "gonny" => "gonna",
        "stairts" => "starts",
        "stairted" => "started",
        "stairting" => "starting",
        "cannae" => "cant",
        "didnae" => "didnt",
        "wasnae" => "wasnt",
        _ => word,
    };
}
