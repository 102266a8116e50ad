using System.Text;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading.Acts;

/// <summary>
/// A line as a row of words in which names stand as one letter: E an employer, P a person there, C a client, D a day, T a time; marks that end a clause are commas.
/// Fillers are left out. So an act is one pattern over it.
/// </summary>
internal sealed class Skeleton
{
    private static readonly HashSet<string> Silent = new("um umm uh erm er ah oh hmm please pls plz just basically actually so ok okay right well lol hi hiya hello hey thanks cheers ta smh sigh ugh argh grr ffs typical tbh btw innit".Split(' '), StringComparer.Ordinal);

    private readonly Line _line;
    private readonly List<(int At, int Token)> _places = [];

    public Skeleton(Line line)
    {
        _line = line.Again();
        Employers = line.Mentions.Count == 0 ? [] : EmployerChoice.Narrow(line, line.Mentions[0]);
        foreach (var employer in Employers)
        {
            EmployerChoice.MarkTown(line, employer);
            foreach (var person in line.PeopleOf(employer).Find())
                line.Mark(person.First, person.End, Part.Contact);
        }
        line.FindDates();
        Text = Write();
    }

    public string Text { get; }

    public IReadOnlyList<DirectoryEmployer> Employers { get; }

    public Line Line => _line;

    /// <summary>The token that a place in the text stands for; the number of tokens at its end.</summary>
    public int TokenAt(int place) => _places.Find(known => known.At >= place) is { Token: var token, At: var at } && at >= place && _places.Count > 0 && _places[^1].At >= place ? token : _line.Tokens.Count;

    public DateSpan? DateAt(int place) => _line.Dates.Find(date => date.First == TokenAt(place));

    public TimeOnly? TimeAt(int place) => _line.Times.Find(time => time.First == TokenAt(place))?.Time;

    /// <summary>What was typed from a place on, without marks at either end; null when nothing was.</summary>
    public string? TypedFrom(int place)
    {
        var typed = _line.TextOf(TokenAt(place), _line.Tokens.Count);
        return typed.Length == 0 ? null : typed;
    }

    /// <summary>The employer as typed.</summary>
    public string TypedEmployer => _line.Mentions.Count == 0 ? "" : _line.TextOf(_line.Mentions[0].First, _line.Mentions[0].End);

    private string Write()
    {
        var text = new StringBuilder();
        var tokens = _line.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Letter(i) is not { } letter)
                continue;
            if (text.Length > 0)
                text.Append(' ');
            _places.Add((text.Length, i));
            text.Append(letter);
            i = Math.Max(i, EndOf(i) - 1);
        }
        return text.ToString();
    }

    private string? Letter(int i)
    {
        var token = _line.Tokens[i];
        return token switch
        {
            { Break: not Break.None } => ",",
            { Part: Part.Employer } => "E",
            { Part: Part.Contact } => "P",
            { Part: Part.Client } => "C",
            { Part: Part.Date } => "D",
            { Part: Part.Time } => "T",
            { Part: Part.Town } or { IsWord: false } => null,
            _ when _line.Clients.Exists(client => client.First == i) => "C",
            _ => Silent.Contains(token.Word) && !(i > 0 && _line.Tokens[i - 1].Word is "went" or "really" or "very") ? null : token.Word,
        };
    }

    /// <summary>Where the name or the day that starts here ends.</summary>
    private int EndOf(int i)
    {
        if (_line.Clients.Find(client => client.First == i) is { } client)
            return client.End;
        if (_line.Dates.Find(date => date.First == i) is { } date && _line.Tokens[i].Part == Part.Date)
            return date.End;
        if (_line.Times.Find(time => time.First == i) is { } time && _line.Tokens[i].Part == Part.Time)
            return time.End;
        var part = _line.Tokens[i].Part;
        var end = i + 1;
        while (part is Part.Employer or Part.Contact && end < _line.Tokens.Count && _line.Tokens[end].Part == part)
            end++;
        return end;
    }
}
