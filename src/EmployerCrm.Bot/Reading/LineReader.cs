using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Reading.Messages;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Reads one chat line. The same line, directory and moment always give the same reading; no input throws.</summary>
public sealed class LineReader(IReadingDirectory directory)
{
    /// <summary>Longer text is read up to here.</summary>
    public const int LongestText = 4000;

    private const int WordsLookedUp = 80;
    private const int ClosestShown = 5;

    /// <summary>Reads a line typed at <paramref name="localNow"/>, the wall clock in Europe/London.</summary>
    public async Task<LineReading> ReadAsync(string text, DateTime localNow, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        return await LookUpAsync(text, cancellationToken) is { } known
            ? await ReadAsync(known, line => Read(line.Text, localNow, line), cancellationToken)
            : new LineReading { Intent = Intent.Unknown };
    }

    /// <summary>The reading of the whole line, the texts of its contacts where it tells of several, and the texts of its parts where it tells of different things.</summary>
    internal async Task<(LineReading Reading, IReadOnlyList<ContactPart> Contacts, IReadOnlyList<string> Acts)> ReadWithPartsAsync(string text, DateTime localNow, CancellationToken cancellationToken)
    {
        return await LookUpAsync(text, cancellationToken) is { } known
            ? await ReadAsync(known, line => ReadWithParts(line, localNow), cancellationToken)
            : (new LineReading { Intent = Intent.Unknown }, [], []);
    }

    private static (LineReading Reading, IReadOnlyList<ContactPart> Contacts, IReadOnlyList<string> Acts) ReadWithParts(LookedUpLine known, DateTime localNow)
    {
        var line = Line.Take(known.Text, localNow, known);
        var reading = Read(line, localNow, readsActs: true);
        var divisible = reading is { Intent: Intent.LogVisit or Intent.PlanVisit or Intent.Employer, Act: null } && reading.Ask is not ReadingQuestion.Client;
        var acts = reading.Ask is ReadingQuestion.Client || reading.Act is Asked or Reminder ? [] : ActParts.Of(line, reading, part => Read(part, localNow, known));
        // "cancelled X and Y tomorrow" tells the same of both.
        var shared = reading.Act is Happened or Cancelled or Moved && reading.SideBySide.Count > 1 ? ContactParts.Of(line) : [];
        return shared.Count > 1 ? (reading, shared, []) : (reading, divisible && acts.Count == 0 ? ContactParts.Of(line) : [], acts);
    }

    /// <summary>How near employers are is looked up only for the few lines where that decides which of several is meant.</summary>
    private async Task<T> ReadAsync<T>(LookedUpLine known, Func<LookedUpLine, T> read, CancellationToken cancellationToken)
    {
        var reading = read(known);
        return known.LacksRings ? read(new LookedUpLine(known.Text, await directory.WithRingsAsync(known.Candidates, cancellationToken), known.References)) : reading;
    }

    private static LineReading Read(string text, DateTime localNow, LookedUpLine known, bool readsActs = true) => Read(Line.Take(text, localNow, known), localNow, readsActs);

    private static LineReading Read(Line line, DateTime localNow, bool readsActs)
    {
        var sideBySide = TwoEmployers.In(line);
        var reading = Short(line)
            ?? new JobStartReader(line.Again()).Read()
            ?? new LookUps(line.Again()).Employer()
            ?? new VisitReader(line.Again()).Read()
            ?? new LineReading { Intent = Intent.Unknown };
        reading = reading with { SideBySide = sideBySide, Clients = ActReader.Clients(line) };
        if (readsActs)
            reading = reading with { Act = ActReader.Read(line, reading, more => Read(more, localNow, line.LookedUp, readsActs: false)) };
        if (Overlooked.In(line, reading) is { Count: > 1 } overlooked)
            reading = reading with { SideBySide = overlooked };
        if (reading.Act is { IsClientDoubtful: true })
            reading = reading with { Ask = ReadingQuestion.Client };
        var unsettled = reading.Intent is not (Intent.Due or Intent.Done or Intent.Snooze or Intent.MyWeek or Intent.Undo or Intent.Help) && reading.Employer is null;
        return unsettled ? reading with { ClosestEmployers = reading.Ambiguous.Count > 0 ? [.. reading.Ambiguous.Take(ClosestShown)] : [.. line.LookedUp.Candidates.Take(ClosestShown)] } : reading;
    }

    private async Task<LookedUpLine?> LookUpAsync(string text, CancellationToken cancellationToken)
    {
        var read = Hesitations.Without(text.Length <= LongestText ? text : text[..LongestText]);
        var words = FoldedText.Words(read);
        if (words.Count == 0)
            return null;
        var (candidates, references) = await directory.LookUpAsync(EmployerKeys.ForQuery(words.Take(WordsLookedUp).Concat(Spelt(words))), cancellationToken);
        return new LookedUpLine(read, candidates, references);
    }

    private static LineReading? Short(Line line)
    {
        if (new LookUps(line).Adjustments() is { } adjustments)
            return adjustments;
        line.FindDates();
        return new Commands(line).Read();
    }

    /// <summary>Letters said one by one, as the word that they make: "d p d".</summary>
    private static IEnumerable<string> Spelt(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var end = i;
            while (end < words.Count && words[end].Length == 1 && char.IsAsciiLetter(words[end][0]))
                end++;
            if (end - i >= 3)
                yield return string.Concat(words.Skip(i).Take(end - i));
            i = Math.Max(i, end - 1);
        }
    }
}
