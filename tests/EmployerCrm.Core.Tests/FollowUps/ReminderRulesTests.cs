using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Core.Tests.FollowUps;

public sealed class ReminderRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData(0, null)]
    [InlineData(730, null)]
    [InlineData(-1, RefusalReason.DateInThePast)]
    [InlineData(731, RefusalReason.TooFarAhead)]
    public void A_reminder_is_due_from_today_to_two_years_ahead(int days, RefusalReason? reason) =>
        Assert.Equal(reason, ReminderRules.Check(Reminder() with { DueOn = Today.AddDays(days) }, Today)?.Reason);

    [Fact]
    public void A_time_needs_its_day()
    {
        Assert.Null(ReminderRules.Check(Reminder(), Today));
        Assert.Equal(RefusalReason.DateMissing, ReminderRules.Check(Reminder() with { DueAt = new TimeOnly(9, 0) }, Today)?.Reason);
        Assert.Null(ReminderRules.Check(Reminder() with { DueAt = new TimeOnly(9, 0), DueOn = Today }, Today));
    }

    [Fact]
    public void A_title_is_there_and_fits_its_column()
    {
        Assert.Equal(RefusalReason.TitleMissing, ReminderRules.Check(Reminder() with { Title = " \t" }, Today)?.Reason);
        Assert.Null(ReminderRules.Check(Reminder() with { Title = new string('x', Limits.Title) }, Today));
        Assert.Equal(RefusalReason.TextTooLong, ReminderRules.Check(Reminder() with { Title = new string('x', Limits.Title + 1) }, Today)?.Reason);
    }

    private static AddReminder Reminder() => new() { Title = "Ring Two Rivers" };
}
