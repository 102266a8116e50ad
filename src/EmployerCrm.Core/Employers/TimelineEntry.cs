using System.Globalization;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Employers;

public enum TimelineKind
{
    /// <summary>An employer contact on any channel, held or planned.</summary>
    Visit,
    Opening,
    LevelChanged,

    /// <summary>The employer's record was changed.</summary>
    EmployerChanged,

    /// <summary>A contact was added or changed.</summary>
    ContactChanged,
    JobStarted,
    JobEnded,
}

/// <summary>One thing that happened at an employer, as one person may read it.</summary>
public sealed record TimelineEntry
{
    public required TimelineKind Kind { get; init; }

    /// <summary>The day in London on which it happened, or is to.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The record: a visit, an opening, a contact, a placement, the employer.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>The colleague who did it; null for the service itself.</summary>
    public string? By { get; init; }

    /// <summary>The colleague's team.</summary>
    public Guid? TeamId { get; init; }

    public TimelineVisit? Visit { get; init; }

    public LevelStep? Level { get; init; }

    /// <summary>The job of an opening, the name of a contact, the reference of a client of the own team.</summary>
    public string? Text { get; init; }

    /// <summary>What was done to a record, by the name of the audit: employer-changed, employer-archived, …</summary>
    public string? Action { get; init; }

    /// <summary>Which fields were changed.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}

/// <summary>A contact in a timeline. All but the bare fact is for the own team.</summary>
public sealed record TimelineVisit
{
    public required Channel Channel { get; init; }

    public required VisitState State { get; init; }

    public TimeOnly? Time { get; init; }

    /// <summary>Whether the person may read the rest.</summary>
    public bool IsOwnTeams { get; init; }

    public string? Notes { get; init; }

    public string? ClientReference { get; init; }

    public string? ContactName { get; init; }

    public Purpose? Purpose { get; init; }
}

/// <summary>How far a timeline has been read: behind so many of the entries with this day and instant.</summary>
public sealed record TimelinePlace(DateOnly On, DateTimeOffset At, int Skip)
{
    private const string InstantFormat = "yyyyMMddHHmmssfff";
    private const string DayFormat = "yyyyMMdd";

    /// <summary>The last instant at which something that happens when it is recorded can stand behind this place.</summary>
    public DateTimeOffset UpTo => DateOnly.FromDateTime(LondonClock.ToLocal(At)).CompareTo(On) switch
    {
        0 => At,
        > 0 => StartOf(On.AddDays(1)).AddMilliseconds(-1),
        _ => StartOf(On).AddMilliseconds(-1),
    };

    /// <summary>What an address carries: "20261118-20261118102030123-0".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{On.ToString(DayFormat, CultureInfo.InvariantCulture)}-{At.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture)}-{Skip}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static TimelinePlace? Parse(string? text) =>
        text?.Split('-') is [var day, var instant, var skip]
        && DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
        && DateTime.TryParseExact(instant, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
        && int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= EmployerTimeline.LargestSkip && on.Year is > 1900 and < 2900
            ? new TimelinePlace(on, new DateTimeOffset(at, TimeSpan.Zero), count)
            : null;

    private static DateTimeOffset StartOf(DateOnly day) => LondonClock.ToInstant(day.ToDateTime(TimeOnly.MinValue));
}
