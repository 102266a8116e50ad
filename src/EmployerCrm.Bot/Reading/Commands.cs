using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Reads the short orders that name no employer: undo, help, done 3, snooze 2 till Friday, due, my week.</summary>
internal sealed class Commands(Line line)
{
    private static readonly HashSet<string> DoneWords = Set("done complete completed finished finish finito sorted ticked tick dealt close closed closing mark marked cross crossed did doned resolved");
    private static readonly HashSet<string> SnoozeWords = Set("snooze snoozed push pushed move moved postpone delay defer put bump shift remind park hold reschedule leave kick change");
    private static readonly HashSet<string> DueWords = Set("due overdue outstanding actions action todo todos tasks task followups followup f/u late reminders jobs owed chase pending");
    private static readonly HashSet<string> Asking = Set("what whats wots wot show list any anything have do does give my all everything see get tell let open view which who whos how hows got is are the can could check");
    private static readonly HashSet<string> Ordinary = Set("thats its ive im thanks thank to on for in of me my i we the a an have has got get do does is are am been be still left need needs now list please pls plz any anything something everything all show give see tell us this that these and up or at with need current remaining it there can could you whats what your mine work through going be should doing today tomorrow week wk month looking look like ahead coming next plan plans planned lined rest item items number no stuff things thing thanks ta cheers again just as off off s out back until till til about by over");

    private readonly List<string> _words = [.. line.Tokens.Where(token => token.IsWord).Select(token => token.Word)];

    public LineReading? Read()
    {
        if (_words.Count == 0)
            return null;
        if (IsUndo())
            return new LineReading { Intent = Intent.Undo };
        if (IsHelp())
            return new LineReading { Intent = Intent.Help };
        return line.Mentions.Count > 0 || line.Clients.Count > 0 ? null : Done() ?? Snooze() ?? Due() ?? Week();
    }

    private bool IsUndo()
    {
        var start = _words.FindIndex(word => !Lexicon.Fillers.Contains(word) && word is not ("oops" or "whoops" or "can" or "could" or "you" or "no" or "wait" or "sorry" or "i" or "want" or "need" or "to" or "hang" or "on"));
        if (start < 0)
            return false;
        var last = _words.Skip(start).All(word => word is "undo" or "that" or "it" or "last" or "the" or "one" or "visit" or "log" or "entry" or "my" or "this" or "please" or "pls" or "thing" or "scrap" or "cancel" or "delete" or "remove" or "revert" or "bin" or "back" or "take" or "ignore" or "just" or "what" or "i" or "did" or "action" or "message" or "previous" or "wrong" or "mistake" or "again" or "thanks" or "latest" or "was" or "a" or "oops");
        return _words[start] is "undo" or "revert" || (last && _words[start] is "scrap" or "cancel" or "delete" or "remove" or "bin" or "take" or "ignore" && _words.Count - start > 1);
    }

    private bool IsHelp()
    {
        if (_words[0] is "help" or "hlp" && line.Mentions.Count == 0 && _words.Count <= 6)
            return true;
        var text = string.Join(' ', _words);
        return text.Contains("how do i", StringComparison.Ordinal) || text.Contains("how can i", StringComparison.Ordinal) || text.StartsWith("how to", StringComparison.Ordinal) || text.Contains("how does this", StringComparison.Ordinal) || text.Contains("how do you", StringComparison.Ordinal)
            || (text.StartsWith("what", StringComparison.Ordinal) && (text.Contains("can you do", StringComparison.Ordinal) || text.Contains("can i say", StringComparison.Ordinal) || text.Contains("can i type", StringComparison.Ordinal) || text.Contains("can i ask", StringComparison.Ordinal) || text.Contains("do you do", StringComparison.Ordinal) || text.Contains("commands", StringComparison.Ordinal)))
            || (_words.Contains("help") && _words.All(word => word is "help" or "i" or "need" or "me" or "please" or "pls" or "can" or "you" or "get" or "some" or "want" or "the" or "show" or "a" or "with" or "this" or "using" or "bot"));
    }

    private LineReading? Done()
    {
        if (!_words.Exists(word => DoneWords.Contains(word)) || Item() is not { } item || line.Dates.Exists(date => date.First > item.Index))
            return null;
        return Rest(item.Words, word => DoneWords.Contains(word)) <= 0 ? new LineReading { Intent = Intent.Done, Item = item.Number } : null;
    }

    private LineReading? Snooze()
    {
        var verb = line.Tokens.FindIndex(token => token.IsWord && SnoozeWords.Contains(token.Word));
        if (verb < 0 || Item() is not { } item || line.Tokens.Take(verb).Any(token => token.IsWord && !Ordinary.Contains(token.Word) && !Lexicon.Fillers.Contains(token.Word)))
            return null;
        var date = line.Dates.Find(span => span.First > item.Index) ?? Stretch(item.Index + 1);
        if (date is null)
            return line.Tokens[verb].Word is "snooze" ? new LineReading { Intent = Intent.Snooze, Item = item.Number, Ask = ReadingQuestion.Date } : null;
        var until = date.On(line.Today, Direction.Forward);
        return new LineReading { Intent = Intent.Snooze, Item = item.Number, Until = until, Ask = until is null || until < line.Today ? ReadingQuestion.Date : null };
    }

    /// <summary>"snooze 4 a week", "push 3 by 2 days": a length without "in" or "for".</summary>
    private DateSpan? Stretch(int from)
    {
        for (var i = from; i + 1 < line.Tokens.Count; i++)
        {
            var number = line.Tokens[i].Word is "a" or "another" or "fortnight" ? 1 : NumberWords.Cardinal(line.Tokens[i].Word);
            var unit = line.Tokens[i].Word == "fortnight" ? "fortnight" : line.Tokens[i + 1].Word;
            var days = unit switch { "day" or "days" => 1, "week" or "weeks" or "wk" or "wks" => 7, "fortnight" => 14, _ => 0 };
            if (number is { } count && days > 0)
                return DateSpan.Days(i, i + 2, count * days);
        }
        return null;
    }

    private LineReading? Due()
    {
        var text = " " + string.Join(' ', _words) + " ";
        var named = _words.Exists(DueWords.Contains) || text.Contains(" to do ", StringComparison.Ordinal) || text.Contains(" follow up", StringComparison.Ordinal) || text.Contains(" follow ups ", StringComparison.Ordinal);
        if (text is " who owes what " or " what do i owe " or " what do i owe people " or " who do i owe " or " what do i owe and to whom ")
            return new LineReading { Intent = Intent.Due, Range = DueRange.All };
        if (text.Contains(" do i need to ", StringComparison.Ordinal) && Asking.Contains(_words[0]) && _words[0] is "who" or "what" or "whats")
            return new LineReading { Intent = Intent.Due, Range = _words.Exists(word => word is "week" or "wk") ? DueRange.Week : _words.Exists(word => CalendarWords.FromToday(word) == 0) ? DueRange.Today : DueRange.All };
        if (!named || !(DueWords.Contains(_words[0]) || Asking.Contains(_words[0]) || _words[0] is "to" or "follow" or "please" or "hi" || Rest(0, word => DueWords.Contains(word) || word is "follow" or "ups") == 0) || Rest(0, word => DueWords.Contains(word) || word is "follow" or "ups") > 1)
            return null;
        DueRange range;
        if (_words.Exists(word => word is "overdue" or "late" or "behind" or "missed" or "owed"))
            range = DueRange.Overdue;
        else if (_words.Exists(word => word is "week" or "wk" or "weeks"))
            range = DueRange.Week;
        else if (_words.Exists(word => CalendarWords.FromToday(word) == 0))
            range = DueRange.Today;
        else if (_words.Exists(word => word is "all" or "everything") || !_words.Contains("due"))
            range = DueRange.All;
        else
            range = DueRange.Today;
        return new LineReading { Intent = Intent.Due, Range = range };
    }

    private LineReading? Week()
    {
        var text = " " + string.Join(' ', _words) + " ";
        var week = _words.Exists(word => word is "week" or "wk" or "diary" or "calendar" or "schedule" or "agenda" or "appointments" or "visits");
        var mine = _words.Exists(word => word is "my" or "i" or "ive" or "we" or "me" or "am" or "im");
        var onToday = text.Contains(" on today ", StringComparison.Ordinal) || text.Contains(" on tomorrow ", StringComparison.Ordinal) || text.Contains(" got on ", StringComparison.Ordinal);
        var short_ = _words.Count <= 3 && _words[0] is "my" or "this" or "week" or "diary" or "calendar" && week;
        if (_words.Contains("many") && week && _words.Exists(word => word is "visits" or "contacts" or "employers"))
            mine = true;
        if (!short_ && !(Asking.Contains(_words[0]) && (week || onToday) && (mine || onToday)))
            return null;
        return Rest(0, word => word is "week" or "wk" or "diary" or "calendar" or "schedule" or "agenda" or "appointments" or "visits" or "employer" or "employers" or "contact" or "contacts" or "people" or "places" or "seen" or "been" or "visited" or "seeing" or "visiting" or "booked" or "busy" or "meeting" or "how" or "hows" or "many" or "done" or "had" or "made" or "shape" or "shaping") > 1 ? null : new LineReading { Intent = Intent.MyWeek };
    }

    /// <summary>Words that belong neither to the order nor to what may stand beside any order.</summary>
    private int Rest(int allowed, Func<string, bool> known) =>
        line.Tokens.Count(token => token.IsWord && token.Part is not Part.Date && !known(token.Word) && !Ordinary.Contains(token.Word) && !Asking.Contains(token.Word) && !Lexicon.Fillers.Contains(token.Word)
            && CalendarWords.FromToday(token.Word) is null && !(allowed > 0 && NumberWords.Cardinal(token.Stem) is not null) && token.Word is not ("thanks" or "lovely" or "mate" or "hi" or "hello")) - 0;

    /// <summary>The one number that counts an item: not part of a date.</summary>
    private (int Number, int Index, int Words)? Item()
    {
        for (var i = 0; i < line.Tokens.Count; i++)
        {
            var token = line.Tokens[i];
            var numbered = token.Part != Part.Date || (i > 0 && line.Tokens[i - 1].Word is "done" or "snooze" or "number" or "no" or "item" or "push");
            if (!token.IsWord || !numbered || line.Times.Exists(time => time.First == i && time.End > i + 1))
                continue;
            var number = NumberWords.Cardinal(token.Stem) ?? (token.Word.Length > 1 && token.Word[^1] == 's' ? NumberWords.Cardinal(token.Word[..^1]) : null);
            if (number is > 0 and < 1000)
                return (number.Value, i, 1);
        }
        return null;
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
