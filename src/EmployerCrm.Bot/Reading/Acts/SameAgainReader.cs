using System.Text.RegularExpressions;

namespace EmployerCrm.Bot.Reading.Acts;

/// <summary>Reads "same again", "same again at Costwell today, nobody about".</summary>
internal sealed partial class SameAgainReader(Skeleton skeleton, Func<string, LineReading> readAgain)
{
    public SameAgain? Read()
    {
        if (Again().Match(skeleton.Text) is not { Success: true } match)
            return null;
        var line = skeleton.Line;
        var rest = skeleton.Text[match.Length..];
        if (rest.Length > 0 && !rest.StartsWith(" ,", StringComparison.Ordinal))
            return null;
        var more = skeleton.TypedFrom(match.Length);
        var date = line.Dates.Find(date => date.First < skeleton.TokenAt(match.Length) && date.Sense != DateSense.Vague);
        var time = line.Times.Find(time => time.First < skeleton.TokenAt(match.Length));
        // "same as yesterday" repeats yesterday's, and is for today.
        if (match.Value.Contains("as D", StringComparison.Ordinal))
            date = null;
        return new SameAgain(skeleton.Employers, date?.On(line.Today, Direction.Backward), time?.Time, more is null ? null : readAgain($"{skeleton.TypedEmployer}, {more}"));
    }

    [GeneratedRegex("^(?:(?:log|the|and|it|was|exactly|yes) )*(?:same again|same as (?:last time|before|yesterday|last week|usual|always|D)|ditto|same visit(?: again)?|repeat (?:that|last|last one|the last one|the last|last visit)|yr un peth eto)(?: (?:at|for|with|to|in|on|as|and|the|E|D|T|C|visit|call|P))*", RegexOptions.NonBacktracking)]
    private static partial Regex Again();
}
