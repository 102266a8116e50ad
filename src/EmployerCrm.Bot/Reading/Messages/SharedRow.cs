using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading.Messages;

/// <summary>
/// Employers side by side, each with the words they share: "visited X and Y today, nobody about" tells it of both. A clause behind them that names somebody of only one
/// of them is told of that one.
/// </summary>
internal sealed class SharedRow(Line line, List<EmployerMention> row, ContactStretch stretch)
{
    private readonly List<Token> _tokens = line.Tokens;
    private readonly List<List<ContactMention>> _people = [.. row.Select(mention => mention.Fits.SelectMany(employer => new ContactFinder(line.Tokens, employer).Find()).ToList())];

    public string TextFor(int place)
    {
        var mention = row[place];
        var before = Typed(stretch.First, FirstOf(row[0]));
        var name = Typed(FirstOf(mention), place + 1 < row.Count ? Behind(mention, row[place + 1].First) : mention.End);
        var after = string.Concat(Clauses(row[^1].End, stretch.End).Where(clause => IsTold(clause, place)).Select(clause => clause.Text));
        return $"{stretch.Lead}{before} {name}{after}".Trim();
    }

    /// <summary>"the Twelve Bar" keeps its article.</summary>
    private int FirstOf(EmployerMention mention) => mention.First > stretch.First && _tokens[mention.First - 1].Word is "the" ? mention.First - 1 : mention.First;

    /// <summary>The town behind a name goes with it.</summary>
    private int Behind(EmployerMention mention, int to)
    {
        var end = mention.End;
        while (end < to && mention.Fits.Any(employer => FoldedText.Words(employer.Town).Contains(_tokens[end].Word)))
            end++;
        return end;
    }

    private bool IsTold((int First, int End, string Text) clause, int place)
    {
        var named = _people.ConvertAll(people => people.Exists(person => person.First >= clause.First && person.End <= clause.End));
        return named[place] || !named.Contains(true);
    }

    /// <summary>What stands behind the row, clause by clause, each with the mark before it.</summary>
    private List<(int First, int End, string Text)> Clauses(int from, int to)
    {
        var clauses = new List<(int First, int End, string Text)>();
        var first = from;
        for (var i = from + 1; i <= to; i++)
        {
            if (i < to && _tokens[i].Break == Break.None)
                continue;
            var start = first == 0 ? 0 : _tokens[first - 1].End;
            clauses.Add((first, i, line.Text[start..(i == _tokens.Count ? line.Text.Length : _tokens[i - 1].End)]));
            first = i;
        }
        return clauses;
    }

    private string Typed(int first, int end) => end > first ? line.Text[_tokens[first].Start.._tokens[end - 1].End] : "";
}
