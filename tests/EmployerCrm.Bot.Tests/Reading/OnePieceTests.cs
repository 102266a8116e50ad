using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Reading.Messages;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Tests.Reading;

/// <summary>What a message about one contact must not become.</summary>
public sealed class OnePieceTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reading");
    private static readonly IndexedDirectory Own = IndexedDirectory.Load(Path.Combine(Folder, "directory.json"));

    [Fact]
    public Task A_line_about_one_contact_is_not_divided() => StaysWholeAsync(Own, Path.Combine(Folder, "lines.jsonl"));

    [Fact]
    public Task A_shared_example_is_not_divided_and_asks_for_nothing_else()
    {
        var shared = ScoreTests.SharedPhrases();
        Assert.SkipUnless(shared is not null, "The shared example lines are not beside this checkout.");
        return StaysWholeAsync(IndexedDirectory.Load(Path.Combine(shared, "directory.json")), Path.Combine(shared, "visible.jsonl"));
    }

    [Fact]
    public async Task Two_clients_and_two_employers_in_one_line_stay_one_question()
    {
        foreach (var text in new[] { "visited half moon and twelve bar with HB31 and WK58", "rang kfs and zoom couriers about HB31, WK58", "HB31 and WK58 came with me to half moon inn and kfs foods" })
        {
            var message = await new MessageReader(Own).ReadAsync(text, new DateTime(2026, 11, 18, 16, 20, 0), TestContext.Current.CancellationToken);
            var reading = Assert.Single(message.Pieces).Reading;
            Assert.Equal(2, reading.SideBySide.Count);
            Assert.Equal(2, reading.Clients.Count);
        }
    }

    [Fact]
    public async Task Lines_beyond_thirty_are_handed_back_unread()
    {
        var text = string.Join('\n', Enumerable.Range(1, 33).Select(day => $"rang half moon inn {(day % 28) + 1}/10, no answer"));
        var message = await new MessageReader(Own).ReadAsync(text, new DateTime(2026, 11, 18, 16, 20, 0), TestContext.Current.CancellationToken);
        Assert.Equal(30, message.Pieces.Count);
        Assert.Equal(3, message.Unread!.Split('\n').Length);
    }

    private static async Task StaysWholeAsync(IReadingDirectory directory, string lines)
    {
        var wrong = new List<string>();
        foreach (var phrase in PhraseFile.Read(lines))
        {
            var message = await new MessageReader(directory).ReadAsync(phrase.Text, phrase.Now, TestContext.Current.CancellationToken);
            var different = PhraseFile.Differences(phrase, message.Pieces[0].Reading);
            if (message.IsSeveral || message.Pieces[0].Text != phrase.Text || (message.Pieces[0].Reading.Act is not (null or Asked) && phrase.Expected["intent"] is not null) || different.Count > 0)
                wrong.Add($"{phrase.Text} → {ActsJson.Write(message)}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
