using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Tests.Year;

/// <summary>Days away, as the simulation knows them.</summary>
internal sealed record Away(DateOnly From, DateOnly To, YearPerson? Cover)
{
    public bool Holds(DateOnly day) => From <= day && day <= To;
}

/// <summary>Somebody of the simulated year, with what the simulation knows of them.</summary>
internal sealed class YearPerson(Specialist row, Nation nation, IReadOnlySet<DayOfWeek> works, PersonSettings settings, string conversation)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    public Specialist Row { get; } = row;

    public Guid Id => Row.Id;

    public PersonSettings Settings { get; } = settings;

    public string Conversation { get; } = conversation;

    public List<Away> Leave { get; } = [];

    /// <summary>What stood on the digest of this morning.</summary>
    public IReadOnlyCollection<Guid> Today { get; set; } = [];

    /// <summary>The first day on which they are gone.</summary>
    public DateOnly? LeftOn { get; set; }

    public Actor Actor => Actor.For(Row, Via.Chat);

    public bool IsHere(DateOnly day) => !(LeftOn <= day);

    public Away? AwayOn(DateOnly day) => Leave.Find(leave => leave.Holds(day));

    public bool WorksOn(DateOnly day) => AwayOn(day) is null && YearCalendar.IsWorkingDay(day, nation) && works.Contains(day.DayOfWeek);

    /// <summary>The last day that the person works from one day to another; null when there is none.</summary>
    public DateOnly? LastWorked(DateOnly from, DateOnly to)
    {
        for (var day = to; day >= from; day = day.AddDays(-1))
        {
            if (WorksOn(day))
                return day;
        }

        return null;
    }

    public DateTime Wall(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).DateTime;

    /// <summary>Whether the person's own clock shows an hour in which nobody writes to them unasked.</summary>
    public bool IsQuiet(DateTimeOffset instant)
    {
        var time = TimeOnly.FromDateTime(Wall(instant));
        var (from, until) = (Settings.QuietFrom, Settings.QuietUntil);
        return from > until ? time >= from || time < until : time >= from && time < until;
    }
}
