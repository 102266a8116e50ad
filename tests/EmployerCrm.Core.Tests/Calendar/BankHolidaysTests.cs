using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Tests.Calendar;

public sealed class BankHolidaysTests
{
    // By the rule; those of 2026 and 2027 as the government has published them.
    [Theory]
    [InlineData(Nation.EnglandAndWales, 2026, "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28")]
    [InlineData(Nation.Scotland, 2026, "2026-01-01 2026-01-02 2026-04-03 2026-05-04 2026-05-25 2026-08-03 2026-11-30 2026-12-25 2026-12-28")]
    [InlineData(Nation.NorthernIreland, 2026, "2026-01-01 2026-03-17 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-07-13 2026-08-31 2026-12-25 2026-12-28")]
    [InlineData(Nation.EnglandAndWales, 2027, "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28")]
    [InlineData(Nation.Scotland, 2028, "2028-01-03 2028-01-04 2028-04-14 2028-05-01 2028-05-29 2028-08-07 2028-11-30 2028-12-25 2028-12-26")]
    [InlineData(Nation.Scotland, 2027, "2027-01-01 2027-01-04 2027-03-26 2027-05-03 2027-05-31 2027-08-02 2027-11-30 2027-12-27 2027-12-28")]
    public void The_bank_holidays_of_a_nation_with_their_substitute_days(Nation nation, int year, string days) =>
        Assert.Equal(days.Split(' ').Select(DateOnly.Parse), BankHolidays.Of(year, nation).Order());

    [Fact]
    public void A_one_off_day_counts_in_every_nation()
    {
        var jubilee = new DateOnly(2027, 6, 4);
        var holidays = new BankHolidays([jubilee]);

        Assert.All(Enum.GetValues<Nation>(), nation => Assert.True(holidays.Contains(jubilee, nation) && !BankHolidays.ByRule.Contains(jubilee, nation)));
        Assert.Equal(new DateOnly(2027, 6, 7), holidays.NextWorkingDay(new DateOnly(2027, 6, 3), Nation.EnglandAndWales));
    }

    [Theory]
    [InlineData("2026-12-24", Nation.EnglandAndWales, "2026-12-29")]
    [InlineData("2026-12-31", Nation.EnglandAndWales, "2027-01-04")]
    [InlineData("2026-12-31", Nation.Scotland, "2027-01-05")]
    [InlineData("2026-04-02", Nation.Scotland, "2026-04-06")]
    [InlineData("2026-04-02", Nation.EnglandAndWales, "2026-04-07")]
    public void The_next_working_day_leaves_out_weekends_and_bank_holidays(string day, Nation nation, string next) =>
        Assert.Equal(DateOnly.Parse(next), BankHolidays.ByRule.NextWorkingDay(DateOnly.Parse(day), nation));
}
