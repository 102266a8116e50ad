using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace EmployerCrm.Bot.Reading.Said;

/// <summary>The words of a line outside its next step, in small letters; a client reference is C, an employer E, a person there P, a mark that ends a clause a comma.</summary>
internal sealed class SaidWords
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    public SaidWords(Line line, NextStepSpan? next)
    {
        var text = new StringBuilder(" ");
        for (var i = 0; i < line.Tokens.Count; i++)
        {
            if (next is not null && i >= next.First && i < next.End)
                continue;
            var letter = Letter(line, i);
            var repeated = letter is "C" or "E" or "P" && i > 0 && Letter(line, i - 1) == letter && line.Clients.TrueForAll(client => client.First != i);
            if (letter is not null && !repeated)
                text.Append(letter).Append(' ');
        }
        Text = text.ToString();
    }

    public string Text { get; }

    /// <summary>Whether whole words of the text fit one of the alternatives.</summary>
    public bool Has(string alternatives) => Pattern(alternatives).IsMatch(Text);

    private static Regex Pattern(string alternatives) =>
        Patterns.GetOrAdd(alternatives, static known => new Regex($" (?:{known}) ", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)));

    private static string? Letter(Line line, int i)
    {
        var token = line.Tokens[i];
        if (line.Clients.Exists(client => client.Reference is not null && client.First <= i && i < client.End))
            return "C";
        return token switch
        {
            { Break: not Break.None } => ",",
            { Part: Part.Employer } => "E",
            { Part: Part.Contact } => "P",
            { IsWord: false } => null,
            _ => token.Word,
        };
    }
}
