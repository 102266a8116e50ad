using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Web.Sample;

/// <summary>Chance, keys and the calendar of one run of the sample data: the same seed and date give the same rows.</summary>
internal sealed class SampleSource(int seed, DateOnly today)
{
    private const int Months = 18;

    private readonly Random _random = new(seed);
    private readonly Ids _ids = new(TimeProvider.System, new Random(seed + 1));

    /// <summary>Everything that has happened happened before this day.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>The Monday on which the first specialist set out.</summary>
    public DateOnly FirstDay { get; } = Weeks.StartOf(today.AddMonths(-Months));

    public DateOnly Yesterday => Today.AddDays(-1);

    /// <summary>A key as if the row had been made then.</summary>
    public Guid NewId(DateTimeOffset at) => _ids.New(at);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int low, int high) => _random.Next(low, high + 1);

    public double Factor(double low, double high) => low + (_random.NextDouble() * (high - low));

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public T Pick<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var left = _random.NextDouble() * items.Sum(weight);
        foreach (var item in items)
        {
            left -= weight(item);
            if (left < 0)
                return item;
        }

        return items[^1];
    }

    /// <summary>A day between two others, both included.</summary>
    public DateOnly DayBetween(DateOnly first, DateOnly last) => first.AddDays(Between(0, last.DayNumber - first.DayNumber));

    /// <summary>A moment in office hours of a day in London.</summary>
    public DateTimeOffset OfficeHours(DateOnly day) => LondonClock.ToInstant(day.ToDateTime(new TimeOnly(Between(9, 16), Between(0, 59))));
}
