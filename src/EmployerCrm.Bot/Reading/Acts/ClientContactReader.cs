using System.Text.RegularExpressions;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading.Acts;

/// <summary>Reads a contact with clients and no employer: "saw JS12 at work, all fine", "rang JS12 and KP34", "video call with JS12".</summary>
internal sealed partial class ClientContactReader(Skeleton skeleton)
{
    private readonly Line _line = skeleton.Line;
    private readonly List<Token> _tokens = skeleton.Line.Tokens;

    public ClientContacted? Read()
    {
        var first = _line.Clients.Min(client => client.First);
        // "Thu: saw JS12": the day is a label.
        var lead = _line.Dates is [{ First: 0 } day, ..] && day.End < _tokens.Count && _tokens[day.End].Break == Break.Clause ? day.End + 1 : 0;
        var end = _tokens.FindIndex(lead, token => token.Break != Break.None);
        var clause = end < 0 ? _tokens.Count : Math.Max(end, first + 1);
        if (_line.Mentions.Exists(mention => mention.First < clause && !IsSubject(mention)) || end >= 0 && end < first)
            return null;
        var visit = new VisitWords(_tokens);
        visit.Cover(0, clause, later: false);
        var theirs = Theirs();
        if (!IsObject(first, visit) && !WereSeen() && theirs is null && !Missed().IsMatch(skeleton.Text) && !IsDoing().IsMatch(skeleton.Text))
            return null;
        var spans = _line.Dates.FindAll(date => date.First < clause);
        var span = spans.Find(date => date.Sense != DateSense.Vague) ?? spans.FirstOrDefault();
        if (theirs is not null && span?.Sense == DateSense.Future)
            span = null;
        var missed = Missed().IsMatch(skeleton.Text);
        var planned = theirs is null && !missed && (visit.Tense == Tense.Plan || (visit.Tense == Tense.None && span?.Sense == DateSense.Future));
        var on = span is null ? planned ? null : _line.Today : span.On(_line.Today, planned ? Direction.Forward : Direction.Backward);
        return new ClientContacted(on <= _line.Today || planned ? on : null, theirs ?? visit.Channel, theirs is null && AtWork(), planned, missed || NotReached().IsMatch(skeleton.Text));
    }

    /// <summary>The client was in touch: "text from JS12", "JS12 rang me". What they say of another day is not the day of it.</summary>
    private Channel? Theirs() => TheirWords().Match(skeleton.Text) is { Success: true } match ? (match.Groups["noun"].Success ? match.Groups["noun"].Value : match.Groups["verb"].Value) switch
    {
        "text" or "txt" or "message" or "msg" or "whatsapp" or "texted" or "messaged" or "whatsapped" or "txted" => Channel.Text,
        "email" or "emailed" => Channel.Email,
        _ => Channel.Phone,
    }
    : null;

    [GeneratedRegex("^(?:(?:had|got|a|another|just|i|have|ive|received) )*(?<noun>text|txt|message|msg|whatsapp|email|call|phone call|voicemail|ring) from C|^C (?:just |has |also )*(?<verb>texted|messaged|whatsapped|txted|emailed|rang|called|phoned)(?: (?:me|us|back|in|to))*", RegexOptions.NonBacktracking)]
    private static partial Regex TheirWords();

    [GeneratedRegex("^C(?: (?:and|,|C|both|D|T))* (?:(?:didnt|did not|never|failed to) (?:turn|show|attend|come|arrive|answer|appear|make|pick)|no show|no showed|noshow|noshowed|dna|dnad|missed)(?: (?:up|turn up|show|show up|attend|come|arrive|answer|appointment|appt|his|her|their|our|meeting|it|session|D|T))*", RegexOptions.NonBacktracking)]
    private static partial Regex Missed();

    /// <summary>How a client gets on: whoever says so was in touch, and confirms how.</summary>
    [GeneratedRegex("^C(?: (?:is|s|still|both|and|,|C))* (?:doing|getting on|settling in|settled in|all good|all fine|all well) ?(?:really |very |so )?(?:well|great|fine|ok|okay|good|mint|brilliantly|grand|lovely|fab)?(?: (?:at|in|with) (?:work|E|the job))*", RegexOptions.NonBacktracking)]
    private static partial Regex IsDoing();

    [GeneratedRegex("no answer|no reply|voicemail|didnt answer|did not answer|didnt pick up|no show|dna|didnt turn up|didnt attend|didnt show|rang out|engaged", RegexOptions.NonBacktracking)]
    private static partial Regex NotReached();

    /// <summary>What was talked about: "saw JS12 about Two Rivers".</summary>
    private bool IsSubject(EmployerMention mention) => mention.First > 0 && _tokens[mention.First - 1].Word is "about" or "re" or "regarding";

    /// <summary>Only words of contact stand before the client; "visited with JS12" was a visit to somebody else.</summary>
    private bool IsObject(int first, VisitWords visit)
    {
        var together = first > 1 && _tokens[first - 1].Word is "with" or "w" && Verbs.Contact(_tokens[first - 2].Word) is { Form: not VerbForm.Base, Verb: { Use: VerbUse.Direct, Channel: null } };
        return visit.Any && !together && _tokens.Take(first).All(token => !token.IsWord || token.Part is Part.Visit or Part.Date or Part.Time or Part.Filler || Lexicon.IsJoining(token.Word) || Lexicon.Fillers.Contains(token.Word) || token.Word is "client" or "also" or "up")
            && _tokens.Take(first).Any(token => token.Part == Part.Visit) && !_tokens.Take(first).Any(token => token.Word is "about" or "re" or "regarding" or "for");
    }

    /// <summary>"JS12 and KP34 seen today", with nothing before them.</summary>
    private bool WereSeen()
    {
        var at = 0;
        while (at < _tokens.Count && (_tokens[at].Word is "and" or "," or ":" or "both" or "client" || _line.Clients.Exists(client => client.First <= at && at < client.End)))
            at++;
        return at > 0 && at < _tokens.Count && _tokens[at].Word is "seen" or "met" or "contacted" or "rung" or "visited" or "texted" or "phoned" && (at + 1 == _tokens.Count || _tokens[at + 1] is { IsWord: false } or { Part: Part.Date } || _tokens[at + 1].Word is "today" or "at" or "all" or "both" or "this" or "yesterday");
    }

    private bool AtWork()
    {
        for (var i = 1; i < _tokens.Count; i++)
        {
            if (_tokens[i].Word is "work" or "workplace" or "job" && _tokens[i - 1].Word is "at" or "in" or "their" or "his" or "her" or "the" && !(i + 1 < _tokens.Count && _tokens[i + 1].Word is "centre" or "center" or "club" or "fair" or "search" or "coach" or "experience"))
                return true;
        }
        return false;
    }
}
