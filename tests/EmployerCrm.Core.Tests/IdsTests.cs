using EmployerCrm.Core.Tests.Calendar;

namespace EmployerCrm.Core.Tests;

public sealed class IdsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Keys_are_version_7_of_the_clock_and_sort_by_time()
    {
        var ids = new Ids(new FixedTime(Now), new Random(1));
        var key = ids.New();
        Assert.Equal(7, key.Version);
        Assert.Equal(8, key.Variant & 0xC);
        Assert.True(string.CompareOrdinal(key.ToString(), ids.New(Now.AddMilliseconds(1)).ToString()) < 0);
    }

    [Fact]
    public void The_same_clock_and_seed_make_the_same_keys()
    {
        var first = new Ids(new FixedTime(Now), new Random(7));
        var second = new Ids(new FixedTime(Now), new Random(7));
        Assert.Equal(Enumerable.Range(0, 50).Select(_ => first.New()), Enumerable.Range(0, 50).Select(_ => second.New()));
    }

    [Fact]
    public void Ten_thousand_keys_of_one_millisecond_differ()
    {
        var ids = new Ids(new FixedTime(Now));
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => ids.New()).Distinct().Count());
    }
}
