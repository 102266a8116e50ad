using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Measurements;

/// <summary>How long finding an employer takes as employers grow in number. Run with <c>--explicit only</c>; prints, asserts nothing about speed.</summary>
public abstract class SearchMeasurement(TestDatabase database)
{
    private const int Own = 150;
    private const int Searches = 200;

    private static readonly string[] Common =
        ["care", "home", "house", "cafe", "stores", "services", "group", "centre", "bar", "kitchen", "cleaning", "foods", "hotel", "garage", "school", "nursery", "bakery", "farm", "logistics", "retail"];

    private readonly Random _random = new(7);

    [Fact(Explicit = true)]
    public async Task Finding_an_employer()
    {
        foreach (var employers in new[] { 1_000, 20_000, 200_000 })
            await MeasureAsync(employers);
    }

    private async Task MeasureAsync(int employers)
    {
        var store = database.Store;
        var rows = await Rows.StoredAsync(store, database.Ids);
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var names = Enumerable.Range(0, employers).Select(_ => Name()).ToList();
        foreach (var chunk in names.Chunk(1_000))
        {
            await store.Write(async session =>
            {
                foreach (var name in chunk)
                    await session.Employers.AddAsync(rows.EmployerNamed(name) with { OwnerId = null });
            });
        }

        var added = clock.GetElapsedTime(start);
        await store.Write(async session =>
        {
            foreach (var name in names.Take(Own))
            {
                var employer = rows.EmployerNamed(name);
                await session.Employers.AddAsync(employer);
                await session.Employers.CountActivityAsync(employer.Id, rows.Specialist.Id, new DateOnly(2026, 1, 5), inPerson: true);
            }
        });
        Write($"{database.Provider}, {employers} employers added in {added.TotalSeconds:F1} s");
        await MeasureAsync(rows, "a whole name", () => names[_random.Next(names.Count)]);
        await MeasureAsync(rows, "a name with a slip in each word", () => string.Join(' ', names[_random.Next(names.Count)].Split(' ').Select(word => word.Remove(word.Length / 2, 1))));
        await MeasureAsync(rows, "one common word", () => Common[_random.Next(5)]);
        await MeasureAsync(rows, "two common words", () => $"{Common[_random.Next(5)]} {Common[_random.Next(5)]}");
        await MeasureAsync(rows, "a long line", () => string.Join(' ', Enumerable.Range(0, 20).SelectMany(_ => Name().Split(' '))));
    }

    private async Task MeasureAsync(Rows rows, string what, Func<string> typed)
    {
        var clock = TimeProvider.System;
        var (times, found, asked) = (new List<double>(), 0, 0);
        for (var search = 0; search < Searches; search++)
        {
            var keys = EmployerKeys.ForQuery(FoldedText.Words(typed()));
            asked += keys.Count;
            var start = clock.GetTimestamp();
            found += (await database.Store.Read(session => session.Employers.WithKeysAsync(rows.Actor, keys))).Count;
            times.Add(clock.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        Write($"  {what}: median {times[Searches / 2]:F2} ms, p95 {times[Searches * 95 / 100]:F2} ms, worst {times[^1]:F2} ms; {asked / Searches} keys asked, {found / Searches} found");
        Assert.True(found > 0);
    }

    private static void Write(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);

    /// <summary>One or two words out of many, then a common one: the commonest stands in every third name.</summary>
    private string Name() => $"{Invented(2_000)} {Invented(20_000)} {Common[(int)(Common.Length * Math.Pow(_random.NextDouble(), 3))]}";

    private string Invented(int words)
    {
        var number = (int)(words * Math.Pow(_random.NextDouble(), 2)) * 7_919;
        string[] syllables = ["ba", "che", "dor", "fen", "gil", "hal", "jun", "kes", "lim", "mor", "nor", "pel", "quin", "ros", "sut", "tarn", "ul", "ven", "wick", "yar"];
        return string.Concat(syllables[number % 20], syllables[number / 20 % 20], syllables[number / 400 % 20]) + (number / 8_000 % 20 is var last and > 0 ? syllables[last] : "");
    }
}

public sealed class SearchMeasurementOnSqlite(SqliteDatabase database) : SearchMeasurement(database), IClassFixture<SqliteDatabase>;

public sealed class SearchMeasurementOnSqlServer(SqlServerDatabase database) : SearchMeasurement(database), IClassFixture<SqlServerDatabase>;
