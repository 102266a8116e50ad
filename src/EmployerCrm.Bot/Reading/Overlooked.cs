using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Employers that a contact's line names besides its own, and that stand neither in its notes nor in its next step: a record would lose them, so the author is asked which was meant.</summary>
internal static class Overlooked
{
    public static IReadOnlyList<DirectoryEmployer> In(Line line, LineReading reading)
    {
        if (line.Mentions.Count < 2 || reading is not { Intent: Intent.LogVisit or Intent.PlanVisit, EmployerId: { } own, Ask: null, Act: null, SideBySide.Count: 0 })
            return [];
        var others = line.Mentions.Where(mention => !mention.Fits.Any(fit => fit.Id == own) && !IsKept(line, reading, mention)).ToList();
        return others.Count == 0 ? [] : [.. line.Mentions.OrderBy(mention => mention.First).SelectMany(mention => EmployerChoice.Narrow(line, mention)).Where(fit => fit.Id == own || others.Exists(other => other.Fits.Contains(fit))).DistinctBy(fit => fit.Id)];
    }

    private static bool IsKept(Line line, LineReading reading, EmployerMention mention)
    {
        var (start, end) = (line.Tokens[mention.First].Start, line.Tokens[mention.End - 1].End);
        if (reading.Notes is { } notes && line.Text.IndexOf(notes, StringComparison.Ordinal) is >= 0 and var at && at <= start && end <= at + notes.Length)
            return true;
        return reading.Next is { } next && next.Title.Contains(line.Text[start..end], StringComparison.Ordinal);
    }
}
