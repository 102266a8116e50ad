using System.Globalization;
using EmployerCrm.Core.Employers;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.Benchmarks;

/// <summary>
/// Finding an employer by a name with a slip in it, through <c>employer_keys</c>, beside the peer: a scan with LIKE '%…%' over the folded names of the
/// same file (which finds only what is spelt right).
/// </summary>
internal static class LookupBenchmark
{
    private const int Searches = 300;

    private static readonly string[] First =
        ["Ash", "Birch", "Cedar", "Dale", "Elm", "Fern", "Glen", "Haw", "Ivy", "Juniper", "Kestrel", "Lark", "Moor", "Nettle", "Oak", "Pine", "Quarry", "Ridge", "Spring", "Thorn"];

    private static readonly string[] Second =
        ["brook", "bridge", "croft", "dene", "field", "ford", "gate", "grove", "holme", "hurst", "ley", "mere", "mill", "ridge", "side", "stead", "thwaite", "well", "wick", "wood"];

    private static readonly string[] Trade =
        ["Bakery", "Joinery", "Care Home", "Motors", "Stores", "Nursery", "Cleaning", "Logistics", "Café", "Hotel", "Dental", "Print Works", "Farm Shop", "Furniture", "Florists", "Plumbing"];

    public static async Task RunAsync(IReadOnlyList<int> sizes, TextWriter output)
    {
        await output.WriteLineAsync("| employers | keys p50 ms | keys p99 ms | LIKE scan p50 ms | LIKE scan p99 ms | scan / keys (p50) | found by keys | found by scan |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|---|");
        foreach (var size in sizes)
            await RunAsync(size, output);
    }

    private static async Task RunAsync(int size, TextWriter output)
    {
        await using var store = await BenchmarkStore.OpenAsync();
        var random = new Random(size);
        var names = Enumerable.Range(0, size).Select(number => Name(number, random)).ToList();
        await store.AddAsync(names.Select(name => (name, "Leeds", (IReadOnlyList<(string, string)>)[])));

        var asked = Enumerable.Range(0, Searches).Select(_ => names[random.Next(size)]).Select(name => (Name: name, Typed: WithSlip(name, random))).ToList();
        var directory = new ReadingDirectory(store.Store, store.Actor);
        await using var connection = new SqliteConnection(store.ConnectionString);
        await connection.OpenAsync();
        var (keys, scan) = (new Quantiles(), new Quantiles());
        var (byKeys, byScan) = (0, 0);
        foreach (var (name, typed) in asked.Take(20))
            await directory.EmployersWithKeysAsync(EmployerKeys.ForQuery(FoldedText.Words(typed)), CancellationToken.None);
        foreach (var (name, typed) in asked)
        {
            await keys.MeasureAsync(async () =>
            {
                var found = await directory.EmployersWithKeysAsync(EmployerKeys.ForQuery(FoldedText.Words(typed)), CancellationToken.None);
                byKeys += found.Any(employer => employer.Name == name) ? 1 : 0;
            });
            await scan.MeasureAsync(async () => byScan += await ScanAsync(connection, FoldedText.Words(typed)[0], name) ? 1 : 0);
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"| {size:N0} | {keys.Median:F2} | {keys.Percentile99:F2} | {scan.Median:F2} | {scan.Percentile99:F2} | {scan.Median / keys.Median:F1} | {100.0 * byKeys / Searches:F0} % | {100.0 * byScan / Searches:F0} % |"));
    }

    private static async Task<bool> ScanAsync(SqliteConnection connection, string word, string name)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select name from employers where name_key like '%' || @word || '%'";
        command.Parameters.AddWithValue("@word", word);
        await using var reader = await command.ExecuteReaderAsync();
        var found = false;
        while (await reader.ReadAsync())
            found |= reader.GetString(0) == name;
        return found;
    }

    // Four parts and a number in letters, so that 200,000 names differ as real ones do: by words, not by a counter.
    private static string Name(int number, Random random) =>
        $"{First[number % 20]}{Second[number / 20 % 20]} {First[random.Next(20)]}{Second[number / 400 % 20]} {Trade[number / 8000 % Trade.Length]}";

    private static string WithSlip(string name, Random random)
    {
        var place = random.Next(1, name.IndexOf(' ', StringComparison.Ordinal) - 1);
        return random.Next(3) switch
        {
            0 => name.Remove(place, 1),
            1 => name.Insert(place, "e"),
            _ => string.Concat(name.AsSpan(0, place), name.AsSpan(place + 1, 1), name.AsSpan(place, 1), name.AsSpan(place + 2)),
        };
    }
}
