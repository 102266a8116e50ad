using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Where an employer is named, and who it may be: one, or several that fit equally.</summary>
internal sealed record EmployerMention(int First, int End, IReadOnlyList<DirectoryEmployer> Fits);

/// <summary>Finds the employer a line names among the candidates of the directory.</summary>
internal sealed class EmployerFinder(List<Token> tokens, IReadOnlyList<DirectoryEmployer> candidates)
{
    private readonly Surroundings _around = new(tokens);

    /// <summary>All mentions that do not overlap, best first.</summary>
    public List<EmployerMention> Find()
    {
        var typed = TypedWord.Of(tokens);
        var alignments = new List<NameAlignment>?[tokens.Count];
        foreach (var candidate in candidates)
        {
            var pattern = NamePattern.Of(candidate);
            for (var i = 0; i < typed.Length; i++)
            {
                if (typed[i].IsWord && pattern.At(typed, i) is { } alignment && IsMeant(alignment))
                    (alignments[i] ??= []).Add(alignment);
            }
        }
        var mentions = new List<(int Score, EmployerMention Mention)>();
        foreach (var here in alignments)
        {
            if (here is not null)
                mentions.Add(Best(here));
        }
        return mentions.Count < 2 ? mentions.ConvertAll(pair => pair.Mention) : WithoutOverlaps(mentions);
    }

    /// <summary>The best of the alignments that start at one token.</summary>
    private (int Score, EmployerMention Mention) Best(List<NameAlignment> alignments)
    {
        var (score, whole) = (alignments.Max(alignment => alignment.Score), false);
        foreach (var alignment in alignments)
            whole |= alignment.Whole && alignment.Score == score;
        var best = alignments.FindAll(alignment => alignment.Score == score && (alignment.Whole || !whole));
        var (first, end) = (best[0].First, AfterLegalEnding(best.Max(alignment => alignment.End)));
        return (score + _around.Weight(first, end), new EmployerMention(first, end, best.ConvertAll(alignment => alignment.Employer)));
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
    private bool FollowsOwnPerson(NameAlignment alignment)
    {
        if (alignment.First == 0 || !tokens[alignment.First - 1].IsWord)
            return false;
        foreach (var names in NamePattern.Of(alignment.Employer).People)
        {
            if (names.Contains(tokens[alignment.First - 1].Word))
                return true;
        }
        return false;
    }

    /// <summary>The words are a contact's own name, or the surname behind somebody's first name.</summary>
    private bool IsPerson(NameAlignment alignment)
    {
        var people = NamePattern.Of(alignment.Employer).People;
        if (people.Count == 0)
            return false;
        var (first, count) = (tokens[alignment.First].Word, CountWords(alignment));
        foreach (var names in people)
        {
            if (names.Count == 0 || (names[0] != first && names[^1] != first))
                continue;
            if ((count == names.Count && Says(alignment, names)) || (count == 1 && names[0] == first))
                return true;
            if (count == 1 && names.Count > 1 && names[^1] == first && alignment.First > 0 && tokens[alignment.First - 1] is { IsWord: true } before
                && (before.Word == names[0] || before.Word is "mr" or "mrs" or "ms" or "miss" || (before.IsCapital && !Lexicon.IsKnown(before.Word))))
                return true;
        }
        return false;
    }

    private int CountWords(NameAlignment alignment)
    {
        var count = 0;
        for (var i = alignment.First; i < alignment.End; i++)
            count += tokens[i].IsWord ? 1 : 0;
        return count;
    }

    /// <summary>Whether the words that are aligned are these, one by one.</summary>
    private bool Says(NameAlignment alignment, IReadOnlyList<string> names)
    {
        var at = 0;
        for (var i = alignment.First; i < alignment.End; i++)
        {
            if (tokens[i].IsWord && tokens[i].Word != names[at++])
                return false;
        }
        return true;
    }
}
