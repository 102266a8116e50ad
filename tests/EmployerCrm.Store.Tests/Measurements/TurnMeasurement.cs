using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Measurements;

/// <summary>How many turns a second reach the disk. Run with <c>--explicit only</c>; prints, asserts nothing about speed.</summary>
public abstract class TurnMeasurement(TestDatabase database)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    [Fact(Explicit = true)]
    public async Task Turns_a_second()
    {
        foreach (var callers in new[] { 1, 8, 64, 256 })
            await MeasureAsync(callers);
    }

    private async Task MeasureAsync(int callers)
    {
        var store = database.Store;
        var rows = await Rows.StoredAsync(store, database.Ids);
        await Turn.LogVisitAsync(store, rows);
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var turns = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var times = new List<double>();
            while (clock.GetElapsedTime(start) < Duration)
            {
                var begun = clock.GetTimestamp();
                await Turn.LogVisitAsync(store, rows);
                times.Add(clock.GetElapsedTime(begun).TotalMilliseconds);
            }

            return times;
        })));
        var sorted = turns.SelectMany(times => times).Order().ToList();
        var perSecond = sorted.Count / clock.GetElapsedTime(start).TotalSeconds;
        TestContext.Current.TestOutputHelper!.WriteLine($"{database.Provider}, {callers} callers: {perSecond:F0} turns/s of 7 writes, median {sorted[sorted.Count / 2]:F2} ms, p99 {sorted[sorted.Count * 99 / 100]:F2} ms");
        Assert.NotEmpty(sorted);
    }
}

public sealed class TurnMeasurementOnSqlite(SqliteDatabase database) : TurnMeasurement(database), IClassFixture<SqliteDatabase>;

public sealed class TurnMeasurementOnSqlServer(SqlServerDatabase database) : TurnMeasurement(database), IClassFixture<SqlServerDatabase>;
