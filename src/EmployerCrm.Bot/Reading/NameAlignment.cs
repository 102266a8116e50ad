using System.Runtime.CompilerServices;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>How well one employer's name lies on the tokens First up to End.</summary>
internal sealed record NameAlignment(DirectoryEmployer Employer, int First, int End, int Matched, int Slips, int Telling, bool Whole, bool FromHead, bool Initials)
{
    /// <summary>More words matched is better, then fewer slips.</summary>
    public int Score => (Matched * 10) - (Slips * 3) + (FromHead ? 4 : 0);
}

/// <summary>The words of an employer's name, ready to be laid on tokens.</summary>
internal sealed class NamePattern
{
    private const int LongEnoughForTwoSlips = 8;
    private const int MostHeads = 4;

    private static readonly ConditionalWeakTable<DirectoryEmployer, NamePattern> Known = [];

    private readonly DirectoryEmployer _employer;
    private readonly string[] _words;
    private readonly LetterSet[] _letters;
    private readonly int _telling;
    private readonly int _firstTelling;
    private readonly string? _initials;

    private NamePattern(DirectoryEmployer employer)
    {
        _employer = employer;
        _words = [.. EmployerKeys.NameWords(employer.Name)];
        _letters = Array.ConvertAll(_words, LetterSet.Of);
        _telling = _words.Count(word => !Joins(word));
        _firstTelling = Math.Max(0, Array.FindIndex(_words, word => !Joins(word)));
        _initials = EmployerKeys.Initials(employer.Name);
        People = [.. employer.Contacts.Select(contact => FoldedText.Words(contact.Name))];
    }

    /// <summary>The folded names of each of its people.</summary>
    public List<IReadOnlyList<string>> People { get; }

    /// <summary>Made once for as long as the directory remembers the employer.</summary>
    public static NamePattern Of(DirectoryEmployer employer) => Known.GetValue(employer, known => new NamePattern(known));

    /// <summary>The best alignment that starts at a token, or null.</summary>
    public NameAlignment? At(TypedWord[] tokens, int first)
    {
        if (_initials is not null && Initials(tokens[first]) is { } initials)
            return new NameAlignment(_employer, first, first + 1, initials, 0, initials, Whole: false, FromHead: true, Initials: true);
        NameAlignment? best = null;
        for (var head = 0; head < _words.Length && head < MostHeads; head++)
        {
            if (!MayBegin(tokens[first], head) || (Joins(_words[head]) && _words.Length > 1))
                continue;
            var walk = Follow(tokens, first, head);
            if (walk.Matched > 0 && (best is null || walk.Matched * 10 - walk.Slips * 3 + (head == 0 ? 4 : 0) > best.Score))
                best = new NameAlignment(_employer, first, walk.End, walk.Matched, walk.Slips, walk.Telling, walk.Matched >= _telling, head == _firstTelling, Initials: false);
        }
        return best;
    }

    /// <summary>A quick look at letters only, which rules out nearly every word: what goes on must be taken by <see cref="Single"/>.</summary>
    private bool MayBegin(in TypedWord typed, int head)
    {
        var (name, letters) = (_words[head], _letters[head]);
        return typed.Letters.MayBeSlipsFrom(letters, 1) || typed.Letters.HoldsAll(letters) || (typed.Word is [var first, ..] && first == name[0]) || (typed.Word.Length <= 3 && name.Length <= 3) || typed.MakesWithNext(name);
    }

    private static bool Joins(string word) => TypedWord.IsJoining(word);

    private (int End, int Matched, int Slips, int Telling) Follow(TypedWord[] tokens, int first, int head)
    {
        var (end, matched, slips, telling) = (first, 0, 0, 0);
        var at = first;
        var word = head;
        while (at < tokens.Length && word < _words.Length)
        {
            if (tokens[at].IsWord && Step(tokens, at, word, matched) is { } step)
            {
                (at, word) = (at + step.Tokens, word + step.Words);
                matched += step.Counted;
                slips += step.Slips;
                telling += step.Telling;
                end = at;
            }
            else if (matched > 0 && at > first && tokens[at].MayStandInside && at + 1 < tokens.Length)
            {
                at++;
            }
            else
            {
                break;
            }
        }
        return (end, matched, slips, telling);
    }

    /// <summary>Takes the token for this word of the name or for a later one.</summary>
    private (int Tokens, int Words, int Counted, int Slips, int Telling)? Step(TypedWord[] tokens, int at, int word, int matched)
    {
        for (var skip = 0; word + skip < _words.Length; skip++)
        {
            if (skip > 0 && matched == 0)
                break;
            if (Single(tokens, at, word + skip, matched) is { } step)
                return (step.Tokens, step.Words + skip, step.Counted, step.Slips, step.Telling);
        }
        return null;
    }

    private (int Tokens, int Words, int Counted, int Slips, int Telling)? Single(TypedWord[] tokens, int at, int word, int matched)
    {
        var name = _words[word];
        var (typed, known) = (tokens[at].Word, tokens[at].Known);
        if (typed == name)
            return (tokens[at].Taken, 1, Joins(name) ? 0 : 1, 0, known || Joins(name) ? 0 : 1);
        if (Joins(name))
            return null;
        if (word + 1 < _words.Length && typed.Length > name.Length && typed.StartsWith(name, StringComparison.Ordinal) && Run(typed, word) is { } run)
            return (1, run.Words, run.Counted, 0, run.Counted);
        if (matched > 0 && name.Length >= 3 && (typed.Length == name.Length + 1 && typed[^1] == 's' && typed.StartsWith(name, StringComparison.Ordinal)))
            return (1, 1, 1, 1, known ? 0 : 1);
        if (tokens[at].MakesWithNext(name))
            return (2, 1, 1, 0, 1);
        if (matched == 0 && word + 1 < _words.Length && at + 1 < tokens.Length && Goes(tokens[at + 1].Word, _words[word + 1]) && IsCutShortOrSounds(tokens[at], name))
            return (1, 1, 1, 1, 1);
        if (known && matched > 0 && word == _words.Length - 1 && IsCutShort(tokens, at, name))
            return (1, 1, 1, 1, 0);
        if (known && matched == 0 && typed.Length < 6)
            return null;
        if (Slips.One(typed, name) && !char.IsAsciiDigit(name[0]))
            return (1, 1, 1, 1, known ? 0 : 1);
        if (matched > 0 && (!known || typed is "hr" or "hrs" or "min") && IsShortFor(typed, name))
            return (1, 1, 1, 1, 1);
        if (matched > 0 && !known && typed.Length >= 5 && name.Length >= 5 && Math.Abs(typed.Length - name.Length) <= 2 && Sounds.SameConsonants(typed, name))
            return (1, 1, 1, 1, 1);
        return matched > 0 && name.Length >= LongEnoughForTwoSlips && tokens[at].Letters.MayBeSlipsFrom(_letters[word], 2) && Slips.Within(typed, name, 2) ? (1, 1, 1, 2, known ? 0 : 1) : null;
    }

    /// <summary>"yorks" for Yorkshire, "tee" for Ty, "kfc" for KFS: enough where the next word is the name's own.</summary>
    private static bool IsCutShortOrSounds(TypedWord typed, string name)
    {
        if (typed.Known || !typed.IsWord || char.IsAsciiDigit(name[0]))
            return false;
        var (word, vowels) = (typed.Word, "aeiouy");
        if (word.Length >= 4 && name.Length > word.Length && name.StartsWith(word, StringComparison.Ordinal))
            return true;
        if (word.Length >= 3 && Math.Abs(word.Length - name.Length) <= 2 && Sounds.SameConsonants(word, name))
            return true;
        return word.Length is 2 or 3 && name.Length is 2 or 3
            && (Sounds.Same(word, name) || (name.Length == 3 && Reading.Slips.Within(word, name, 1) && word.Length == 3 && !word.Any(vowels.Contains) && !name.Any(vowels.Contains)));
    }

    private static bool Goes(string typed, string name) => typed == name || (typed.Length >= 4 && name.StartsWith(typed, StringComparison.Ordinal));

    /// <summary>"ellis log" for Ellis Logistics: a word the grammar uses itself is the beginning of a name's last word where the name may end.</summary>
    private static bool IsCutShort(TypedWord[] tokens, int at, string name)
    {
        var typed = tokens[at].Word;
        var ends = at + 1 == tokens.Length || !tokens[at + 1].IsWord || tokens[at + 1].Known;
        return typed.Length >= 3 && name.Length >= typed.Length + 3 && name.StartsWith(typed, StringComparison.Ordinal) && ends
            && (Lexicon.Commands.Contains(typed) || Lexicon.VisitNouns.Contains(typed) || Verbs.IsForm(typed)) && !Lexicon.TimeWords.Contains(typed);
    }

    /// <summary>Several words of the name typed as one: "bj", "kirkgateprint", "24hr".</summary>
    private (int Words, int Counted)? Run(string typed, int word)
    {
        var joined = "";
        var counted = 0;
        for (var i = word; i < _words.Length && joined.Length < typed.Length; i++)
        {
            if (_words[i] == "and" && !typed[joined.Length..].StartsWith("and", StringComparison.Ordinal))
                continue;
            joined += _words[i];
            counted += Joins(_words[i]) ? 0 : 1;
            if (i > word && (joined == typed || (char.IsAsciiDigit(typed[0]) && typed.Length > joined.Length - _words[i].Length && joined.StartsWith(typed[..(joined.Length - _words[i].Length)], StringComparison.Ordinal)
                && IsShortFor(typed[(joined.Length - _words[i].Length)..], _words[i]))))
                return (i - word + 1, counted);
        }
        return null;
    }

    /// <summary>"ctr" for centre, "rd" for road, "york" for yorkshire: the same first letter, then letters in order, without many vowels.</summary>
    private static bool IsShortFor(string typed, string name)
    {
        if (typed.Length < 2 || typed.Length >= name.Length || typed[0] != name[0] || char.IsAsciiDigit(name[0]))
            return false;
        if (typed.Length >= 3 && name.StartsWith(typed, StringComparison.Ordinal))
            return true;
        if (typed.Skip(1).Any(c => c is 'a' or 'e' or 'i' or 'o' or 'u'))
            return false;
        var at = 0;
        foreach (var c in name)
        {
            if (at < typed.Length && typed[at] == c)
                at++;
        }
        return at == typed.Length && name[^1] is var last && (typed[^1] == last || typed.Length >= 3 || last == 'e' || name.Length <= 6);
    }

    private int? Initials(TypedWord token)
    {
        if (token.Word.Length is < 3 or > 5 || !token.IsWord || token.Known)
            return null;
        return token.Word == _initials ? token.Word.Length : null;
    }
}
