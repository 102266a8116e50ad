using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading.Messages;

/// <summary>The text of one contact out of a line that tells of several.</summary>
/// <param name="SharesDay">Told in one sentence with the one before, so that its day holds for both.</param>
internal sealed record ContactPart(string Text, bool SharesDay);

/// <summary>
/// Divides a line that tells of several employers: into stretches that each have a contact of their own ("rang X …, then visited Y …"), and each stretch by the employers
/// that stand side by side in it. A line about one employer has no parts, nor has one that would leave open which client goes with which employer.
/// </summary>
internal sealed class ContactParts
{
    /// <summary>A line that names more is a list of something else.</summary>
    private const int Most = 12;

    private readonly Line _line;
    private readonly List<Token> _tokens;
    private readonly List<EmployerMention> _mentions;
    private readonly int _next;

    private ContactParts(Line line)
    {
        _line = line.Again();
        _tokens = line.Tokens;
        line.FindDates();
        var next = new NextStepFinder(_tokens, line.Dates).Find();
        _next = next is not null && _tokens.Take(next.First).Any(token => token.IsWord) ? next.First : _tokens.Count;
        _mentions = [.. line.Mentions.Where(mention => mention.First < _next).OrderBy(mention => mention.First)];
    }

    public static IReadOnlyList<ContactPart> Of(Line line)
    {
        if (line.Mentions.Count is < 2 or > Most)
            return [];
        var parts = new ContactParts(line);
        return parts._mentions.Count < 2 || parts._mentions.TrueForAll(mention => mention.Fits.SequenceEqual(parts._mentions[0].Fits)) ? [] : parts.Divide();
    }

    private List<ContactPart> Divide()
    {
        var stretches = new ContactStretches(_line, _mentions).Find();
        var parts = new List<ContactPart>();
        foreach (var stretch in stretches)
        {
            var inside = _mentions.FindAll(mention => mention.First >= stretch.First && mention.End <= stretch.End);
            var row = Row(inside);
            if (row.Count > 1 && _line.Clients.Where(client => client.Reference is not null).DistinctBy(client => client.Reference, StringComparer.Ordinal).Count() > 1)
                return [];
            var shares = parts.Count > 0 && !stretch.IsOwnSentence;
            var shared = new SharedRow(_line, row, stretch);
            parts.AddRange(row.Count > 1
                ? row.Select((_, place) => new ContactPart(shared.TextFor(place), shares || place > 0))
                : [new ContactPart(stretch.Lead + Typed(stretch.First, stretch.End), shares)]);
        }
        return parts.Count > 1 ? parts : [];
    }

    /// <summary>The employers side by side from the first one on: "X", "Y and Z".</summary>
    private List<EmployerMention> Row(List<EmployerMention> inside)
    {
        var row = inside.Take(1).ToList();
        foreach (var mention in inside.Skip(1))
        {
            var between = _tokens[row[^1].End..mention.First];
            if (!between.Exists(IsBetween) || !between.TrueForAll(token => IsBetween(token) || IsJoin(token)) || row.Exists(other => other.Fits.SequenceEqual(mention.Fits)))
                break;
            row.Add(mention);
        }
        return row;
    }

    private bool IsJoin(Token token) => token.Word is "also" or "at" or "to" or "the" or "both" or "in" or "into" or "visited" || _mentions[0].Fits.Concat(_mentions[^1].Fits).Any(employer => FoldedText.Words(employer.Town).Contains(token.Word)) || !token.IsWord && token.Break == Break.None;

    private static bool IsBetween(Token token) => token.Word is "and" or "then" or "plus" or "n" || token.Raw is "&" or "+" or "," or ";" or "/";

    private string Typed(int first, int end) => end == _tokens.Count ? _line.Text[_tokens[first].Start..].Trim() : _line.TextOf(first, end);
}
