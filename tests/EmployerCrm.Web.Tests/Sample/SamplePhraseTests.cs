using System.Text.Json.Nodes;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;
using EmployerCrm.Store;
using EmployerCrm.Web.Sample;
using EmployerCrm.Web.Verbs.Parsing;

namespace EmployerCrm.Web.Tests.Sample;

public sealed class SamplePhraseTests
{
    [Fact]
    public async Task Every_known_line_reads_the_same_to_Alex_among_all_150_employers_as_in_the_directory_alone()
    {
        var phrases = Path.Combine(Repository.Root, "..", "shared", "phrases");
        Assert.SkipUnless(Directory.Exists(phrases), "The phrase files are not on this machine.");
        var cancellationToken = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var data = SampleData.Make(new DateOnly(2026, 11, 18), SampleData.DefaultSeed);
        await using var store = await CrmStoreFactory.OpenAsync(new StoreOptions { ConnectionString = folder.Database }, TimeProvider.System, cancellationToken: cancellationToken);
        await new SampleWriter(store, new EngagementOptions(), TextWriter.Null).WriteAsync(data, cancellationToken);
        var alex = new LineReader(new ReadingDirectory(store, Actor.For(data.Specialists.Single(person => person.Name == "Alex Wilber"), Via.Chat)));
        await using var alone = await TemporaryDirectory.LoadAsync(new FileInfo(Path.Combine(phrases, "directory.json")), cancellationToken);

        var differing = new List<string>();
        foreach (var line in await PhraseLine.ReadAsync(new FileInfo(Path.Combine(phrases, "visible.jsonl")), cancellationToken))
        {
            var among = ReadingJson.Write(await alex.ReadAsync(line.Text, line.Now, cancellationToken));
            var expected = ReadingJson.Write(await alone.Reader.ReadAsync(line.Text, line.Now, cancellationToken));
            differing.AddRange(Scoring.Differences(JsonNode.Parse(expected)!.AsObject(), among).Select(difference => $"{line.Text}: {difference}"));
        }

        Assert.True(differing.Count == 0, string.Join("\n", differing));
    }
}
