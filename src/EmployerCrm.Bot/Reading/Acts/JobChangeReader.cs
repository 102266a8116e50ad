using System.Text.RegularExpressions;

namespace EmployerCrm.Bot.Reading.Acts;

/// <summary>
/// Reads what changed of a job: "JS12 now starts Mon 7 Dec", "JS12's start moved to Thursday", "JS12 up to 20h from Monday", "JS12 promoted to supervisor". Whether there is such
/// a job is not known here; without one the reading beside it holds.
/// </summary>
internal sealed partial class JobChangeReader(Skeleton skeleton)
{
    private const int LongestTitle = 8;

    /// <summary>A line without one of these tells of no change.</summary>
    private static readonly HashSet<string> Telling = new((
        "now instead later earlier sooner actually really start starts starting first date moved pushed put brought delayed changed postponed shifted rescheduled rearranged slipped " +
        "hours hrs hour hr h up down increased reduced cut dropped upped promoted title role").Split(' '), StringComparer.Ordinal);

    private readonly Line _line = skeleton.Line;

    public static bool MayTell(Line line) => line.Clients.Count > 0
        && (line.Tokens.Exists(token => token.IsWord && Telling.Contains(token.Word)) || WeeklyHours.Said(line.Text) is not null);

    public JobChanged? Read()
    {
        var text = skeleton.Text;
        if (Replaced().IsMatch(text) || StartMoved().IsMatch(text) || MoveStart().IsMatch(text) || Otherwise().IsMatch(text) || (IsPutRight && Started().IsMatch(text)))
            return new JobChanged(skeleton.Employers, StartOn(text)) { IsStart = true };
        var title = Title(text);
        var hours = title is not null || HoursBefore().IsMatch(text) ? WeeklyHours.Said(_line.Text) : null;
        return title is null && hours is null ? null : new JobChanged(skeleton.Employers, null)
        {
            JobTitle = title, MinutesAWeek = hours, From = Day(Direction.Forward), IsChange = title is not null || Changing().IsMatch(text),
        };
    }

    /// <summary>The day said last; before "not" or "instead of" the one said first.</summary>
    private DateOnly? StartOn(string text)
    {
        var days = _line.Dates.FindAll(date => date.Sense != DateSense.Vague);
        if (days.Count == 0)
            return null;
        var day = InsteadOf().IsMatch(text) ? days[0] : days[^1];
        return day.On(_line.Today, HasStarted().IsMatch(text) ? Direction.Backward : Direction.Forward);
    }

    private DateOnly? Day(Direction direction) => _line.Dates.Find(date => date.Sense != DateSense.Vague)?.On(_line.Today, direction);

    /// <summary>"actually" is a filler elsewhere, and stands in no skeleton.</summary>
    private bool IsPutRight => _line.Tokens.Exists(token => token.Word is "actually" or "really");

    /// <summary>What was typed behind "promoted to", up to the employer, the day or the hours.</summary>
    private string? Title(string text)
    {
        if (Titled().Match(text) is not { Success: true } match)
            return null;
        var (first, tokens) = (skeleton.TokenAt(match.Length + 1), _line.Tokens);
        if (match.Length >= text.Length)
            return null;
        var end = first;
        while (end < tokens.Count && tokens[end] is { Part: Part.None, Break: Break.None } token && token.Word is not ("at" or "from" or "with" or "since" or "on" or "for" or "and") && !WeeklyHours.IsCount(token.Word))
            end++;
        return end == first || end - first > LongestTitle ? null : _line.TextOf(first, end);
    }

    private const string Lead = "^(?:(?:so|update|news|,|good|great|client|log|record) )*";

    // "C now starts D", "C is now starting at E on D"
    [GeneratedRegex(Lead + "C(?: (?:is|s|has|will|be|ll))* now(?: (?:be|due to|going to|to|also))* (?:start|starts|starting|begins|beginning|begin)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Replaced();

    // "C s start at E moved to D", "C start date is now D"
    [GeneratedRegex(Lead + "C(?: (?:s|job|new|his|her|their))* (?:start|start date|starting date|first day|start day)(?: (?:at|with|in) (?:the )?E| E)?(?: (?:has|is|was|been|got|s|being|will|be|gets|actually|really|now))* (?:now|moved|pushed|put|brought|delayed|changed|postponed|shifted|rescheduled|rearranged|slipped|D)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex StartMoved();

    // "move C s start to D"
    [GeneratedRegex(Lead + "(?:(?:please|can you|could you) )*(?:move|push|change|put|shift|delay|bring|postpone)(?: (?:back|forward|the))* (?:start(?: date)? (?:of|for) C|C(?: (?:s|job|new))* (?:start|start date|first day))", RegexOptions.NonBacktracking)]
    private static partial Regex MoveStart();

    // "C starts D instead", "C starts D not D"
    [GeneratedRegex(Lead + "C(?: (?:is|s|will|be|now))* (?:starts|starting|start|started)(?: (?:at|with) (?:the )?E| E)?(?: on| the)* D(?: on| the)*(?: ,)*(?: (?:instead|not D|not on D|rather than D|instead of D|not the D))|" + Lead + "C(?: (?:is|s))* (?:starting|starts|start)(?: (?:at|with) (?:the )?E| E)? (?:later|earlier|sooner)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Otherwise();

    [GeneratedRegex(Lead + "C(?: (?:has|s|is|really))* (?:started|starting|starts)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Started();

    [GeneratedRegex("(?:not|rather than|instead of)(?: (?:on|the))* D", RegexOptions.NonBacktracking)]
    private static partial Regex InsteadOf();

    [GeneratedRegex("(?:actually|really|was|has) (?:actually |really )?(?:started|D|on D)|started", RegexOptions.NonBacktracking)]
    private static partial Regex HasStarted();

    // "C up to 20h", "C hours are 20 from D", "C now does 20 hours at E", "change C s hours to 20"
    [GeneratedRegex(Lead + "(?:(?:change|set|put|move) )?C(?: (?:s|is|has|have|will|be|was|been|now|gone|going|goes|went|got|getting|just|also|up|down|upped|increased|reduced|cut|dropped|moved|moving|changed|changing|change|back|to|on|at|with|in|E|work|working|works|does|doing|do|job|hours|hrs|are|from|D|,|his|her|their|the|a|week|per|of))* (?:T|[0-9][0-9.]*(?:h|hr|hrs)?)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex HoursBefore();

    [GeneratedRegex("\\b(?:now|up|down|upped|increased|reduced|cut|dropped|moved|changed|change|gone|going|goes|from|D)\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Changing();

    [GeneratedRegex(Lead + "C(?: (?:has|is|s|been|just|got))* promoted to(?: (?:a|an|the))?|" + Lead + "C(?: s)?(?: (?:job|new))* (?:title|role|job)(?: (?:at|with) E)?(?: (?:is|has|was|been))* (?:now|changed to|to)(?: (?:a|an|the))?|" + Lead + "C(?: (?:is|s))* now (?:works|working|employed) as(?: (?:a|an|the))?|" + Lead + "C (?:is |s )now (?:a|an)", RegexOptions.NonBacktracking)]
    private static partial Regex Titled();
}
