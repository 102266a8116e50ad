using System.Text.Json.Nodes;

namespace EmployerCrm.Web.Tests.Verbs;

public sealed class GuardVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_note_is_answered_with_what_would_be_asked_about_and_what_would_be_left()
    {
        var verb = await Verb.RunAsync(_folder, "guard", "--text", "JS12 has bipolar so no nights");

        var answer = JsonNode.Parse(Assert.Single(verb.Lines))!;
        Assert.Equal(0, verb.ExitCode);
        Assert.Equal("""{"stop":true,"kinds":["health"],"words":["bipolar"],"left":"no nights"}""", answer.ToJsonString());
    }

    [Fact]
    public async Task A_file_is_answered_line_by_line_and_scored_against_what_it_says()
    {
        Write(
            """{"text":"JS12 has bipolar","stop":true,"kinds":["health"]}""",
            """{"text":"JS12 Priya said yes","contacts":["Priya Nair"],"employer":"Costwell","client":"JS12","stop":false}""",
            """{"text":"no vacancies","stop":true,"kinds":["crime"]}""");

        var answers = await Verb.RunAsync(_folder, "guard", "--file", "notes.jsonl");
        var score = await Verb.RunAsync(_folder, "guard", "--file", "notes.jsonl", "--score");

        Assert.Equal((0, 0), (answers.ExitCode, score.ExitCode));
        Assert.Equal([true, false, false], answers.Lines.Select(line => (bool)JsonNode.Parse(line)!["stop"]!));
        Assert.Equal(["line 3: missed crime | no vacancies", "3 notes, 2 to be stopped: recall 50.0 %, precision 100.0 %; all kinds found in 1 of 1"], score.Lines);
    }

    [Theory]
    [InlineData("not json", "Line 1")]
    [InlineData("[1]", "Line 1")]
    [InlineData("""{"note":"x"}""", "needs text")]
    [InlineData("""{"text":"x","contacts":"Priya"}""", "Line 1")]
    [InlineData("""{"text":"x"}""", "has no stop")]
    public async Task A_line_of_the_wrong_shape_is_named(string line, string says)
    {
        Write(line);

        var verb = await Verb.RunAsync(_folder, "guard", "--file", "notes.jsonl", "--score");

        verb.AssertRefused(1, says);
    }

    [Fact]
    public async Task Words_of_ones_own_are_added()
    {
        Directory.CreateDirectory(_folder.File("words"));
        await File.WriteAllTextAsync(_folder.File("words/health.txt"), "[always]\nlurgy\n", TestContext.Current.CancellationToken);

        var verb = await Verb.RunAsync(_folder, "guard", "--words", "words", "--text", "he has the lurgy");

        Assert.Contains("\"stop\":true", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_list_that_is_wrong_keeps_the_host_from_starting_and_is_named()
    {
        Directory.CreateDirectory(_folder.File("words"));
        await File.WriteAllTextAsync(_folder.File("words/helth.txt"), "[always]\nlurgy\n", TestContext.Current.CancellationToken);

        var verb = await Verb.RunAsync(_folder, "serve", "--environment=Development", "--Privacy:GuardWordsFolder=words");

        verb.AssertRefused(1, "Privacy:GuardWordsFolder: helth.txt is not a word list");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var verb = await Verb.RunAsync(_folder, "guard", "--words", "absent", "--text", "x");

        verb.AssertRefused(1, "absent");
    }

    private void Write(params string[] lines) => File.WriteAllLines(_folder.File("notes.jsonl"), lines);
}
