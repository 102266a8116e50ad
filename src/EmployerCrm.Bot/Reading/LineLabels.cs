namespace EmployerCrm.Bot.Reading;

/// <summary>Marks what is neither a name nor notes: labels, what is said to the bot itself, roles, brackets round recognised parts.</summary>
internal sealed class LineLabels(Line line)
{
    private readonly List<Token> _tokens = line.Tokens;

    /// <summary>"Notes:", "log visit:" at the start of a clause, before a colon or dash.</summary>
    public void MarkLabels()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (i > 0 && _tokens[i - 1].Break == Break.None)
                continue;
            var end = i;
            while (end < _tokens.Count && end - i < 3 && _tokens[end].IsWord && (Lexicon.Labels.Contains(_tokens[end].Word) || _tokens[end].Word is "new" or "add" or "record" or "quick"))
                end++;
            if (end > i && end < _tokens.Count && _tokens[end].Word == ":" && _tokens[i].Word is not ("call" or "called"))
                line.Mark(i, end, _tokens[i].Word is "visit" or "visited" or "met" or "spoke" || _tokens[end - 1].Word == "visit" ? Part.Visit : Part.Label);
        }
        for (var clause = 0; clause < _tokens.Count && _tokens[clause].Part is not (Part.Employer or Part.Contact); clause++)
        {
            if (clause == 0 || _tokens[clause - 1].Break != Break.None)
                MarkOpening(clause);
        }
    }

    /// <summary>"just logging that", "please add": what is said to the bot itself.</summary>
    private void MarkOpening(int start)
    {
        while (start < _tokens.Count && _tokens[start].Break == Break.None && (!_tokens[start].IsWord || (_tokens[start].Part == Part.None && _tokens[start].Word is "please" or "pls" or "say" or "tell" or "quick" or "one" or "update" or "hiya" or "log" or "logging" or "record" or "recording" or "add" or "hi" or "hello" or "just" or "can" or "could" or "you" or "that" or "hey" or "to" or "wanted" or "erm" or "um" or "so" or "yeah" or "ok" or "right" or "forgot" or "also")))
        {
            if (_tokens[start].IsWord)
                _tokens[start].Part = Part.Filler;
            start++;
        }
    }

    public void MarkRoles()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (UnnamedPerson.At(_tokens, i) is { } end)
                line.Mark(i, end, Part.Role);
            if (_tokens[i] is not { IsWord: true, Part: Part.None } || !Lexicon.Roles.Contains(_tokens[i].Word) || IsJob(i))
                continue;
            var first = i;
            while (first > 0 && _tokens[first - 1].Part == Part.None && Lexicon.RoleModifiers.Contains(_tokens[first - 1].Word))
                first--;
            line.Mark(first, i + 1, Part.Role);
        }
    }

    /// <summary>"the breakfast chef job" is work, nobody who does it.</summary>
    private bool IsJob(int role) => role + 1 < _tokens.Count && _tokens[role + 1] is { IsWord: true, Word: "job" or "jobs" or "role" or "roles" or "post" or "posts" or "position" or "positions" or "vacancy" or "vacancies" or "opening" or "shift" or "shifts" or "hours" or "work" or "apprenticeship" };

    /// <summary>Brackets round recognised parts only do not divide: "emailed Elin (Becws y Dre) on Monday".</summary>
    public void OpenBrackets()
    {
        for (var open = 0; open < _tokens.Count; open++)
        {
            if (_tokens[open].Word != "(")
                continue;
            var close = _tokens.FindIndex(open, token => token.Word == ")");
            if (close < 0 || _tokens.GetRange(open, close - open).Exists(token => token is { IsWord: true, Part: Part.None } && !Lexicon.IsJoining(token.Word)))
                continue;
            _tokens[open].Break = Break.None;
            _tokens[close].Break = Break.None;
        }
    }
}
