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
        if ((Match(CannotThen()) ?? Match(MovedTo()) ?? Match(IsMoved()) ?? Match(NotThen())) is { } moved)
            return Moved(moved);
        if ((Match(NotHappened()) ?? Match(CancelledOrder())) is { } off)
            return new Cancelled(skeleton.Employers, Day(off, IsOver().IsMatch(off.Value) ? Direction.Backward : Direction.Forward), Time(off), Told(off));
        if ((Match(HasHappened()) ?? Match(DoneAt())) is { } done)
            return Happened(done);
        return Match(HasGoneWell()) is { } well ? Happened(well) with { NeedNotBePlanned = true } : null;
    }

    /// <summary>Only as a whole line: "it was cancelled", "moved to Thursday 2pm".</summary>
    private Act? OfTheLastOne()
    {
        if (Match(ItMoved()) is { } moved)
            return Moved(moved);
        if (Match(ItDidNot()) is { } off)
            return new Cancelled([], Day(off, IsOver().IsMatch(off.Value) ? Direction.Backward : Direction.Forward), Time(off), ToldOfTheLastOne(off)) { More = skeleton.TypedFrom(off.Length) };
        return Match(ItHappened()) is { } done ? new Happened([], Day(done, Direction.Backward), Time(done), ToldOfTheLastOne(done)) { More = skeleton.TypedFrom(done.Length) } : null;
    }

    private Match? Match(Regex pattern) => pattern.Match(skeleton.Text) is { Success: true } match && Ends(match) ? match : null;

    /// <summary>The pattern takes the whole line, or up to the end of a clause, or somebody goes on speaking: "cancelled because…", "didn't happen Rosa double booked".</summary>
    private bool Ends(Match match) => match.Length == skeleton.Text.Length || GoesOn().IsMatch(skeleton.Text[match.Length..]) || IsSettled().IsMatch(match.Value);

    /// <summary>What follows, where no employer is named; it is read again once it is known which was meant.</summary>
    private LineReading? ToldOfTheLastOne(Match match) => skeleton.TypedFrom(match.Length) is { } more ? readAgain($"visited, {more}") : null;

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
        return new Moved(skeleton.Employers, from?.On(_line.Today, Direction.Forward), day, time, to?.OtherDay(_line.Today, day), Told(match) ?? ToldOfMove(match)) { More = skeleton.Employers.Count == 0 ? skeleton.TypedFrom(match.Length) : null };
    }

    private LineReading? ToldOfMove(Match match) => skeleton.Employers.Count == 0 ? ToldOfTheLastOne(match) : null;

    private DateOnly? Day(Match match, Direction direction) =>
        _line.Dates.Find(date => date.First < skeleton.TokenAt(match.Length) && date.Sense != DateSense.Vague)?.On(_line.Today, direction);

    private TimeOnly? Time(Match match) => _line.Times.Find(time => time.First < skeleton.TokenAt(match.Length))?.Time;

    private const string Lead = "^(?:(?:yes|yep|yeah|aye|no|nope|ie|sorry|update|hi|the|my|our|todays|yesterdays|tomorrows|this|D|T|,|unfortunately|sadly|afraid|i am|im|and|also|so|but|then) )*";
    private const string Planned = "(?:(?:visit|meeting|mtg|appointment|appt|call|chat|trip|one) (?:to |at |with |for |P |the )*)?E(?: (?:D|T|at|on|visit|meeting|mtg|appointment|appt|call|chat|one|with P|P|thing|s))*";
    private const string When = "(?: (?:D|T|at|on|today|ok|okay|fine|after all|as planned|in the end|aye|yes))*";

    [GeneratedRegex(Lead + Planned + "(?: ,)?(?: (?:has|have|did|all|both|they|it|yes|aye|definitely))* (?:happened|happen|went ahead|gone ahead|took place|taken place|done|all done|yes|yep|ie)\\b" + When, RegexOptions.NonBacktracking)]
    private static partial Regex HasHappened();

    [GeneratedRegex(Lead + Planned + "(?: ,)?(?: (?:no|nope|both|all|has|have|had|was|is|were|got|been|being|to|be|now|ive|i|we|weve|had to|they|theyve|had))* (?:cancelled|canceled|cancel|cancelling|called off|fell through|fallen through|is off|was off|no show|noshow|stood me up|stood us up|didnt happen|did not happen|never happened|not happening|isnt happening|wont happen|hasnt happened|didnt go ahead|did not go ahead|not going ahead|isnt going ahead|no)\\b(?: (?:on me|on us|it|by them|again|last minute))*" + When, RegexOptions.NonBacktracking)]
    private static partial Regex NotHappened();

    [GeneratedRegex(Lead + "(?:(?:can|could|you|i|we|ive|weve|have|had|had to|to) )*(?:cancelled|canceled|cancel|scrap|scrapped|no show|noshow|did not make it|didnt make it|didnt manage to get|did not manage to get|couldnt get|didnt get|did not get|couldnt make it|never made it|never got)(?: (?:at|to|from|by|on|with|the|my|our|visit|meeting|call|appointment|D|T|P))* E" + When, RegexOptions.NonBacktracking)]
    private static partial Regex CancelledOrder();

    [GeneratedRegex(Lead + "(?:(?:can|could|you|i|we|ive|weve|have|had|had to|to|need|want|id|like) )*(?:move|moved|push|pushed|shift|shifted|rearrange|rearranged|reschedule|rescheduled|change|changed|put|bring|brought|delay|delayed|postpone|postponed|swap|swapped|rebook|rebooked)(?: (?:the|my|our|visit|meeting|call|appointment|to|at|with|P))* E(?: (?:visit|meeting|mtg|call|appointment|one|back|forward|out|off|P|with))*(?: from (?<from>D)(?: T)?| (?<from>D))?(?: (?:back|forward|out))?(?: (?:to|for|until|till|til|on|at) (?:(?<to>D)(?: at| for)?(?: (?<time>T))?|(?<time>T)(?: on)?(?: (?<to>D))?)| (?<to>D)(?: at)?(?: (?<time>T))?)?(?: instead)?", RegexOptions.NonBacktracking)]
    private static partial Regex MovedTo();

    private const string Tail = "(?:(?:(?: from)? (?<from>D)(?: T)?(?: back| forward)? (?:to|for|until|till|til)|(?: (?:to|for|until|till|til|on|at))?) (?:(?<to>D)(?: at| for)?(?: (?<time>T))?|(?<time>T)(?: on)?(?: (?<to>D))?))?(?: instead)?";

    [GeneratedRegex(Lead + "(?:(?:visit|meeting|call|appointment) (?:to |at |with |P )*)?E(?: (?:visit|meeting|mtg|call|appointment|one|with P|P))*(?: ,)?(?: (?<from>D))?(?: T)?(?: (?:has|have|had|is|was|been|got|wants?|want|needs?|asked|asking|to|us|be|it|they|theyve|weve|ive|i|we))* (?:moved|move|now|changed|change|rearranged|rearrange|rescheduled|reschedule|postponed|pushed|push|put|brought|rebooked|delayed|shifted)(?: (?:back|forward|off|is|it|out|us|me|again|the visit|the meeting))*" + Tail, RegexOptions.NonBacktracking)]
    private static partial Regex IsMoved();

    /// <summary>"X can't do Wednesday, she has moved it to Friday".</summary>
    [GeneratedRegex("^(?:(?:sorry|update|the|P|at|from|unfortunately|,) )*E(?: P)? (?:cant|cannot|couldnt|can not)(?: (?:do|make|manage))? (?:it )?(?<from>D)(?: T)?(?: anymore| now)?(?: ,)?(?: (?:so|and))?(?: (?:we|i|she|he|they|theyve|weve|ive|shes|hes|P|has|have|had|its))* (?:moved|move|rearranged|rescheduled|changed|pushed|put|rebooked|now)(?: (?:it|back|to|for|till|until|on))* (?<to>D)(?: at| same time)?(?: (?<time>T))?(?: same time)?", RegexOptions.NonBacktracking)]
    private static partial Regex CannotThen();

    [GeneratedRegex(Lead + "(?:all )?(?:done|finished|sorted) (?:at|with|in) (?:the )?E" + When, RegexOptions.NonBacktracking)]
    private static partial Regex DoneAt();

    [GeneratedRegex(Lead + Planned + "(?: (?:has|all|it|today|really))* went (?:really |very |so |quite |pretty )?(?:well|great|fine|lovely|good|brilliant|brilliantly|smoothly|ok|okay|amazing|fab|perfect|badly)" + When, RegexOptions.NonBacktracking)]
    private static partial Regex HasGoneWell();

    [GeneratedRegex("^ (?:,|with |P |because|cos |cause |as |since |due |he |she |they |shes |hes |theyre |theyve |i |we |and |but |so |now |at P|says |said |wants |gary )", RegexOptions.NonBacktracking)]
    private static partial Regex GoesOn();

    /// <summary>Words that take nothing behind them, so that whatever follows is told besides.</summary>
    [GeneratedRegex("(?:didnt|did not|never) happen$|(?:didnt|did not) go ahead$|not going ahead$", RegexOptions.NonBacktracking)]
    private static partial Regex IsSettled();

    /// <summary>"X Thursday, not Friday".</summary>
    [GeneratedRegex(Lead + "(?:(?:can|could|we|you|i|do|make|it|lets|is|to|see|visit) ?)*E(?: (?:visit|meeting|on|is))* (?<to>D)(?: at)?(?: (?<time>T))?(?: ,)? (?:instead of|not|rather than)(?: on)? (?<from>D)", RegexOptions.NonBacktracking)]
    private static partial Regex NotThen();

    /// <summary>No employer is named: the visit that was spoken of last.</summary>
    [GeneratedRegex("^(?:(?:yes|yep|yeah|yup|aye|ie|it|they|the|my|that|this|visit|meeting|mtg|call|chat|appointment|appt|one|has|did|todays|D|T|,|all|they all|both) ?)*(?:happened|went ahead|gone ahead|took place|taken place|done and dusted)(?: (?:all|as planned|fine|ok|okay))*" + When, RegexOptions.NonBacktracking)]
    private static partial Regex ItHappened();

    [GeneratedRegex("^(?:(?:no|nope|na|it|its|they|he|she|the|my|that|this|visit|meeting|mtg|call|chat|appointment|appt|one|has|was|got|been|is|had to|todays|unfortunately|sadly|D|T|,|theyve|hes|shes) ?)*(?:(?:didnt|did not) happen|never happened|not happening|isnt happening|hasnt happened|wasnt to be|(?:didnt|did not) go ahead|not going ahead|isnt going ahead|cancelled|canceled|was no show|no show|noshow|fell through|called off|stood me up|off|it (?:didnt|did not)(?: ,)?(?: (?:they|he|she|P) (?:had to |have |has |rang to |called to |emailed to |texted to )?(?:cancelled|canceled|cancel|didnt show))|(?:didnt|did not)(?: ,)? (?:they|he|she) (?:had to |have |has |rang to |called to |emailed to |texted to )?(?:cancelled|canceled|cancel))\\b(?: (?:on me|by them|again|last minute|now))*(?: ,? ?(?:they|he|she|P) (?:had to |have |has |rang to |called to )?(?:cancelled|canceled|cancel)(?: on me)?)?" + When, RegexOptions.NonBacktracking)]
    private static partial Regex ItDidNot();

    [GeneratedRegex("^(?:(?:no|yes|it|its|they|he|she|the|that|this|visit|meeting|call|appointment|one|has|have|was|got|been|is|weve|ive|theyve|shes|hes|now|we|i|,|couldnt make it|couldnt do it|cant make it|cant do it|didnt happen|had to|so|sorry|D) ?)*(?:moved|moving|move|rearranged|rearranging|rescheduled|rescheduling|postponed|put back|pushed back|pushed|rebooked|rebooking|shifted|changed|now)(?: it| back| them)*(?: (?:to|for|until|till|til|on|at))?(?: (?<to>D)(?: at| for)?(?: (?<time>T))?| (?<time>T)(?: on)?(?: (?<to>D))?)(?: instead)?", RegexOptions.NonBacktracking)]
    private static partial Regex ItMoved();

    /// <summary>Told as something over, so a bare weekday is the last one.</summary>
    [GeneratedRegex("didnt|did not|never|no show|noshow|stood|couldnt|hasnt", RegexOptions.NonBacktracking)]
    private static partial Regex IsOver();

    [GeneratedRegex("postpone|rearrange|reschedule|delayed|put off|pushed back", RegexOptions.NonBacktracking)]
    private static partial Regex PutOff();
}
