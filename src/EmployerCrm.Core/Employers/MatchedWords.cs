namespace EmployerCrm.Core.Employers;

/// <summary>What was typed, held against one employer word by word.</summary>
internal sealed class MatchedWords(FoundEmployer found, SearchText text)
{
    /// <summary>From this distance on, a word is not spelt as it was typed.</summary>
    public const int Slip = 100;

    private const int NoMatch = int.MaxValue;

    private readonly List<Field> _fields = Fields(found).ToList();

    public EmployerMatch Match()
    {
        var (missing, distance) = (0, 0);
        Field? told = null;
        for (var i = 0; i < text.Words.Count; i++)
        {
            var (best, field) = Best(i);
            if (best == NoMatch)
                missing++;
            else
                distance += best;
            if (best != NoMatch && field!.Kind != MatchedField.Name)
                told ??= field;
        }

        return new EmployerMatch(found, told?.Kind ?? MatchedField.Name, told?.Text, missing, distance);
    }

    private (int Distance, Field? Field) Best(int index)
    {
        var (best, where) = (NoMatch, (Field?)null);
        foreach (var field in _fields)
        {
            var distance = field.Distance(text, index);
            if (distance != NoMatch && distance + (int)field.Kind < best)
                (best, where) = (distance + (int)field.Kind, field);
        }

        return (best, where);
    }

    private static IEnumerable<Field> Fields(FoundEmployer found)
    {
        var employer = found.Employer;
        yield return new Field(MatchedField.Name, employer.Name);
        foreach (var tradingName in employer.TradingNames)
            yield return new Field(MatchedField.TradingName, tradingName);
        if (employer.CompanyNumber is { } number)
            yield return new Field(MatchedField.CompanyNumber, number);
        if (employer.Postcode is { } postcode)
            yield return new Field(MatchedField.Postcode, postcode);
        if (employer.Town is { } town)
            yield return new Field(MatchedField.Town, town);
        foreach (var person in found.People)
            yield return new Field(MatchedField.Contact, person.Name);
    }

    private sealed class Field
    {
        private const int Beginning = 10;
        private const int RunTogether = 20;

        private readonly IReadOnlyList<string> _words;
        private readonly List<string> _pairs;

        public Field(MatchedField kind, string text)
        {
            (Kind, Text) = (kind, text);
            _words = NumberWords.InDigits(FoldedText.Words(text));
            _pairs = [.. _words.Zip(_words.Skip(1), (first, second) => first + second)];
            if (kind == MatchedField.Name && EmployerKeys.Initials(text) is { } initials)
                _pairs.Add(initials);
        }

        public MatchedField Kind { get; }

        public string Text { get; }

        public int Distance(SearchText text, int index)
        {
            var word = text.Words[index];
            var best = Distance(word, _words);
            if (best == NoMatch && (best = Distance(word, _pairs)) != NoMatch)
                best += RunTogether;
            if (best == NoMatch && RunsTogether(text, index))
                best = RunTogether;
            return best;
        }

        /// <summary>The word and one beside it, typed apart, are one word here: "green acre".</summary>
        private bool RunsTogether(SearchText text, int index)
        {
            foreach (var (first, second) in text.Words.Zip(text.Words.Skip(1)).Skip(Math.Max(0, index - 1)).Take(index == 0 ? 1 : 2))
            {
                var joined = new SearchWord(first.Text + second.Text, second.IsPrefix);
                if (Distance(joined, _words) < Slip)
                    return true;
            }

            return false;
        }

        private static int Distance(SearchWord typed, IReadOnlyList<string> words)
        {
            var best = NoMatch;
            foreach (var word in words)
            {
                var distance = word == typed.Text ? 0
                    : typed.IsPrefix && word.StartsWith(typed.Text, StringComparison.Ordinal) ? Beginning
                    : NearSpelling.IsOneSlip(typed.Text, word) || (typed.IsPrefix && NearSpelling.IsOneSlipAtStart(typed.Text, word)) ? Slip
                    : typed.WelshForms.Any(form => form == word || (typed.IsPrefix && word.StartsWith(form, StringComparison.Ordinal))) ? Slip + 1
                    : NoMatch;
                best = Math.Min(best, distance);
            }

            return best;
        }
    }
}
