using EmployerCrm.Bot.Reading.Acts;

namespace EmployerCrm.Bot.Reading.Messages;

/// <summary>Lines that belong together, and the day that a heading above them gives.</summary>
internal sealed record LineBlock(string Text, DateOnly? Day);

/// <summary>
/// Gathers the lines of a message into contacts. A line that names an employer or asks for something begins one; what says nothing by itself (notes, the next step,
/// who was met) goes on with the one before; a line that is only a day heads those below.
/// </summary>
/// <param name="listed">Every line has a bullet of its own.</param>
internal sealed class LineBlocks(DateOnly today, bool listed)
{
    private static readonly HashSet<string> Continuing = new("next action actions todo notes note nfa outcome spoke met f/u followup".Split(' '), StringComparer.Ordinal);

    private const int LongestHeading = 30;

    private readonly List<LineBlock> _blocks = [];
    private string _before = "";
    private DateOnly? _day;
    private bool _open;

    public int Count => _blocks.Count;

    public IReadOnlyList<LineBlock> All => _blocks;

    public void Add(string line, LineReading reading)
    {
        if (HeadingDay(line) is { } day && !_open)
        {
            _day = day;
        }
        else if (GoesOnWithTheLast(reading) && _blocks.Count > 0)
        {
            _blocks[^1] = _blocks[^1] with { Text = $"{_blocks[^1].Text}\n{line}" };
            _open = false;
        }
        else if (Begins(line, reading))
        {
            // A bare name in a list of contacts is one of them; on its own it would be a look-up.
            var text = reading.Intent == Intent.Employer && _day is not null ? $"visited {line}" : line;
            _blocks.Add(new LineBlock(_before.Length == 0 ? text : $"{_before}\n{text}", _day));
            _before = "";
            _open = reading.Intent == Intent.Employer || IsOnlyClients(line, reading);
        }
        else if (_blocks.Count > 0)
        {
            _blocks[^1] = _blocks[^1] with { Text = $"{_blocks[^1].Text}\n{line}" };
            _open = false;
        }
        else
        {
            _before = _before.Length == 0 ? line : $"{_before}\n{line}";
        }
    }

    /// <summary>"nobody in", "cancelled" below the employer's name.</summary>
    private bool GoesOnWithTheLast(LineReading reading) => !listed && reading.Act is Happened { Employers.Count: 0 } or Cancelled { Employers.Count: 0 } or Moved { Employers.Count: 0 };

    /// <summary>A reference alone heads what is said of the client below.</summary>
    private static bool IsOnlyClients(string line, LineReading reading) => reading.Clients.Count > 0 && reading.Act is null && line.Length <= LongestHeading && Tokenizer.Split(line).Count(token => token.IsWord) <= 2 * reading.Clients.Count;

    /// <summary>"Thu: saw JS12 at work": a day of its own.</summary>
    private static bool OpensWithDay(string line)
    {
        var tokens = Tokenizer.Split(line);
        return new DateGrammar(new Cursor(tokens)).Find() is [{ First: 0, Sense: not DateSense.Vague } day, ..] && day.End < tokens.Count && tokens[day.End].Break == Break.Clause && tokens[day.End].Raw is ":" or "-" or "–" or "—";
    }

    private bool Begins(string line, LineReading reading)
    {
        var words = Tokenizer.Split(line).FindAll(token => token.IsWord);
        if (words.Count == 0 || Continuing.Contains(words[0].Word) || (words[0].Word is "follow" && words.Count > 1 && words[1].Word is "up") || (words[0].Word is "to" && words.Count > 1 && words[1].Word is "do"))
            return words.Count > 0 && words[0].Word is "met" or "spoke" && reading.Employer is not null;
        if (listed && (reading.Act is not null || reading is { Intent: Intent.LogVisit or Intent.PlanVisit } || line.Length > 0 && reading.Clients.Count > 0))
            return true;
        if (OpensWithDay(line) || IsOnlyClients(line, reading))
            return true;
        if (reading.Act is not null || reading.Employer is not null || reading.Ambiguous.Count > 0 || reading.NewEmployer is not null)
            return true;
        return reading.Intent is Intent.Due or Intent.Done or Intent.Snooze or Intent.MyWeek or Intent.Undo or Intent.Help or Intent.Adjustments;
    }

    /// <summary>"Friday:", "Mon 16/11 -": nothing but a day.</summary>
    private DateOnly? HeadingDay(string line)
    {
        var tokens = Tokenizer.Split(line);
        var words = new Cursor(tokens);
        if (new DateGrammar(words).Find() is not [var only] || only.Sense == DateSense.Vague)
            return null;
        var alone = tokens.Where((token, index) => token.IsWord && (index < only.First || index >= only.End)).All(token => Lexicon.Fillers.Contains(token.Word) || token.Word is "visits" or "visit" or "contacts" or "on" or "for" or "update" or "log");
        return alone ? only.On(today, only.Sense == DateSense.Calendar ? Direction.Nearest : Direction.Backward) : null;
    }
}
