using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Calendar;

/// <summary>Who must be shown an item, and on which day.</summary>
public sealed record Showing(Guid PersonId, DateOnly On);

/// <summary>When a person works and may be written to: the team's working days, the person's own pattern, leave, quiet hours.</summary>
public sealed class PersonDays
{
    /// <summary>In days: nobody is away for longer, and a person without a working day in so many has none.</summary>
    private const int Furthest = 800;

    private readonly TeamCalendar _team;
    private readonly PersonSettings _settings;
    private readonly IReadOnlyList<Leave> _leave;
    private readonly QuietHours _quiet;

    /// <summary>Of one person.</summary>
    /// <param name="leave">The person's own, as far around the days that are asked about as it goes.</param>
    public PersonDays(TeamCalendar team, PersonSettings settings, IReadOnlyList<Leave> leave)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_team, _settings, _leave, _quiet) = (team, settings, leave, QuietHours.Of(settings));
    }

    public Guid PersonId => _settings.SpecialistId;

    public Leave? LeaveOn(DateOnly day) => _leave.FirstOrDefault(leave => leave.Holds(day));

    /// <summary>Whether the person is expected on the day when nobody is away.</summary>
    public bool IsUsualDay(DateOnly day) => _settings.WorkingDays.Has(day.DayOfWeek) && _team.IsWorkingDay(day);

    public bool WorksOn(DateOnly day) => IsUsualDay(day) && LeaveOn(day) is null;

    /// <summary>The working day on which what is due then must be shown to this person: that day, or the last one before it.</summary>
    public DateOnly ShownOn(DateOnly due) => LastBetween(due.AddDays(-Furthest), due) ?? due;

    /// <summary>
    /// Who must be shown what is due on a day. During leave what is urgent goes to the cover, on the cover's working day that is the due day or the last
    /// one before it within the leave; whatever else, and what the cover cannot be shown, to the person before they go.
    /// </summary>
    /// <param name="cover">The days of the colleague who covers on the due day; null where nobody does.</param>
    public Showing ShowingOf(DateOnly due, bool isUrgent, PersonDays? cover) =>
        isUrgent && cover is not null && LeaveOn(due) is { } leave && leave.CoverId == cover.PersonId && cover.LastBetween(leave.From, due) is { } day
            ? new Showing(cover.PersonId, day)
            : new Showing(PersonId, ShownOn(due));

    /// <summary>The last day on which the person works in the week (Monday to Sunday) of the day; null in a week off.</summary>
    public DateOnly? LastWorkingDayOfWeek(DateOnly week) => LastBetween(Weeks.StartOf(week), Weeks.EndOf(week));

    /// <summary>The first day on which the person works in the week of the day; null in a week off.</summary>
    public DateOnly? FirstWorkingDayOfWeek(DateOnly week) => Enumerable.Range(0, 7).Select(Weeks.StartOf(week).AddDays).Cast<DateOnly?>().FirstOrDefault(day => WorksOn(day!.Value));

    /// <summary>The first day after the day on which the person works; null when none is near.</summary>
    public DateOnly? NextWorkingDay(DateOnly day) => Enumerable.Range(1, Furthest).Select(day.AddDays).Cast<DateOnly?>().FirstOrDefault(next => WorksOn(next!.Value));

    public bool WithinQuietHours(DateTimeOffset instant) => _quiet.Hold(instant);

    /// <summary>The instant itself outside quiet hours, else when they end.</summary>
    public DateTimeOffset NextMoment(DateTimeOffset instant) => _quiet.EndFor(instant);

    /// <summary>The instant of a time of the person's own clock.</summary>
    public DateTimeOffset MomentOn(DateOnly day, TimeOnly time) => _quiet.InstantOf(day, time);

    /// <summary>When the digest of the day comes.</summary>
    public DateTimeOffset DigestMoment(DateOnly day) => MomentOn(day, _settings.DigestAt);

    private DateOnly? LastBetween(DateOnly first, DateOnly last)
    {
        for (var day = last; day >= first; day = day.AddDays(-1))
        {
            if (WorksOn(day))
                return day;
        }

        return null;
    }
}
