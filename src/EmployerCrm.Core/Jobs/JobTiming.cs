using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.Jobs;

/// <summary>
/// When a job is due. Every node comes to the same moments, so that a run can be won by its moment. Wall-clock times are London's: one that the clocks skip
/// in March counts as an hour later, one that comes twice in October is the first of the two, so that every day has exactly one.
/// </summary>
public abstract record JobTiming
{
    private JobTiming()
    {
    }

    /// <summary>The usual time between two moments.</summary>
    public abstract TimeSpan Interval { get; }

    /// <summary>The last moment that is not after <paramref name="now"/>, UTC.</summary>
    public abstract DateTimeOffset LatestAt(DateTimeOffset now);

    /// <summary>The first moment after <paramref name="instant"/>, UTC.</summary>
    public abstract DateTimeOffset NextAfter(DateTimeOffset instant);

    /// <summary>On a grid that begins with the Unix epoch.</summary>
    public sealed record Every(TimeSpan Pause) : JobTiming
    {
        public override TimeSpan Interval => Pause;

        public override DateTimeOffset LatestAt(DateTimeOffset now)
        {
            var since = now.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
            return now.ToUniversalTime().AddTicks(-(((since % Pause.Ticks) + Pause.Ticks) % Pause.Ticks));
        }

        public override DateTimeOffset NextAfter(DateTimeOffset instant) => LatestAt(instant) + Pause;
    }

    public sealed record DailyAt(TimeOnly London) : JobTiming
    {
        public override TimeSpan Interval => TimeSpan.FromDays(1);

        public override DateTimeOffset LatestAt(DateTimeOffset now) => Latest(now, London, _ => true);

        public override DateTimeOffset NextAfter(DateTimeOffset instant) => Next(instant, London, _ => true);
    }

    public sealed record WeeklyAt(DayOfWeek Day, TimeOnly London) : JobTiming
    {
        public override TimeSpan Interval => TimeSpan.FromDays(7);

        public override DateTimeOffset LatestAt(DateTimeOffset now) => Latest(now, London, day => day.DayOfWeek == Day);

        public override DateTimeOffset NextAfter(DateTimeOffset instant) => Next(instant, London, day => day.DayOfWeek == Day);
    }

    // A day ahead, for the wall clock of a moment that was skipped may lie after that of the present.
    private static DateTimeOffset Latest(DateTimeOffset now, TimeOnly at, Predicate<DateOnly> on)
    {
        for (var day = DateOnly.FromDateTime(LondonClock.ToLocal(now)).AddDays(1); ; day = day.AddDays(-1))
        {
            if (on(day) && LondonClock.ToInstant(day.ToDateTime(at)) is var moment && moment <= now)
                return moment;
        }
    }

    private static DateTimeOffset Next(DateTimeOffset instant, TimeOnly at, Predicate<DateOnly> on)
    {
        for (var day = DateOnly.FromDateTime(LondonClock.ToLocal(instant)).AddDays(-1); ; day = day.AddDays(1))
        {
            if (on(day) && LondonClock.ToInstant(day.ToDateTime(at)) is var moment && moment > instant)
                return moment;
        }
    }
}
