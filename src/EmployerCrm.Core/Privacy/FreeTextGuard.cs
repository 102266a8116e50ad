namespace EmployerCrm.Core.Privacy;

/// <summary>
/// Finds in notes and next steps what must not be stored before its author has said that it may: words about one person's health, medicines or crime,
/// dates and numbers that identify, a name beside a client reference. Pure, and the same for the same words.
/// </summary>
public sealed class FreeTextGuard(GuardWords words)
{
    private const int MostRounds = 20;

    /// <summary>Which lists it works with.</summary>
    public string WordsVersion => words.Version;

    /// <summary>What is to be asked about, in the order of the text, none overlapping; empty for a text that may be stored as it is.</summary>
    public IReadOnlyList<GuardHit> Check(string? text, GuardSurroundings around)
    {
        ArgumentNullException.ThrowIfNull(around);
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var reading = new GuardReading(text, words, around);
        return Hits(reading);
    }

    /// <summary>
    /// The text without what was found: numbers, dates and names go by themselves, words about health and crime with the piece of the sentence that
    /// they stand in. What comes back is clean: checked again it has no hit. Empty when nothing readable is left.
    /// </summary>
    public string Remove(string? text, GuardSurroundings around)
    {
        ArgumentNullException.ThrowIfNull(around);
        var left = text ?? "";
        for (var round = 0; round < MostRounds; round++)
        {
            if (string.IsNullOrWhiteSpace(left))
                return "";
            var reading = new GuardReading(left, words, around);
            var hits = Hits(reading);
            if (hits.Count == 0)
                return left;
            left = Cutting.Without(reading, hits);
        }

        return "";
    }

    private static List<GuardHit> Hits(GuardReading reading)
    {
        var found = IdentityNumbers.Find(reading).Concat(BirthDates.Find(reading)).Concat(ClientNames.Find(reading)).Concat(SaidWords.Find(reading))
            .OrderBy(hit => hit.First).ThenByDescending(hit => hit.Last).ThenBy(hit => hit.Kind);
        var apart = new List<(GuardKind Kind, int First, int Last)>();
        foreach (var hit in found)
        {
            if (apart.Count == 0 || hit.First > apart[^1].Last + 1 || (hit.First > apart[^1].Last && hit.Kind != apart[^1].Kind))
                apart.Add(hit);
            else if (hit.First == apart[^1].Last + 1 && reading.Tokens[hit.First].Clause == reading.Tokens[hit.First - 1].Clause)
                apart[^1] = apart[^1] with { Last = hit.Last };
            else if (hit.First > apart[^1].Last)
                apart.Add(hit);
        }

        return [.. apart.Select(hit => Of(reading, hit.Kind, hit.First, hit.Last))];
    }

    private static GuardHit Of(GuardReading reading, GuardKind kind, int first, int last)
    {
        var tokens = reading.Tokens;
        var (from, to) = (first, last);
        while (from > 0 && tokens[from - 1].Sentence == tokens[first].Sentence)
            from--;
        while (to + 1 < tokens.Count && tokens[to + 1].Sentence == tokens[last].Sentence)
            to++;
        return new GuardHit(kind, tokens[first].Start, tokens[last].End - tokens[first].Start, tokens[from].Start, tokens[to].End - tokens[from].Start);
    }
}
