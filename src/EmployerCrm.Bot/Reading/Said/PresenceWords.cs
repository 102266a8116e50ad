namespace EmployerCrm.Bot.Reading.Said;

/// <summary>Whether the client was there, where the line says so: "with JS12", "JS12 came along", "JS12 and I".</summary>
internal static class PresenceWords
{
    private const string Joined = "C(?: (?:and|,) C)*";

    /// <summary>Nothing is told of a client that a line does not name.</summary>
    public static bool MayTell(SaidWords words) => words.Text.Contains('C', StringComparison.Ordinal) || words.Text.Contains("client", StringComparison.Ordinal) || words.Text.Contains(" by myself ", StringComparison.Ordinal) || words.Text.Contains(" on my own ", StringComparison.Ordinal);

    public static bool? Read(SaidWords words)
    {
        if (words.Has("without (?:C|the client|client)|on my own|by myself|C (?:didnt|did not|couldnt|could not|wasnt able to|not able to|unable to) (?:come|make it|attend|join)|C (?:cancelled|no show|not there|wasnt there|couldnt make it|didnt turn up|did not turn up)"))
            return false;
        // "with JS12's CV": only the paper was there.
        if (words.Has("(?:with|w|taking|took|brought) C(?: s)? (?:cvs?|details|application|form|forms|letter|references?|certificate|certificates|paperwork)"))
            return null;
        var beside = words.Has($"(?:E|P|D|visited|visit|today|yesterday|morning|afternoon|week|tour|meeting|appointment|met|meeting up|lunch|there|am|pm|oclock|noon|,|in|went|round|[0-9:.]+|town|monday|tuesday|wednesday|thursday|friday|mon|tue|tues|wed|weds|thu|thurs|fri|eleven|thirty|off|going|ten|half|booked)(?: (?:again|today|also))* (?:with|w|wi) (?:client )?{Joined}");
        var opens = words.Text.StartsWith(" with C ", StringComparison.Ordinal) || words.Text.StartsWith(" w C ", StringComparison.Ordinal);
        return beside || opens || words.Has($"visited with C|review with {Joined}|with {Joined} and P|with client|with (?:my|our|a) client|(?:took|brought|taking|bringing|take|accompanied|accompanying|supported|supporting|introduced) {Joined}(?: (?:along|to|into|round|in|over|with|for|and|down|up))|{Joined} (?:came|joined|attended)(?: (?:along|with|me|us|too|as well|to|in|round|for))*|C and (?:i|me|myself)|(?:me|myself|i) and C|C (?:was there|there too|with me)|(?:saw|met|seen|see) {Joined} at E|(?:saw|met|spoke to|spoke with|sat down with) {Joined} and P") ? true : null;
    }
}
