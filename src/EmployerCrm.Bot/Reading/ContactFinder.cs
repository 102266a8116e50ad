using System.Runtime.CompilerServices;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

internal sealed record ContactMention(int First, int End, DirectoryEmployer Employer, DirectoryContact Contact);

/// <summary>Finds the people of one employer in a line: by full name, or by a first name or surname that only one of them has.</summary>
internal sealed class ContactFinder(IReadOnlyList<Token> tokens, DirectoryEmployer employer)
{
    private static readonly Func<SpokenName, SpokenName, bool>[] Alike = [(typed, name) => typed.Text == name.Text, Sounds.Same, IsSlip];

    private static readonly ConditionalWeakTable<DirectoryEmployer, List<Person>> Known = [];

    /// <summary>Made ready once for as long as the directory remembers the employer.</summary>
    private readonly List<Person> _people = Known.GetValue(employer, known => [.. known.Contacts.Select(contact => new Person(contact, NamesOf(contact)))]);

    /// <summary>The names between spaces, each folded to one word: Jean-Luc is one.</summary>
    private static List<SpokenName> NamesOf(DirectoryContact contact) =>
        [.. contact.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => FoldedText.Word(name)).Where(name => name.Length > 0).Select(name => new SpokenName(name))];

    public DirectoryEmployer Employer => employer;

    public List<ContactMention> Find()
    {
        var found = new List<ContactMention>();
        if (_people.Count == 0)
            return found;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsWord || tokens[i].Part is Part.Employer or Part.Client || At(i) is not { } mention)
                continue;
            found.Add(mention);
            i = mention.End - 1;
        }
        return found;
    }

    private ContactMention? At(int i)
    {
        foreach (var person in _people)
        {
            if (person.Names.Count > 1 && FullName(i, person.Names) is { } end)
                return new ContactMention(i, end, employer, person.Contact);
        }
        if (HasOtherSurname(i))
            return null;
        if (Joined(i) is { } twoWords)
            return twoWords;
        var (word, stem) = (tokens[i].Spoken, tokens[i].Stem == tokens[i].Word ? null : new SpokenName(tokens[i].Stem));
        foreach (var alike in Alike)
        {
            var (count, person) = NamedLike(word, stem, alike);
            if (count > 0)
                return count == 1 && IsPerson(i) ? new ContactMention(i, i + 1, employer, person!.Contact) : null;
        }
        return Called(tokens[i].Stem) is { } called && IsPersonPlace(i) ? new ContactMention(i, i + 1, employer, called.Contact) : null;
    }

    /// <summary>How many people have a first name or surname like the word, and the first of them.</summary>
    private (int Count, Person? First) NamedLike(SpokenName word, SpokenName? stem, Func<SpokenName, SpokenName, bool> alike)
    {
        var (count, first) = (0, (Person?)null);
        foreach (var person in _people)
        {
            var (given, surname) = (person.Names[0], person.Names[^1]);
            if (!alike(word, given) && !alike(word, surname) && (stem is null || (!alike(stem, given) && !alike(stem, surname))))
                continue;
            count++;
            first ??= person;
        }
        return (count, first);
    }

    /// <summary>The one person who may be called so.</summary>
    private Person? Called(string stem)
    {
        Person? called = null;
        foreach (var person in _people)
        {
            if (!Nicknames.Same(stem, person.Names[0].Text))
                continue;
            if (called is not null)
                return null;
            called = person;
        }
        return called;
    }

    /// <summary>Somebody who was met, spoken to or is the subject stands here: short names are ordinary words too ("bill", "pat").</summary>
    private bool IsPersonPlace(int i)
    {
        if (Lexicon.IsKnown(tokens[i].Word) || Lexicon.Roles.Contains(tokens[i].Word))
            return false;
        if (tokens[i].IsCapital)
            return true;
        var before = i > 0 ? tokens[i - 1] : null;
        return before is null || before.Break != Break.None || before.Part is Part.Employer || before.Word is "with" or "w" or "mr" or "mrs" or "ms" or "and" || Verbs.Contact(before.Word) is { Verb.Use: not VerbUse.WithParticle }
            || (before.Word is "to" && i > 1 && Verbs.Contact(tokens[i - 2].Word) is { Verb.Lemma: "speak" or "talk" or "chat" });
    }

    private static bool IsSlip(SpokenName typed, SpokenName name) =>
        name.Text.Length >= 5 && typed.Text.Length >= 4 && typed.Text[0] == name.Text[0] && !Lexicon.IsKnown(typed.Text) && Slips.One(typed.Text, name.Text);

    /// <summary>Whether the word is a name of somebody here, however many share it.</summary>
    public bool IsAnyonesName(string word) => _people.Exists(person => person.Names.Exists(name => name.Text == word));

    /// <summary>"jean luc" for Jean-Luc.</summary>
    private ContactMention? Joined(int i)
    {
        var next = i + 1 < tokens.Count && tokens[i + 1] is { IsWord: false, Glued: true } ? i + 2 : i + 1;
        if (next >= tokens.Count || !tokens[next].IsWord)
            return null;
        Person? joined = null;
        foreach (var person in _people)
        {
            if (!HasNameOf(person, tokens[i].Word, tokens[next].Stem))
                continue;
            if (joined is not null)
                return null;
            joined = person;
        }
        return joined is null ? null : new ContactMention(i, next + 1, employer, joined.Contact);
    }

    private static bool HasNameOf(Person person, string start, string end)
    {
        foreach (var name in person.Names)
        {
            if (name.Text.Length == start.Length + end.Length && name.Text.StartsWith(start, StringComparison.Ordinal) && name.Text.EndsWith(end, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private int? FullName(int i, List<SpokenName> names)
    {
        var at = i;
        for (var part = 0; part < names.Count; part++)
        {
            while (part > 0 && at < tokens.Count && tokens[at] is { IsWord: false, Glued: true, Break: Break.None })
                at++;
            if (at >= tokens.Count || !tokens[at].IsWord || tokens[at].Part is Part.Client || (tokens[at].Part == Part.Employer && part == 0))
                return null;
            var (word, name) = (tokens[at].Word, names[part].Text);
            if (word != name && name.StartsWith(word, StringComparison.Ordinal) && at + 1 < tokens.Count)
            {
                var rest = tokens[at + 1] is { IsWord: false, Glued: true } ? at + 2 : at + 1;
                if (rest < tokens.Count && tokens[rest].IsWord && word + tokens[rest].Stem == name)
                {
                    at = rest + 1;
                    continue;
                }
            }
            if (word != name && tokens[at].Stem != name && !Slips.One(word, name) && !Slips.One(tokens[at].Stem, name) && !(part == 0 && Sounds.Same(tokens[at].Spoken, names[part])))
                return null;
            at++;
        }
        return at;
    }

    /// <summary>"Sarah Jones" is not Sarah Okafor.</summary>
    private bool HasOtherSurname(int i)
    {
        if (i + 1 >= tokens.Count || tokens[i + 1] is not { IsWord: true, Part: Part.None, IsCapital: true } next || !tokens[i].IsCapital || tokens[i].Stem != tokens[i].Word)
            return false;
        return next.Raw.Length > 1 && next.Raw.Any(char.IsLower) && next.Raw.All(char.IsLetter) && !Lexicon.IsKnown(next.Word) && !Lexicon.Roles.Contains(next.Word) && Verbs.Contact(next.Word) is null
            && CalendarWords.Day(next.Word) is null;
    }

    /// <summary>A name that is a word of the grammar too ("will", "may") needs a person's place in the sentence.</summary>
    private bool IsPerson(int i)
    {
        var word = tokens[i].Word;
        if (!Lexicon.IsKnown(word) || tokens[i].Stem != word)
            return true;
        var before = i > 0 ? tokens[i - 1] : null;
        var after = i + 1 < tokens.Count ? tokens[i + 1] : null;
        if (before is { IsWord: true } && (before.Word is "with" or "w" or "mr" or "mrs" or "ms" or "for" or "from" || Verbs.Contact(before.Word) is { Verb.Use: not VerbUse.WithParticle }
            || (before.Word == "to" && i > 1 && Verbs.Contact(tokens[i - 2].Word) is { Verb.Lemma: "speak" or "talk" or "chat" })))
            return true;
        if (before is { Part: Part.Employer } && after is { IsWord: true, Word: "was" or "wasnt" or "is" or "isnt" or "not" or "off" or "out" or "away" or "says" or "said" or "wants" or "keen" or "busy" })
            return true;
        var opens = before is null || before.Break != Break.None;
        if (tokens[i].IsCapital && !opens && CalendarWords.Month(word) is null)
            return true;
        var alone = opens && (after is null || after.Break != Break.None);
        return alone || (opens && after is { IsWord: true } && (after.Word is "is" or "was" or "has" or "had" or "said" or "and" || (after.Word.Length > 3 && (after.Word.EndsWith('s') || after.Word.EndsWith("ed", StringComparison.Ordinal)) && !Lexicon.Determiners.Contains(after.Word))));
    }

    private sealed record Person(DirectoryContact Contact, List<SpokenName> Names);
}
