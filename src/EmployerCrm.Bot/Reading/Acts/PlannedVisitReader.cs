using System.Text.RegularExpressions;

namespace EmployerCrm.Bot.Reading.Acts;

/// <summary>Reads what became of a planned visit: happened, cancelled, moved.</summary>
internal sealed partial class PlannedVisitReader(Skeleton skeleton, Func<string, LineReading> readAgain)
{
    private readonly Line _line = skeleton.Line;

    public Act? Read()
    {
        if (!skeleton.Text.Contains('E', StringComparison.Ordinal))
            return OfTheLastOne();
        if ((Match(MovedTo()) ?? Match(IsMoved()) ?? Match(NotThen())) is { } moved)
            return Moved(moved);
        if ((Match(NotHappened()) ?? Match(CancelledOrder())) is { } off)
            return new Cancelled(skeleton.Employers, Day(off, IsOver().IsMatch(off.Value) ? Direction.Backward : Direction.Forward), Time(off), Told(off));
        return Match(HasHappened()) is { } done ? Happened(done) : null;
    }

    /// <summary>Only as a whole line: "it was cancelled", "moved to Thursday 2pm".</summary>
    private Act? OfTheLastOne()
    {
        if (_line.Clients.Count > 0)
            return null;
        if (Match(ItMoved()) is { } moved)
            return Moved(moved);
        if (Match(ItDidNot()) is { } off)
            return new Cancelled([], Day(off, IsOver().IsMatch(off.Value) ? Direction.Backward : Direction.Forward), Time(off), null);
        return Match(ItHappened()) is { } done && done.Length == skeleton.Text.Length ? new Happened([], Day(done, Direction.Backward), Time(done), null) : null;
    }

    private Match? Match(Regex pattern) => pattern.Match(skeleton.Text) is { Success: true } match && Ends(match) ? match : null;

    /// <summary>The pattern takes the whole line or up to the end of a clause.</summary>
    private bool Ends(Match match) => match.Length == skeleton.Text.Length || skeleton.Text.AsSpan(match.Length).StartsWith(" ,") || skeleton.Text.AsSpan(match.Length).StartsWith(" with ");

    private Happened Happened(Match match) => new(skeleton.Employers, Day(match, Direction.Backward), Time(match), Told(match));

    /// <summary>What follows the pattern, read as if it had been told of the same employer.</summary>
    private LineReading? Told(Match match) => skeleton.Employers.Count > 0 && skeleton.TypedFrom(match.Length) is { } more ? readAgain($"{skeleton.TypedEmployer}, {more}") : null;

    private Moved? Moved(Match match)
    {
        var to = match.Groups["to"] is { Success: true } group ? skeleton.DateAt(group.Index) : null;
        var from = match.Groups["from"] is { Success: true } earlier ? skeleton.DateAt(earlier.Index) : null;
        var time = match.Groups["time"] is { Success: true } at ? skeleton.TimeAt(at.Index) : null;
        if (to is null && time is null && !PutOff().IsMatch(match.Value))
            return null;
        var day = to?.On(_line.Today, Direction.Forward);
        return new Moved(skeleton.Employers, from?.On(_line.Today, Direction.Forward), day, time, to?.OtherDay(_line.Today, day), Told(match));
    }

    private DateOnly? Day(Match match, Direction direction) =>
        _line.Dates.Find(date => date.First < skeleton.TokenAt(match.Length) && date.Sense != DateSense.Vague)?.On(_line.Today, direction);

    private TimeOnly? Time(Match match) => _line.Times.Find(time => time.First < skeleton.TokenAt(match.Length))?.Time;

    private const string Lead = "^(?:(?:yes|yep|yeah|no|nope|ie|sorry|update|hi|the|my|our|todays|yesterdays|tomorrows|this|D|T|,|unfortunately|sadly|afraid|i am|im) )*";
    private const string Planned = "(?:(?:visit|meeting|mtg|appointment|appt|call|chat|trip|one) (?:to |at |with |for |P |the )*)?E(?: (?:D|T|at|on|visit|meeting|mtg|appointment|appt|call|chat|one|with P|P|thing|s))*";
    private const string When = "(?: (?:D|T|at|on|today|ok|okay|fine|after all|as planned|in the end))*";

    [GeneratedRegex(Lead + Planned + "(?: (?:has|have|did|all|it|yes|definitely))* (?:happened|happen|went ahead|gone ahead|took place|taken place|done|all done|yes|yep|ie)\\b" + When, RegexOptions.NonBacktracking)]
    private static partial Regex HasHappened();

    [GeneratedRegex(Lead + Planned + "(?: (?:has|have|had|was|is|were|got|been|being|to|be|now|ive|i|we|weve|had to|they|theyve|had))* (?:cancelled|canceled|cancel|cancelling|called off|fell through|fallen through|is off|was off|no show|noshow|stood me up|stood us up|didnt happen|did not happen|never happened|not happening|isnt happening|wont happen|hasnt happened|didnt go ahead|did not go ahead|not going ahead|isnt going ahead|no)\\b(?: (?:on me|on us|it|by them|again|last minute))*" + When, RegexOptions.NonBacktracking)]
    private static partial Regex NotHappened();

    [GeneratedRegex(Lead + "(?:(?:can|could|you|i|we|ive|weve|have|had|had to|to) )*(?:cancelled|canceled|cancel|scrap|scrapped|no show|noshow|did not make it|didnt make it|didnt get|did not get|couldnt make it|never made it|never got)(?: (?:at|to|from|by|on|with|the|my|our|visit|meeting|call|appointment|D|T|P))* E" + When, RegexOptions.NonBacktracking)]
    private static partial Regex CancelledOrder();

    [GeneratedRegex(Lead + "(?:(?:can|could|you|i|we|ive|weve|have|had|had to|to|need|want|id|like) )*(?:move|moved|push|pushed|shift|shifted|rearrange|rearranged|reschedule|rescheduled|change|changed|put|bring|brought|delay|delayed|postpone|postponed|swap|swapped|rebook|rebooked)(?: (?:the|my|our|visit|meeting|call|appointment|to|at|with|P))* E(?: (?:visit|meeting|mtg|call|appointment|one|back|forward|out|off|P|with))*(?: from (?<from>D)(?: T)?| (?<from>D))?(?: (?:back|forward|out))?(?: (?:to|for|until|till|til|on|at) (?:(?<to>D)(?: at| for)?(?: (?<time>T))?|(?<time>T)(?: on)?(?: (?<to>D))?)| (?<to>D)(?: at)?(?: (?<time>T))?)?(?: instead)?", RegexOptions.NonBacktracking)]
    private static partial Regex MovedTo();

    private const string Tail = "(?:(?:(?: from)? (?<from>D)(?: T)?(?: back| forward)? (?:to|for|until|till|til)|(?: (?:to|for|until|till|til|on|at))?) (?:(?<to>D)(?: at| for)?(?: (?<time>T))?|(?<time>T)(?: on)?(?: (?<to>D))?))?(?: instead)?";

    [GeneratedRegex(Lead + "(?:(?:visit|meeting|call|appointment) (?:to |at |with |P )*)?E(?: (?:visit|meeting|mtg|call|appointment|one|with P|P))*(?: (?<from>D))?(?: T)?(?: (?:has|have|had|is|was|been|got|wants?|want|needs?|asked|asking|to|us|be|it|they|theyve|weve|ive|i|we))* (?:moved|move|now|changed|change|rearranged|rearrange|rescheduled|reschedule|postponed|pushed|push|put|brought|rebooked|delayed|shifted)(?: (?:back|forward|off|is|it|out|us|me|again|the visit|the meeting))*" + Tail, RegexOptions.NonBacktracking)]
    private static partial Regex IsMoved();

    /// <summary>"X Thursday, not Friday".</summary>
    [GeneratedRegex(Lead + "(?:(?:can|could|we|you|i|do|make|it|lets|is|to|see|visit) ?)*E(?: (?:visit|meeting|on|is))* (?<to>D)(?: at)?(?: (?<time>T))?(?: ,)? (?:instead of|not|rather than)(?: on)? (?<from>D)", RegexOptions.NonBacktracking)]
    private static partial Regex NotThen();

    /// <summary>No employer is named: the visit that was spoken of last.</summary>
    [GeneratedRegex("^(?:(?:yes|yep|yeah|ie|it|they|the|my|that|this|visit|meeting|call|appointment|one|has|did|D|T|,))* ?(?:happened|went ahead|took place)" + When, RegexOptions.NonBacktracking)]
    private static partial Regex ItHappened();

    [GeneratedRegex("^(?:(?:no|nope|na|it|they|he|she|the|my|that|this|visit|meeting|call|appointment|one|has|was|got|been|is|had to|D|T|,) ?)*(?:didnt happen|did not happen|never happened|not happening|didnt go ahead|did not go ahead|not going ahead|cancelled|canceled|was no show|no show|noshow|fell through|called off|stood me up)\\b(?: (?:on me|by them|again|last minute))*" + When, RegexOptions.NonBacktracking)]
    private static partial Regex ItDidNot();

    [GeneratedRegex("^(?:(?:no|it|its|they|he|she|the|that|this|visit|meeting|call|appointment|one|has|was|got|been|is|weve|ive|now|we|i|,) ?)*(?:moved|rearranged|rescheduled|postponed|put back|pushed back|rebooked|now)(?: it| back)?(?: (?:to|for|until|till|til|on|at)) (?:(?<to>D)(?: at| for)?(?: (?<time>T))?|(?<time>T)(?: on)?(?: (?<to>D))?)", RegexOptions.NonBacktracking)]
    private static partial Regex ItMoved();

    /// <summary>Told as something over, so a bare weekday is the last one.</summary>
    [GeneratedRegex("didnt|did not|never|no show|noshow|stood|couldnt|hasnt", RegexOptions.NonBacktracking)]
    private static partial Regex IsOver();

    [GeneratedRegex("postpone|rearrange|reschedule|delayed|put off|pushed back", RegexOptions.NonBacktracking)]
    private static partial Regex PutOff();
}
