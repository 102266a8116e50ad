namespace EmployerCrm.Core.Engagement;

/// <summary>The one place where evidence becomes a level.</summary>
/// <param name="Counts">What counts on the day.</param>
/// <param name="Reached">The level that the evidence reaches.</param>
/// <param name="Silence">How many levels the time without evidence costs.</param>
public sealed record LevelSum(EvidenceCounts Counts, int Reached, int Silence)
{
    public int Level => Math.Max(EngagementOptions.Lowest, Reached - Silence);

    /// <summary>Days to come in <paramref name="evidence"/> count from that day on.</summary>
    public static LevelSum Of(IReadOnlyCollection<Evidence> evidence, DateOnly today, EngagementOptions options)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(options);
        var counts = EvidenceCounts.None;
        DateOnly? last = null;
        foreach (var day in evidence.Where(day => day.On <= today))
        {
            counts += Counting(day, today, options);
            last = last > day.On ? last : day.On;
        }

        return new LevelSum(counts, ReachedBy(counts, options), last is { } on ? SilentSteps(on, today, options) : 0);
    }

    /// <summary>The first day after this one on which the level is another, if nothing else happens; null for never.</summary>
    public static DateOnly? ChangesOn(IReadOnlyCollection<Evidence> evidence, DateOnly today, EngagementOptions options)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var level = Of(evidence, today, options).Level;
        foreach (var day in Turns(evidence, today, options))
        {
            if (Of(evidence, day, options).Level != level)
                return day;
        }

        return null;
    }

    private static int ReachedBy(EvidenceCounts counts, EngagementOptions options) =>
        options.Rules.Where(rule => rule.IsMet(counts)).Select(rule => rule.Level).DefaultIfEmpty(EngagementOptions.Lowest).Max();

    private static EvidenceCounts Counting(Evidence day, DateOnly today, EngagementOptions options)
    {
        var counts = day.Counts;
        foreach (var kind in EvidenceKinds.All)
        {
            if (counts[kind] != 0 && !options.IsCounting(kind, day.On, today))
                counts -= EvidenceCounts.Of(kind, counts[kind]);
        }

        return counts;
    }

    private static int SilentSteps(DateOnly last, DateOnly today, EngagementOptions options)
    {
        var steps = 0;
        while (steps < EngagementOptions.Highest - EngagementOptions.Lowest && today >= last.AddMonths((steps + 1) * options.SilenceMonths))
            steps++;
        return steps;
    }

    /// <summary>The days to come on which the level could become another: something begins or ceases to count, or the silence grows long enough.</summary>
    private static IEnumerable<DateOnly> Turns(IReadOnlyCollection<Evidence> evidence, DateOnly today, EngagementOptions options)
    {
        var days = new SortedSet<DateOnly>();
        var last = evidence.Where(day => day.On <= today).Select(day => (DateOnly?)day.On).Max();
        foreach (var day in evidence)
        {
            days.Add(day.On);
            days.UnionWith(options.WindowMonths.Where(window => day.Counts[window.Key] != 0).Select(window => day.On.AddMonths(window.Value)));
            if (day.On >= last || last is null)
                days.UnionWith(Enumerable.Range(1, EngagementOptions.Highest).Select(step => day.On.AddMonths(step * options.SilenceMonths)));
        }

        return days.Where(day => day > today);
    }
}
