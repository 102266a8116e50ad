using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Core.Tests.FollowUps;

public sealed class DueBucketsTests
{
    private static readonly DateOnly Saturday = new(2026, 11, 21);

    [Theory]
    [InlineData(-1, DueBucket.Overdue)]
    [InlineData(0, DueBucket.Today)]
    [InlineData(1, DueBucket.Tomorrow)]
    [InlineData(2, DueBucket.Later)]
    public void On_a_Saturday_the_week_ends_tomorrow(int days, DueBucket expected) =>
        Assert.Equal(expected, DueBuckets.Of(Saturday.AddDays(days), Saturday));

    [Fact]
    public void What_has_no_date_has_its_own_bucket() => Assert.Equal(DueBucket.NoDate, DueBuckets.Of(null, Saturday));

    [Fact]
    public void On_every_day_of_a_year_buckets_follow_each_other_and_this_week_ends_on_Sunday()
    {
        for (var today = new DateOnly(2026, 1, 1); today.Year == 2026; today = today.AddDays(1))
        {
            var before = DueBucket.Overdue;
            for (var days = -10; days <= 20; days++)
            {
                var due = today.AddDays(days);
                var bucket = DueBuckets.Of(due, today);
                Assert.True(bucket >= before, $"{due} seen on {today}");
                Assert.Equal(days < 0, bucket == DueBucket.Overdue);
                if (bucket == DueBucket.ThisWeek)
                    Assert.Equal(Weeks.StartOf(today), Weeks.StartOf(due));
                if (bucket == DueBucket.Later)
                    Assert.True(Weeks.StartOf(due) > Weeks.StartOf(today));
                before = bucket;
            }
        }
    }
}
