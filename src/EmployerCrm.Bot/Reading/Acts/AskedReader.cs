using System.Text.RegularExpressions;

namespace EmployerCrm.Bot.Reading.Acts;

/// <summary>Reads questions about what is stored: "what's on tomorrow", "when did I last see Costwell", "who haven't I seen this month", "what do I owe Two Rivers".</summary>
internal sealed partial class AskedReader(Skeleton skeleton)
{
    private const int DaysWithoutContact = 30;

    private readonly Line _line = skeleton.Line;

    /// <summary>Words that such a question begins with; a line without one is none.</summary>
    public static bool Opens(string word) => word is "what" or "whats" or "wots" or "wot" or "who" or "whos" or "whove" or "which" or "when" or "whens" or "where" or "wheres" or "how" or "am" or "have" or "has" or "did" or "do" or "anything"
        or "my" or "diary" or "plan" or "plans" or "show" or "outstanding" or "owed" or "actions" or "tomorrow" or "tomorrows" or "last" or "next" or "and" or "so" or "any" or "tell" or "can" or "employers" or "beth" or "pryd";

    public Act? Read()
    {
        var text = skeleton.Text.TrimEnd(' ', ',');
        var aboutOne = text.Contains('E', StringComparison.Ordinal) || text.Contains('C', StringComparison.Ordinal);
        if (!aboutOne)
        {
            if (HowMany().IsMatch(text) && Count() is { } count)
                return count;
            if (NotSeen().IsMatch(text))
                return text.Contains("client", StringComparison.Ordinal) ? new ClientsAsked() : new Asked([], AskedFor.NotSeen, Since());
            return text != "D" && Day().IsMatch(text) && _line.Dates is [{ Sense: not DateSense.Vague } day] ? new Asked([], AskedFor.Day, day.On(_line.Today, Direction.Forward) is { } on && day.Sense != DateSense.Past ? on : day.On(_line.Today, Direction.Backward)) : null;
        }
        if (text.Contains('C', StringComparison.Ordinal) && HistoryOf().IsMatch(text))
            return new Asked(skeleton.Employers, AskedFor.LastSeen, null);
        if (BeenInTouch().IsMatch(text))
            return new Asked(skeleton.Employers, AskedFor.LastSeen, null);
        if (LastSeen().IsMatch(text) && Lately().IsMatch(text))
            return new Asked(skeleton.Employers, AskedFor.LastSeen, null);
        if (NextVisit().IsMatch(text))
            return new Asked(skeleton.Employers, AskedFor.NextVisit, null);
        return Owed().IsMatch(text) ? new Asked(skeleton.Employers, AskedFor.Owed, null) : null;
    }

    /// <summary>Of this week there is a card of its own.</summary>
    private Asked? Count()
    {
        var (text, today) = (skeleton.Line.Text.ToLowerInvariant(), _line.Today);
        if (text.Contains("last month", StringComparison.Ordinal))
            return new Asked([], AskedFor.HowMany, new DateOnly(today.Year, today.Month, 1).AddMonths(-1)) { Until = new DateOnly(today.Year, today.Month, 1).AddDays(-1) };
        if (text.Contains("month", StringComparison.Ordinal))
            return new Asked([], AskedFor.HowMany, new DateOnly(today.Year, today.Month, 1)) { Until = today };
        if (text.Contains("last week", StringComparison.Ordinal))
            return new Asked([], AskedFor.HowMany, DateRules.MondayOf(today).AddDays(-7)) { Until = DateRules.MondayOf(today).AddDays(-1) };
        return _line.Dates is [{ Sense: not DateSense.Vague } span] && span.On(today, Direction.Backward) is { } day && day <= today ? new Asked([], AskedFor.HowMany, day) { Until = text.Contains("since", StringComparison.Ordinal) ? today : day } : null;
    }

    private DateOnly Since()
    {
        var today = _line.Today;
        var text = skeleton.Text;
        if (text.Contains("month", StringComparison.Ordinal) && !text.Contains("last month", StringComparison.Ordinal) && !text.Contains("a month", StringComparison.Ordinal))
            return new DateOnly(today.Year, today.Month, 1);
        if (text.Contains("month", StringComparison.Ordinal))
            return today.AddMonths(-1);
        if (text.Contains("week", StringComparison.Ordinal))
            return DateRules.MondayOf(today);
        if (_line.Tokens.Select(token => CalendarWords.Month(token.Word)).FirstOrDefault(month => month is not null) is { } named)
            return new DateOnly(named <= today.Month ? today.Year : today.Year - 1, named, 1);
        var since = _line.Dates.Find(date => date.Sense != DateSense.Vague)?.On(today, Direction.Backward);
        if (since is null && _line.Dates.Find(date => date.Sense == DateSense.Vague) is { } vague)
        {
            var words = string.Join(' ', _line.Tokens[vague.First..vague.End].Select(token => token.Word));
            return words.Contains("month", StringComparison.Ordinal) ? words.StartsWith("this", StringComparison.Ordinal) ? new DateOnly(today.Year, today.Month, 1) : today.AddMonths(-1) : DateRules.MondayOf(today);
        }
        return since is { } on && on <= today ? on : today.AddDays(-DaysWithoutContact);
    }

    private const string Asks = "^(?:(?:and|can|could|you|tell|me|show|hi|please|so) )*";

    [GeneratedRegex(Asks + "how many (?:employer )?(?:visits|contacts|employers|calls|people|places|did|have)(?: |$)", RegexOptions.NonBacktracking)]
    private static partial Regex HowMany();

    [GeneratedRegex(Asks + "(?:who|whos|whove|which employers?|which ones?|what employers?|who else|any employers?|employers|anyone|which clients?|what clients?)(?: (?:that|is|it|on|my|list|have|has|do|else))*(?: (?:i|we))?(?: (?:havent|have not|not|hasnt|didnt|dont|aint))(?: (?:i|we|been|yet))*(?: (?:seen|visited|contacted|spoken to|spoken|rung|called|phoned|been to|been|met|been in touch with|heard from|see|visit))*(?: to)?(?: (?:since|in|for|the|last|this|past|D|a|ages|while|month|months|week|weeks|long|time|yet|lately|recently|at all|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec))*$", RegexOptions.NonBacktracking)]
    private static partial Regex NotSeen();

    [GeneratedRegex(Asks + "(?:(?:what|whats|wots|wot|who|whos|where|wheres|anything|have|am|do|any|which|how|diary|my|plan|plans|appointments?|visits?|beth|sydd|sy)(?: |$))*(?:(?:is|s|have|ive|has|got|do|am|are|i|we|booked|planned|going|on|in|the|diary|plan|plans|for|of|my|did|seeing|see|saw|seen|visit|meet|visiting|meeting|doing|up to|happening|appointments?|visits?|anything|to|at|with|look like|looking like|does|happening|lined up|supposed to be|meant to be|need to be|free|busy|booked up|off) )*D(?: (?:please|then|again|look like|looking like|in the diary|booked|planned|D))*$", RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex(Asks + "(?:when|whens|what date|how long|who|whos|whove|has|have|did|last time|last|what day)(?: (?:was|is|did|do|have|has|had|i|we|us|anyone|anybody|someone|somebody|ive|weve|it|since|the|our|my|a|of|team|on|to|in|with|date|time|visit|contact|call|touch|last|latest|most recently|ago|recent|seen|saw|see|been|went|go|visit|visited|rang|ring|rung|called|call|phoned|phone|spoke|spoken|speak|met|meet|emailed|contacted|heard from|from|else|P|at))* [EC](?: (?:last|lately|recently|latest|seen|visited|contacted|D|P|this week|this month|been|visit|contact|s))*$", RegexOptions.NonBacktracking)]
    private static partial Regex LastSeen();

    [GeneratedRegex(Asks + "(?:list|history|visits|contacts|last contacts?|last visits?|all|the|my|of|for|with|to|about|show) (?:(?:list|history|visits|contacts|all|the|my|of|for|with|to|about|recent|last) )*C$", RegexOptions.NonBacktracking)]
    private static partial Regex HistoryOf();

    [GeneratedRegex("^(?:has|have|did|any news from|heard from) (?:anyone |anybody )?(?:at |from )?[EP](?: E)?(?: (?:been|in|touch|called|rung|rang|replied|reply|emailed|got|get|come|back|to|us|me|contacted|yet|answered|ring|call|email))*$", RegexOptions.NonBacktracking)]
    private static partial Regex BeenInTouch();

    [GeneratedRegex("last|lately|recent|latest|how long|(?:^| )(?:seen|been|visited|spoken|contacted|rung|called) ", RegexOptions.NonBacktracking)]
    private static partial Regex Lately();

    [GeneratedRegex(Asks + "(?:when|whens|what time|what day|am|do|have|where|next)(?: (?:is|am|do|have|i|we|next|my|the|our|visit|meeting|appointment|call|due|supposed|meant|got|at|to|in|on|with|a|seeing|see|visiting|going|back|booked|planned|anything|P|D|be|for|any|visits))* E(?: (?:next|again|on|at|for|D|T|this week|planned|booked|P|visit|in the diary))*$", RegexOptions.NonBacktracking)]
    private static partial Regex NextVisit();

    [GeneratedRegex(Asks + "(?:what|whats|wots|anything|have|do|outstanding|owed|actions|any|is|there|my|all|tasks|follow ups|followups|due)(?: (?:is|s|do|have|ive|has|i|we|got|owe|owed|owing|outstanding|outstanding actions|due|left|still|to|need|for|at|with|on|actions|tasks|jobs|anything|next steps?|steps|reminders|follow ups|followups|promised|promise|agree|agreed|did|doing|the|by|there|done|do))*(?: (?:to|for|at|with|on|re|about))? ?[EC](?: (?:s|still|outstanding|D|please|now))*$", RegexOptions.NonBacktracking)]
    private static partial Regex Owed();
}
