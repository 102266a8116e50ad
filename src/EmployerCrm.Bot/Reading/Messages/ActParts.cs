using EmployerCrm.Bot.Reading.Acts;

namespace EmployerCrm.Bot.Reading.Messages;

/// <summary>
/// Divides a line that tells of different things: "irwell didn't happen, two rivers went ahead", "saw PW26; rang Angela at Two Rivers". A part begins behind a mark or "then" with what
/// stands by itself: what became of a plan, a client's contact or job, a reminder. What a client said or did at a visit stays with the visit.
/// </summary>
internal sealed class ActParts
{
    private const int LongestLine = 150;
    private const int Most = 12;
    private const int Near = 6;

    private readonly Line _line;
    private readonly List<Token> _tokens;
    private readonly Func<string, LineReading> _read;

    private readonly bool _isVisit;

    private ActParts(Line line, LineReading reading, Func<string, LineReading> read)
    {
        _isVisit = reading is { Act: null, Intent: Intent.LogVisit or Intent.PlanVisit };
        _line = line.Again();
        _tokens = line.Tokens;
        _read = read;
    }

    /// <summary>The texts of the parts; none where the line is one.</summary>
    /// <param name="reading">The line as a whole.</param>
    /// <param name="read">Reads a part of the line by itself.</param>
    public static IReadOnlyList<string> Of(Line line, LineReading reading, Func<string, LineReading> read)
    {
        var reminders = line.Tokens.Count(token => token.Word is "remind" or "reminder");
        return line.Tokens.Count > LongestLine || line.Mentions.Count + line.Clients.Count + (2 * reminders) < 2 ? [] : new ActParts(line, reading, read).Divide();
    }

    private List<string> Divide()
    {
        var parts = new List<string>();
        var (first, before) = (0, (LineReading?)null);
        for (var i = 1; i < _tokens.Count && parts.Count < Most; i++)
        {
            if (StartBehind(i) is not { } start || !MayBegin(start.At) || _isVisit && parts.Count == 0 && !MayFollowVisit(start))
                continue;
            before ??= _read(Typed(first, i));
            if (!IsWhole(before) || !StandsAlone(_read(Typed(start.At, _tokens.Count)), before, start))
            {
                before = null;
                continue;
            }
            parts.Add(Typed(first, i));
            (first, before) = (start.At, null);
            i = start.At;
        }
        if (parts.Count > 0)
            parts.Add(Typed(first, _tokens.Count));
        return parts;
    }

    /// <summary>The first telling word behind a mark or a joining word.</summary>
    private Start? StartBehind(int i)
    {
        if (_tokens[i].Break == Break.None && _tokens[i].Word is not ("then" or "and" or "plus" or "also") || _tokens[i - 1].Break != Break.None && _tokens[i].IsWord)
            return null;
        var strong = _tokens[i].Break == Break.Sentence || _tokens[i].Raw is ";";
        var then = _tokens[i].Word is "then";
        var at = i + 1;
        while (at < _tokens.Count && (_tokens[at].Word is "and" or "then" or "also" or "so" or "plus" or "i" or "we" or "later" or "after" or "that" or "finally" or "the" || !_tokens[at].IsWord))
        {
            then |= _tokens[at].Word is "then" or "later";
            at++;
        }
        var isList = !then && _tokens[i].Word is "and" or "plus" or "also" || _tokens[i].Raw is ",";
        if (at < _tokens.Count && isList && _line.Clients.Exists(client => client.First == at) && _line.Clients.Exists(client => client.End == i || client.End == i - 1))
            return null;
        return at < _tokens.Count ? new Start(at, strong, then, _line.Clients.Exists(client => client.First == at)) : null;
    }

    /// <summary>A quick look, before anything is read twice.</summary>
    private bool MayBegin(int at)
    {
        var token = _tokens[at];
        if (token.Part is Part.Employer or Part.Client || _line.Clients.Exists(client => client.First == at) || token.Word is "remind" or "reminder")
            return true;
        var telling = Verbs.Contact(token.Word) is { Form: not VerbForm.Participle } || token.Word is "cancelled" or "cancel" or "moved" or "move" or "postponed" or "had" or "text" or "message" or "call";
        return telling && Enumerable.Range(at, Math.Min(Near, _tokens.Count - at)).Any(near => _tokens[near].Part is Part.Employer or Part.Client);
    }

    /// <summary>Behind a visit only what became of a plan, a job, or a client met later stands by itself; most lines need not be read again to see that there is none.</summary>
    private bool MayFollowVisit(Start start) => start.IsThen || start.IsStrong && _line.Clients.Count > 0 || _line.Mentions.Count > 1 && ActReader.MayTell(_tokens, start.At);

    private static bool IsWhole(LineReading reading) => IsAct(reading) || IsVisit(reading);

    private static bool IsAct(LineReading reading) => reading.Act is not (null or Asked) || reading is { Intent: Intent.JobStart, Ask: null };

    private static bool IsVisit(LineReading reading) => reading is { Intent: Intent.LogVisit or Intent.PlanVisit, Ask: not ReadingQuestion.Employer };

    private static bool StandsAlone(LineReading next, LineReading before, Start start) => next switch
    {
        { Act: Happened { NeedNotBePlanned: false } or Cancelled or Moved } => next.Act.Employers.Count > 0 && !Same(next, before),
        { Act: Reminder } => IsAct(before),
        { Act: JobEnded or ClientClosed } => IsAct(before) || start.IsStrong,
        { Act: ClientContacted contacted } => IsAct(before) || start.IsThen || start.IsStrong && (contacted.Way != Core.Visits.Channel.InPerson || start.IsClient),
        { Act: null, Intent: Intent.JobStart } => IsAct(before) || start.IsStrong,
        { Act: null } => IsAct(before) && next is { Intent: Intent.LogVisit or Intent.PlanVisit } && (next.EmployerId is not null || next.Ambiguous.Count > 0),
        _ => false,
    };

    private static bool Same(LineReading next, LineReading before) =>
        before.Act?.Employers.Select(employer => employer.Id).SequenceEqual(next.Act!.Employers.Select(employer => employer.Id)) ?? before.EmployerId == next.Act!.Employers[0].Id;

    private string Typed(int first, int end) => end == _tokens.Count ? _line.Text[_tokens[first].Start..].Trim() : _line.TextOf(first, end);

    /// <summary>Where a part may begin.</summary>
    /// <param name="At">The first telling token.</param>
    /// <param name="IsStrong">Behind a full stop, new line or semicolon.</param>
    /// <param name="IsThen">Behind "then" or "later".</param>
    /// <param name="IsClient">A client's reference stands there.</param>
    private sealed record Start(int At, bool IsStrong, bool IsThen, bool IsClient);
}
