using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Calendar;

/// <summary>The working days of a team: Monday to Friday without the bank holidays of its nation and the service's one-off days.</summary>
public sealed record TeamCalendar(BankHolidays Holidays, Nation Nation)
{
    public bool IsWorkingDay(DateOnly day) => Holidays.IsWorkingDay(day, Nation);

    /// <summary>The day itself, or the first working day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day) => Holidays.NextWorkingDay(day.AddDays(-1), Nation);

    /// <summary>The last working day from <paramref name="first"/> to <paramref name="last"/>; null when there is none.</summary>
    public DateOnly? LastWithin(DateOnly first, DateOnly last)
    {
        for (var day = last; day >= first; day = day.AddDays(-1))
        {
            if (IsWorkingDay(day))
                return day;
        }

        return null;
    }

    /// <summary>How many working days there are after <paramref name="day"/>, up to and with <paramref name="last"/>.</summary>
    public int WorkingDaysAfter(DateOnly day, DateOnly last)
    {
        var count = 0;
        for (var next = day.AddDays(1); next <= last; next = next.AddDays(1))
        {
            if (IsWorkingDay(next))
                count++;
        }

        return count;
    }

    /// <summary>The days from <paramref name="first"/> to <paramref name="last"/>, both included, on which the team does not work.</summary>
    public IEnumerable<DateOnly> DaysOff(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (!IsWorkingDay(day))
                yield return day;
        }
    }

    /// <summary>The working day that is so many working days after (or, when negative, before) the day; the day itself for none.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
                left--;
        }

        return day;
    }
}
