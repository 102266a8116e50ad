using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Tests.Reading;

public sealed class TwoEmployersTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reading");
    private static readonly IndexedDirectory Directory = IndexedDirectory.Load(Path.Combine(Folder, "directory.json"));

    [Fact]
    public Task No_line_about_one_employer_is_taken_for_two() => NoneOfTwoAsync(Directory, Path.Combine(Folder, "lines.jsonl"));

    [Fact]
    public Task No_shared_example_about_one_employer_is_taken_for_two()
    {
        var shared = ScoreTests.SharedPhrases();
        Assert.SkipUnless(shared is not null, "The shared example lines are not beside this checkout.");
        return NoneOfTwoAsync(IndexedDirectory.Load(Path.Combine(shared, "directory.json")), Path.Combine(shared, "visible.jsonl"));
    }

    [Theory]
    [InlineData("visited {0} and {1} today")]
    [InlineData("visited {0}, {1} today")]
    [InlineData("{0} & {1} both yesterday, good chats")]
    [InlineData("rang {0}; {1}")]
    [InlineData("been to {0} then {1} this morning")]
    public async Task Two_employers_side_by_side_are_both_offered(string line)
    {
        var names = PhraseFile.Read(Path.Combine(Folder, "lines.jsonl")).Select(phrase => (string?)phrase.Expected["employer"]).OfType<string>().Distinct(StringComparer.Ordinal).Take(12).ToList();
        foreach (var (first, second) in names.Zip(names.Skip(1)))
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, line, first, second);
            var found = (await InAsync(Directory, text, new DateTime(2026, 11, 18, 10, 20, 0))).Select(employer => employer.Name).ToList();
            Assert.True(found.Contains(first) && found.Contains(second), $"{text} → {string.Join(" | ", found)}");
        }
    }

    private static async Task NoneOfTwoAsync(IndexedDirectory directory, string lines)
    {
        foreach (var phrase in PhraseFile.Read(lines).Where(phrase => phrase.Expected.ContainsKey("employer")))
            Assert.True((await InAsync(directory, phrase.Text, phrase.Now)).Count < 2, phrase.Text);
    }

    private static async Task<IReadOnlyList<DirectoryEmployer>> InAsync(IndexedDirectory directory, string text, DateTime now) =>
        (await new LineReader(directory).ReadAsync(text, now, TestContext.Current.CancellationToken)).SideBySide;
}
