using System.Text.Json.Nodes;
using EmployerCrm.Bot.Reading;

namespace EmployerCrm.Bot.Tests.Reading;

public sealed class DictatedTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reading");

    [Fact]
    public async Task Dictated_lines_are_read()
    {
        var reader = new LineReader(IndexedDirectory.Load(Path.Combine(Folder, "directory.json")));
        var (exact, all) = (0, 0);
        foreach (var line in File.ReadLines(Path.Combine(Folder, "dictated.jsonl")))
        {
            var node = JsonNode.Parse(line)!.AsObject();
            if (!node.ContainsKey("expect"))
                continue;
            var phrase = new Phrase((string)node["text"]!, DateTime.Parse((string)node["now"]!, System.Globalization.CultureInfo.InvariantCulture), node["expect"]!.AsObject());
            var differences = PhraseFile.Differences(phrase, await reader.ReadAsync(phrase.Text, phrase.Now, TestContext.Current.CancellationToken));
            all++;
            exact += differences.Count == 0 ? 1 : 0;
            if (differences.Count > 0)
                output.WriteLine($"{phrase.Text}\n    {string.Join("\n    ", differences)}");
        }
        output.WriteLine($"{exact} of {all} exact");
        Assert.True(exact >= 0.95 * all, $"{exact} of {all} exact");
    }
}
