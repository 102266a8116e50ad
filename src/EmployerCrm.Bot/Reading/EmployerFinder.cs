using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Where an employer is named, and who it may be: one, or several that fit equally.</summary>
internal sealed record EmployerMention(int First, int End, IReadOnlyList<DirectoryEmployer> Fits);

/// <summary>Finds the employer a line names among the candidates of the directory.</summary>
internal sealed class EmployerFinder(IReadOnlyList<Token> tokens, IReadOnlyList<DirectoryEmployer> candidates)
{
    private readonly Surroundings _around = new(tokens);

    /// <summary>All mentions that do not overlap, best first.</summary>
    public List<EmployerMention> Find()
    {
        var typed = TypedWord.Of(tokens);
        var alignments = new List<NameAlignment>();
        foreach (var candidate in candidates)
        {
            var pattern = NamePattern.Of(candidate);
            for (var i = 0; i < tokens.Count; i++)
            {
                if (tokens[i].IsWord && pattern.At(typed, i) is { } alignment && IsMeant(alignment))
                    alignments.Add(alignment);
            }
        }
        var mentions = new List<(int Score, EmployerMention Mention)>();
        foreach (var group in alignments.GroupBy(alignment => alignment.First))
        {
            var score = group.Max(alignment => alignment.Score - (alignment.Whole ? 5 : 0));
            var best = group.Where(alignment => alignment.Score - (alignment.Whole ? 5 : 0) == score).ToList();
            if (best.Exists(alignment => alignment.Whole))
                best.RemoveAll(alignment => !alignment.Whole);
            var end = AfterLegalEnding(best.Max(alignment => alignment.End));
            mentions.Add((best[0].Score - (best[0].Whole ? 5 : 0) + _around.Weight(group.Key, end), new EmployerMention(group.Key, end, [.. best.Select(alignment => alignment.Employer)])));
        }
        return WithoutOverlaps(mentions);
    }

    private int AfterLegalEnding(int end) => end < tokens.Count && tokens[end].IsWord && EmployerKeys.IsLegalEnding(tokens[end].Word) ? end + 1 : end;

    private static List<EmployerMention> WithoutOverlaps(List<(int Score, EmployerMention Mention)> mentions)
    {
        var kept = new List<EmployerMention>();
        foreach (var (_, mention) in mentions.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Mention.First))
        {
            if (!kept.Exists(other => mention.First < other.End && other.First < mention.End))
                kept.Add(mention);
        }
        return kept;
    }

    /// <summary>
    /// A name is meant where enough of it is said, or where a place stands in the sentence. Words that the grammar uses itself ("next step", "call first")
    /// and a single word that is also a person's name do not name an employer by themselves.
    /// </summary>
    private bool IsMeant(NameAlignment alignment)
    {
        // One letter is never enough of a name: "<b>" is not B & J Motors.
        if (alignment.End - alignment.First == 1 && tokens[alignment.First].Word.Length == 1 && !alignment.Whole)
            return false;
        var place = _around.IsPlace(alignment.First, alignment.End);
        if (IsPerson(alignment) && !_around.IsCertainPlace(alignment.First))
            return false;
        if (alignment.Initials)
            return place || _around.IsOwnClause(alignment.First, alignment.End) || tokens[alignment.First].Raw.All(char.IsUpper);
        if (!alignment.FromHead)
            return alignment.Matched - alignment.Slips >= 2 && alignment.Telling > 0 && _around.IsCertainPlace(alignment.First);
        if (alignment.Telling == 0)
            return alignment.Matched >= 2 ? (place || alignment.Whole || alignment.Matched >= 3) && !_around.OpensNextStep(alignment.First, alignment.End) : alignment.Slips == 0 && _around.IsVisited(alignment.First);
        if (alignment.Matched >= 2 || (alignment.Whole && alignment.Slips == 0))
            return alignment.Matched > alignment.Slips || place;
        return place || _around.IsOwnClause(alignment.First, alignment.End) || FollowsOwnPerson(alignment);
    }

    /// <summary>"Bev Hirst JWT": a person of that employer stands before it.</summary>
    private bool FollowsOwnPerson(NameAlignment alignment) =>
        alignment.First > 0 && tokens[alignment.First - 1] is { IsWord: true } before && NamePattern.Of(alignment.Employer).People.Exists(names => names.Contains(before.Word));

    /// <summary>The words are a contact's own name, or the surname behind somebody's first name.</summary>
    private bool IsPerson(NameAlignment alignment)
    {
        var people = NamePattern.Of(alignment.Employer).People;
        if (people.Count == 0)
            return false;
        var typed = tokens.Skip(alignment.First).Take(alignment.End - alignment.First).Where(token => token.IsWord).Select(token => token.Word).ToList();
        foreach (var names in people)
        {
            if (typed.SequenceEqual(names) || (typed.Count == 1 && names[0] == typed[0]))
                return true;
            if (typed.Count == 1 && names.Count > 1 && names[^1] == typed[0] && alignment.First > 0 && tokens[alignment.First - 1] is { IsWord: true } before
                && (before.Word == names[0] || before.Word is "mr" or "mrs" or "ms" or "miss" || (before.IsCapital && !Lexicon.IsKnown(before.Word))))
                return true;
        }
        return false;
    }
}
