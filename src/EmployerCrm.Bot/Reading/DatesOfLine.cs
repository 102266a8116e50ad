namespace EmployerCrm.Bot.Reading;

/// <summary>The dates and times of a line, with what its tokens were marked as when they were looked for: several readers look with the same marks.</summary>
internal sealed class DatesOfLine
{
    private readonly (Part Part, Break Break)[] _marks;

    private DatesOfLine(Line line)
    {
        var tokens = line.Tokens;
        _marks = [.. tokens.Select(Marks)];
        var words = new Cursor(tokens);
        Dates = new DateGrammar(words).Find();
        Dates.RemoveAll(date => tokens.FindIndex(date.First, date.End - date.First, token => token.Part == Part.Contact) >= 0);
        MarkDates(line);
        Times = new TimeGrammar(words).Find();
        MarkTimes(line);
    }

    public List<DateSpan> Dates { get; }

    public List<TimeSpanOfDay> Times { get; }

    /// <summary>Finds and marks them; what was found before holds as long as the tokens are marked as they were then.</summary>
    public static DatesOfLine In(Line line, DatesOfLine? before)
    {
        if (before is null || !before.HoldsFor(line.Tokens))
            return new DatesOfLine(line);
        before.MarkDates(line);
        before.MarkTimes(line);
        return before;
    }

    private void MarkDates(Line line)
    {
        foreach (var date in Dates)
            line.Mark(date.First, date.End, Part.Date);
    }

    private void MarkTimes(Line line)
    {
        foreach (var time in Times)
            line.Mark(time.First, time.End, Part.Time);
    }

    private bool HoldsFor(List<Token> tokens)
    {
        if (_marks.Length != tokens.Count)
            return false;
        for (var i = 0; i < _marks.Length; i++)
        {
            if (_marks[i] != Marks(tokens[i]))
                return false;
        }
        return true;
    }

    private static (Part Part, Break Break) Marks(Token token) => (token.Part, token.Break);
}
