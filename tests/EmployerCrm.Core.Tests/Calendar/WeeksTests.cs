using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.Tests.Calendar;

public sealed class WeeksTests
{
    [Fact]
    public void Every_day_of_ten_years_lies_in_a_week_from_Monday_to_Sunday()
    {
        for (var day = new DateOnly(2020, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            var (start, end) = (Weeks.StartOf(day), Weeks.EndOf(day));
            Assert.Equal(DayOfWeek.Monday, start.DayOfWeek);
            Assert.Equal(start.AddDays(6), end);
            Assert.InRange(day, start, end);
        }
    }
}
