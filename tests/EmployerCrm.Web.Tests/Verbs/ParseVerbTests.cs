using System.Text.Json.Nodes;

namespace EmployerCrm.Web.Tests.Verbs;

public sealed class ParseVerbTests : IDisposable
{
    private const string Directory =
        """{"employers":[{"id":"e1","name":"Mill Lane Café","town":"Otley","sector":"hospitality","contacts":[{"name":"Ana Reis","role":"owner"}]}],"clients":["JS12"]}""";

    private readonly TemporaryFolder _folder = new();

    public ParseVerbTests() => File.WriteAllText(_folder.File("directory.json"), Directory);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_line_is_answered_with_one_line_of_json()
    {
        var verb = await ParseAsync("--now", "2026-11-18T10:20", "--text", "@nobody help");

        Assert.Equal(0, verb.ExitCode);
        Assert.NotNull(JsonNode.Parse(Assert.Single(verb.Lines))!["intent"]);
    }

    [Fact]
    public async Task A_file_is_answered_line_by_line_and_scored_against_what_it_expects()
    {
        Write("""{"text":"colourless green ideas","now":"2026-11-18T10:20","expect":{"intent":"unknown"}}""", """{"text":"sleep furiously","now":"2026-11-18T10:20:30","expect":{"intent":"help"}}""");

        var answers = await ParseAsync("--file", "lines.jsonl");
        var score = await ParseAsync("--file", "lines.jsonl", "--score");

        Assert.Equal((0, 0), (answers.ExitCode, score.ExitCode));
        Assert.Equal(2, answers.Lines.Length);
        Assert.Equal("1 of 2 right (50.0 %)", score.Lines[^1]);
        Assert.StartsWith("line 2: intent expected \"help\", read \"unknown\"", score.Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "Line 1")]
    [InlineData("[1]", "Line 1")]
    [InlineData("""{"text":"due"}""", "needs text, and now")]
    [InlineData("""{"text":7,"now":"2026-11-18T10:20"}""", "Line 1")]
    [InlineData("""{"text":"due","now":"2026-11-18T10:20"}""", "has no expect")]
    public async Task A_line_of_the_wrong_shape_is_named(string line, string says)
    {
        Write(line);

        var verb = await ParseAsync("--file", "lines.jsonl", "--score");

        verb.AssertRefused(1, says);
    }

    [Theory]
    [InlineData("{", "is not a directory")]
    [InlineData("""{"employers":[{"town":"Otley"}],"clients":[]}""", "is not a directory")]
    [InlineData("""{"employers":[],"clients":["JS12","JS12"]}""", "the same client reference twice")]
    public async Task A_directory_of_the_wrong_shape_is_refused(string directory, string says)
    {
        await File.WriteAllTextAsync(_folder.File("directory.json"), directory, TestContext.Current.CancellationToken);

        var verb = await ParseAsync("--now", "2026-11-18T10:20", "--text", "due");

        verb.AssertRefused(1, says);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var verb = await ParseAsync("--file", "absent.jsonl");

        verb.AssertRefused(1, "absent.jsonl");
    }

    private void Write(params string[] lines) => File.WriteAllLines(_folder.File("lines.jsonl"), lines);

    private Task<Verb> ParseAsync(params string[] arguments) => Verb.RunAsync(_folder, ["parse", "--directory", "directory.json", .. arguments]);
}
