using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Sample;

/// <summary>The days one specialist works: no weekends, bank holidays, leave, nor the days between Christmas and New Year.</summary>
internal sealed class WorkingDays
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly HashSet<DateOnly> _away = [];

    public WorkingDays(SampleSource source, Specialist specialist)
    {
        for (var year = source.FirstDay.Year; year <= source.Today.Year + 1; year++)
        {
            _away.UnionWith(BankHolidays.Of(year, Nation.EnglandAndWales));
            AddSpan(new DateOnly(year, 12, 24), 9);
            AddSpan(Weeks.StartOf(source.DayBetween(new DateOnly(year, 7, 20), new DateOnly(year, 8, 25))), 14);
            AddSpan(Weeks.StartOf(source.DayBetween(new DateOnly(year, 2, 10), new DateOnly(year, 6, 20))), 7);
            AddSpan(Weeks.StartOf(source.DayBetween(new DateOnly(year, 9, 20), new DateOnly(year, 11, 5))), 7);
            for (var oddDays = 0; oddDays < 4; oddDays++)
                _away.Add(source.DayBetween(new DateOnly(year, 1, 2), new DateOnly(year, 12, 20)));
        }

        // Whoever opens the sample data is shown a person at work.
        if (specialist.ObjectId == SamplePeople.AlexsObjectId)
            _away.RemoveWhere(day => day >= source.Today.AddDays(-14) && day <= source.Today.AddDays(14) && !BankHolidays.ByRule.Contains(day, Nation.EnglandAndWales));
    }

    public bool Contains(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_away.Contains(day);

    /// <summary>Working days of the week that begins on this Monday.</summary>
    public IReadOnlyList<DateOnly> OfWeek(DateOnly monday) => [.. Enumerable.Range(0, Week.Days).Select(monday.AddDays).Where(Contains)];

    /// <summary>The day itself or the next working day.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!Contains(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>How busy a week is: quiet in August and before Christmas, and slow to start in January.</summary>
    public static double Season(DateOnly monday) => (monday.Month, monday.Day) switch
    {
        (8, _) => 0.6,
        (12, >= 14) => 0.4,
        (1, <= 7) => 0.6,
        _ => 1,
    };

    private void AddSpan(DateOnly first, int days)
    {
        for (var i = 0; i < days; i++)
            _away.Add(first.AddDays(i));
    }
}
