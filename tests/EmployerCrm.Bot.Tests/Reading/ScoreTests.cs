using EmployerCrm.Bot.Reading;

namespace EmployerCrm.Bot.Tests.Reading;

public sealed class ScoreTests(ITestOutputHelper output)
{
    private static readonly string Own = Path.Combine(AppContext.BaseDirectory, "Reading");

    [Fact]
    public Task Lines_written_by_hand_are_read_to_ninety_five_in_a_hundred() => Score(Path.Combine(Own, "directory.json"), Path.Combine(Own, "lines.jsonl"), 0.95);

    [Fact]
    public Task Lines_of_the_shared_examples_are_read_to_ninety_eight_in_a_hundred()
    {
        var shared = SharedPhrases();
        Assert.SkipUnless(shared is not null, "The shared example lines are not beside this checkout.");
        return Score(Path.Combine(shared, "directory.json"), Path.Combine(shared, "visible.jsonl"), 0.98);
    }

    private async Task Score(string directory, string lines, double least)
    {
        var reader = new LineReader(IndexedDirectory.Load(directory));
        var phrases = PhraseFile.Read(lines);
        var exact = 0;
        foreach (var phrase in phrases)
        {
            var reading = await reader.ReadAsync(phrase.Text, phrase.Now, TestContext.Current.CancellationToken);
            var differences = PhraseFile.Differences(phrase, reading);
            Assert.False(phrase.Expected.ContainsKey("ask") && reading.Ask is null, $"Read silently: {phrase.Text}");
            exact += differences.Count == 0 ? 1 : 0;
            if (differences.Count > 0)
                output.WriteLine($"{phrase.Text}\n    {string.Join("\n    ", differences)}");
        }
        output.WriteLine($"{exact} of {phrases.Count} exact");
        Assert.True(exact >= least * phrases.Count, $"{exact} of {phrases.Count} exact");
    }

    internal static string? SharedPhrases()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EmployerCrm.sln")) && folder.Parent is { } beside)
            {
                var phrases = Path.Combine(beside.FullName, "shared", "phrases");
                return File.Exists(Path.Combine(phrases, "visible.jsonl")) ? phrases : null;
            }
        }
        return null;
    }
}
