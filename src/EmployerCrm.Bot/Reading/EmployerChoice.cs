using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Settles which of several employers with the same name is meant: the town, then a person who works at only one, then the nearest ring.</summary>
internal static class EmployerChoice
{
    public static IReadOnlyList<DirectoryEmployer> Narrow(Line line, EmployerMention mention)
    {
        var fits = mention.Fits;
        if (fits.Count < 2)
            return fits;
        return ByTown(line, fits) ?? ByPerson(line, fits) ?? line.LookedUp.Nearest(fits) ?? fits;
    }

    /// <summary>Marks the town where the line says it.</summary>
    public static void MarkTown(Line line, DirectoryEmployer employer)
    {
        if (TownAt(line, employer) is { } town)
            line.Mark(town.First, town.End, Part.Town);
    }

    private static IReadOnlyList<DirectoryEmployer>? ByTown(Line line, IReadOnlyList<DirectoryEmployer> fits)
    {
        var named = fits.Where(employer => TownAt(line, employer) is not null).ToList();
        return named.Count > 0 && named.Count < fits.Count && named.Count == 1 ? named : null;
    }

    private static IReadOnlyList<DirectoryEmployer>? ByPerson(Line line, IReadOnlyList<DirectoryEmployer> fits)
    {
        var named = fits.Select(employer => (employer, People: new ContactFinder(line.Tokens, employer).Find())).Where(pair => pair.People.Count > 0).ToList();
        if (named.Count > 1 && named.FindAll(pair => pair.People.Exists(person => person.End - person.First > 1)) is [var inFull])
            return [inFull.employer];
        return named.Count == 1 ? [named[0].employer] : null;
    }

    private static (int First, int End)? TownAt(Line line, DirectoryEmployer employer)
    {
        var town = FoldedText.Words(employer.Town);
        if (town.Count == 0)
            return null;
        for (var i = 0; i + town.Count <= line.Tokens.Count; i++)
        {
            var fits = true;
            for (var word = 0; fits && word < town.Count; word++)
            {
                var token = line.Tokens[i + word];
                fits = token.IsWord && token.Part is Part.None or Part.Town && (token.Word == town[word] || (town[word].Length >= 5 && !Lexicon.IsKnown(token.Word) && Slips.One(token.Word, town[word])));
            }
            if (fits)
                return (i, i + town.Count);
        }
        return null;
    }
}
