using System.Globalization;
using EmployerCrm.Bot.Reading;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Reading;

/// <summary>Every day of ten years as today, every form of date: leap days and year ends come by themselves.</summary>
public sealed class DatePropertiesTests
{
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly string[] Ordinals = [.. Enumerable.Range(0, 32).Select(day => day + (day is 11 or 12 or 13 ? "th" : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" }))];
    private readonly LineReader _reader = new(IndexedDirectory.Load(Path.Combine(AppContext.BaseDirectory, "Reading", "directory.json")));

    /// <summary>A leap year, the one after it and the next leap year run always, the others where there is time.</summary>
    public static IEnumerable<TheoryDataRow<int>> Years() => Enumerable.Range(0, 10).Select(year => new TheoryDataRow<int>(year)
    {
        Skip = TestTier.HasTime || year is 0 or 1 or 4 ? null : $"One more year: {TestTier.RunsInContinuousIntegration}.",
    });

    [Theory]
    [MemberData(nameof(Years))]
    public async Task A_weekday_is_the_last_one_behind_and_the_first_one_ahead(int year)
    {
        foreach (var today in Days(year))
        {
            foreach (var day in Enum.GetValues<DayOfWeek>())
            {
                var last = Enumerable.Range(0, 7).Select(days => today.AddDays(-days)).First(date => date.DayOfWeek == day);
                var strictlyLast = Enumerable.Range(1, 7).Select(days => today.AddDays(-days)).First(date => date.DayOfWeek == day);
                var coming = Enumerable.Range(1, 7).Select(days => today.AddDays(days)).First(date => date.DayOfWeek == day);
                await Logged(today, day.ToString(), last);
                await Logged(today, $"last {day}", strictlyLast);
                await Logged(today, $"{day} gone", strictlyLast);
                await Logged(today, $"{day} before last", strictlyLast.AddDays(-7));
                await Due(today, day.ToString()[..3].ToLowerInvariant(), coming);
                await Due(today, $"next {day}", coming);
                await Due(today, $"a week on {day}", coming.AddDays(7));
                await Due(today, $"{day} week", coming.AddDays(7));
                await Due(today, $"{day} fortnight", coming.AddDays(14));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public async Task A_day_and_month_is_the_nearest_on_the_side_that_the_tense_says(int year)
    {
        foreach (var today in Days(year))
        {
            foreach (var days in new[] { 0, 1, 6, 30, 90, 119 })
            {
                var (past, future) = (today.AddDays(-days), today.AddDays(days));
                await Logged(today, past.ToString("d/M", CultureInfo.InvariantCulture), past);
                await Logged(today, Ordinals[past.Day] + past.ToString(" MMM", CultureInfo.InvariantCulture), past);
                await Logged(today, past.ToString("dddd d/M", CultureInfo.InvariantCulture), past);
                await Logged(today, past.ToString("d/M/yy", CultureInfo.InvariantCulture), past);
                await Due(today, future.ToString("d MMMM", CultureInfo.InvariantCulture), future);
                await Due(today, future.ToString("MMM ", CultureInfo.InvariantCulture) + Ordinals[future.Day], future);
                await Due(today, future.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), future);
                await Due(today, "w/c " + future.ToString("d/M", CultureInfo.InvariantCulture), future.AddDays(-(((int)future.DayOfWeek + 6) % 7)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public async Task A_place_in_the_month_skips_months_without_such_a_day(int year)
    {
        foreach (var today in Days(year))
        {
            for (var day = 1; day <= 31; day += 3)
            {
                await Logged(today, "on the " + Ordinals[day], Enumerable.Range(0, 100).Select(days => today.AddDays(-days)).First(date => date.Day == day));
                await Due(today, "the " + Ordinals[day], Enumerable.Range(0, 100).Select(days => today.AddDays(days)).First(date => date.Day == day));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public async Task Counted_days_run_from_today(int year)
    {
        foreach (var today in Days(year))
        {
            await Logged(today, "yesterday", today.AddDays(-1));
            await Logged(today, "the day before yesterday", today.AddDays(-2));
            await Logged(today, "3 weeks ago", today.AddDays(-21));
            await Logged(today, "a fortnight ago", today.AddDays(-14));
            await Due(today, "tomorrow", today.AddDays(1));
            await Due(today, "the day after tomorrow", today.AddDays(2));
            await Due(today, "in ten days", today.AddDays(10));
            await Due(today, "in a fortnight", today.AddDays(14));
            await Due(today, "a week today", today.AddDays(7));
            await Due(today, "tomorrow week", today.AddDays(8));
            await Due(today, "the end of the month", new DateOnly(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month)));
            await Due(today, "next week", today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7)));
        }
    }

    /// <summary>Every third day, and all days round a month's end.</summary>
    private static IEnumerable<DateOnly> Days(int year) => AllDays(year).Where(date => date.DayNumber % 3 == 0 || date.Day is 1 or 2 || date.Day >= 28);

    private static IEnumerable<DateOnly> AllDays(int year) => Enumerable.Range(0, 366).Select(day => First.AddYears(year).AddDays(day)).TakeWhile(date => date.Year == First.Year + year);

    private async Task Logged(DateOnly today, string words, DateOnly expected)
    {
        var reading = await Read(today, $"visited Half Moon Inn {words}, met Steph");
        Assert.True(reading.Date == expected && reading.Ask is null && reading.Intent == Intent.LogVisit, $"{words} on {today:ddd d MMM yyyy}: {reading.Date}, expected {expected}");
    }

    private async Task Due(DateOnly today, string words, DateOnly expected)
    {
        var reading = await Read(today, $"rang Half Moon Inn, next: send CV by {words}");
        Assert.True(reading.Next?.Due == expected && reading.Next.Title == "send CV", $"by {words} on {today:ddd d MMM yyyy}: {reading.Next}, expected {expected}");
    }

    private async Task<LineReading> Read(DateOnly today, string text) => await _reader.ReadAsync(text, today.ToDateTime(new TimeOnly(12, 0)), CancellationToken.None);
}
