using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Reading;

/// <summary>20,000 employers with made-up names, each (in a plain run every fourth) read back from sentences built round its name.</summary>
public sealed class GeneratedDirectoryTests(GeneratedDirectoryTests.Generated generated) : IClassFixture<GeneratedDirectoryTests.Generated>
{
    private static readonly DateTime Now = new(2026, 11, 18, 10, 20, 0);

    [Theory]
    [InlineData("visited {0} yesterday, no jobs going", 0)]
    [InlineData("rang {0}, they want a cleaner", 1)]
    [InlineData("{0} today at 3, nobody in", 2)]
    [InlineData("seeing the manager at {0} tomorrow at 10", 3)]
    public async Task Every_name_is_read_back_from_one_of_the_sentences(string sentence, int quarter)
    {
        var reader = new LineReader(generated.Directory);
        var wrong = new List<string>();
        foreach (var employer in generated.Employers.Where((_, index) => index % 4 == quarter && (TestTier.HasTime || index % 16 < 4)))
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, employer.Name);
            var reading = await reader.ReadAsync(text, Now, TestContext.Current.CancellationToken);
            if (reading.EmployerId != employer.Id)
                wrong.Add($"{employer.Name} → {reading.Employer ?? string.Join(" | ", reading.Ambiguous.Select(other => other.Name))}{reading.NewEmployer} {reading.Ask}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} misread: {string.Join("; ", wrong.Take(20))}");
    }

    [Fact]
    public async Task A_name_with_one_slip_is_read_or_asked_about_but_never_taken_for_another()
    {
        var reader = new LineReader(generated.Directory);
        var random = new Random(7);
        var (right, wrong, tried) = (0, new List<string>(), 0);
        foreach (var employer in generated.Employers.Where((employer, index) => index % 10 == 0 && employer.Name.Split(' ').Any(word => word.Length > 5)))
        {
            var typed = WithSlip(employer.Name, random);
            var reading = await reader.ReadAsync($"visited {typed} yesterday", Now, TestContext.Current.CancellationToken);
            tried++;
            right += reading.EmployerId == employer.Id ? 1 : 0;
            if (reading.EmployerId is { } other && other != employer.Id)
                wrong.Add($"{typed} → {reading.Employer}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} taken for another: {string.Join("; ", wrong.Take(20))}");
        Assert.True(right >= tried * 0.95, $"{right} of {tried} read");
    }

    /// <summary>One letter wrong, missing, extra or swapped, inside the longest word.</summary>
    private static string WithSlip(string name, Random random)
    {
        var longest = name.Split(' ').MaxBy(word => word.Count(char.IsLetter))!;
        var at = random.Next(1, longest.Length - 2);
        var slipped = random.Next(4) switch
        {
            0 => longest.Remove(at, 1).Insert(at, "q"),
            1 => longest.Remove(at, 1),
            2 => longest.Insert(at, "x"),
            _ => longest[..at] + longest[at + 1] + longest[at] + longest[(at + 2)..],
        };
        return name.Replace(longest, slipped, StringComparison.Ordinal);
    }

    public sealed class Generated
    {
        private static readonly string[] Starts = "Ash Bel Cor Dun Elm Fen Gar Hol Ink Jar Kel Lun Mar Nor Oak Pel Quor Rav Sel Tor Ull Var Wex Yar Zen Brom Cald Drey Farn Grim".Split(' ');
        private static readonly string[] Middles = "den fax gate hurst ley mere nell per rick shaw thorpe vick well wick worth by combe dale ford ham".Split(' ');
        private static readonly string[] Odd = ["Monday", "Tuesday's", "March", "May", "Two", "Seven", "24", "First", "Next", "Due", "Call", "Zoom", "Half", "Noon", "Old", "New", "St", "Royal", "Tŷ", "Caffi", "O'"];
        private static readonly string[] Trades = "Café,Care Home,Bakery,Logistics,Print Works,Garden Centre,Primary School,Motors,Dental Practice,Hotel,Nursery,Cleaning Ltd,Foods,& Sons Joinery,Packaging,Taxis,Plumbing Ltd,Furniture,Pets,Gym".Split(',');

        public Generated()
        {
            var random = new Random(20_000);
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            while (names.Count < 20_000)
            {
                var name = Name(random);
                names[string.Join(' ', EmployerKeys.NameWords(name))] = name;
            }
            Employers = [.. names.Values.Select((name, index) => new DirectoryEmployer(IndexedDirectory.Id(index, 0), name, "Leeds", []))];
            Directory = new IndexedDirectory(Employers, ["JS12", "MK07"]);
        }

        public IReadOnlyList<DirectoryEmployer> Employers { get; }

        internal IReadingDirectory Directory { get; }

        private static string Name(Random random)
        {
            var head = Pick(random, Starts) + Pick(random, Middles) + (random.Next(3) == 0 ? Pick(random, Middles) : "");
            var odd = random.Next(4) == 0 ? Pick(random, Odd) + " " : "";
            var branch = random.Next(6) == 0 ? " – " + Pick(random, ["Leeds", "Bradford", "Halifax", "Wakefield"]) : "";
            return $"{(random.Next(8) == 0 ? "The " : "")}{odd}{head} {Pick(random, Trades)}{branch}".Replace("O' ", "O'", StringComparison.Ordinal);
        }

        private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
    }
}
