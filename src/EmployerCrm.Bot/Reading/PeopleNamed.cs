namespace EmployerCrm.Bot.Reading;

/// <summary>Everybody at the employer whom a line names: people of the directory and new ones, in the order of the line.</summary>
internal static class PeopleNamed
{
    public static IReadOnlyList<PersonNamed> In(Line line, IReadOnlyList<ContactMention> known, (int First, int End)? newContact, NextStepSpan? next)
    {
        var people = known.Select(mention => (mention.First, Person: new PersonNamed(mention.Contact.Name, mention.Contact.Id))).ToList();
        if (newContact is { } first)
        {
            people.Add((first.First, New(line, first)));
            var span = first;
            while (Another(line.Tokens, span.End, next) is { } other)
            {
                people.Add((other.First, New(line, other)));
                span = other;
            }
        }
        return [.. people.OrderBy(pair => pair.First).Select(pair => pair.Person).DistinctBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>"met Marco [and Lucia]": a first name behind "and" or a comma.</summary>
    private static (int First, int End)? Another(IReadOnlyList<Token> tokens, int from, NextStepSpan? next)
    {
        if (from + 1 >= tokens.Count || !(tokens[from].Word is "and" or ",") || (next is not null && from + 1 >= next.First) || tokens[from + 1].Part is not Part.None || !FirstNames.Contains(tokens[from + 1].Word) || Lexicon.IsKnown(tokens[from + 1].Word))
            return null;
        var end = from + 2;
        if (end < tokens.Count && tokens[end] is { IsWord: true, IsCapital: true, Part: Part.None } surname && !Lexicon.IsKnown(surname.Word))
            end++;
        return (from + 1, end);
    }

    private static PersonNamed New(Line line, (int First, int End) name) => new(line.TextOf(name.First, name.End), null);
}
