using System.Text.Json.Nodes;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Messages;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Tests.Reading;

public sealed class MessagePropertiesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reading");
    private static readonly DateTime Now = new(2026, 11, 18, 16, 20, 0);
    private static readonly IndexedDirectory Directory = IndexedDirectory.Load(Path.Combine(Folder, "directory.json"));
    private static readonly string[] Names = ["Half Moon Inn", "the twelve bar", "kfs foods", "Zoom Couriers", "m1 motors", "Ring Road Tyres", "noon street kitchen", "LS9 Studios", "Text Print and Copy", "becws y dre"];
    private static readonly string[] Openings = ["visited", "rang", "popped in to", "emailed", "been to", ""];
    private static readonly string[] Days = ["", " today", " yesterday", " on monday", " this morning"];
    private static readonly string[] Tails = ["", ", nobody about", ", left a card", ", want a cleaner two days a week", " no vacancies", ". Next: ring back on Friday", " with HB31", " about WK58"];
    private static readonly HashSet<string> Joins = new("and then also plus after that".Split(' '), StringComparer.Ordinal);

    /// <summary>Employers of one message, listed by lines, by "and", or told one after the other.</summary>
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Dividing_a_message_loses_no_word(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 10; round++)
        {
            var text = Message(random);
            var message = await new MessageReader(Directory).ReadAsync(text, Now, TestContext.Current.CancellationToken);
            var kept = message.Pieces.SelectMany(piece => FoldedText.Words(piece.Text)).ToHashSet(StringComparer.Ordinal);
            Assert.True(FoldedText.Words(text).All(word => kept.Contains(word) || Joins.Contains(word)), $"{text}\n→ {ActsJson.Write(message)}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Each_employer_of_a_list_gets_a_contact_of_its_own(int seed)
    {
        var random = new Random(seed);
        var names = Names.OrderBy(_ => random.Next()).Take(2 + random.Next(3)).ToArray();
        var text = $"{Openings[random.Next(5)]} {string.Join(", ", names[..^1])} and {names[^1]}{Days[random.Next(Days.Length)]}{Tails[random.Next(5)]}";
        var message = await new MessageReader(Directory).ReadAsync(text, Now, TestContext.Current.CancellationToken);
        Assert.True(message.Pieces.Select(piece => piece.Reading.Employer).Distinct(StringComparer.Ordinal).Count(name => name is not null) == names.Length, $"{text}\n→ {ActsJson.Write(message)}");
        Assert.Single(message.Pieces.Select(piece => (piece.Reading.Date, piece.Reading.Channel, piece.Reading.Notes)).Distinct());
    }

    [Theory]
    [InlineData("erm ")]
    [InlineData("so yeah ")]
    [InlineData("um ok so ")]
    [InlineData("right uh ")]
    public async Task A_filler_in_front_changes_no_reading(string filler)
    {
        var reader = new MessageReader(Directory);
        var wrong = new List<string>();
        foreach (var text in Texts())
        {
            var (plain, filled) = (await reader.ReadAsync(text, Now, TestContext.Current.CancellationToken), await reader.ReadAsync(filler + text, Now, TestContext.Current.CancellationToken));
            if (Comparable(plain) != Comparable(filled))
                wrong.Add($"{text}\n  {Comparable(plain)}\n  {Comparable(filled)}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public async Task A_piece_read_again_is_the_same()
    {
        var reader = new MessageReader(Directory);
        foreach (var text in Texts())
        {
            foreach (var piece in (await reader.ReadAsync(text, Now, TestContext.Current.CancellationToken)).Pieces.Where(piece => !piece.Text.Contains('\n', StringComparison.Ordinal)))
            {
                var again = await reader.ReadAsync(piece.Text, Now, TestContext.Current.CancellationToken);
                Assert.True(!again.IsSeveral && again.Pieces[0].Reading.EmployerId == piece.Reading.EmployerId && again.Pieces[0].Reading.Notes == piece.Reading.Notes, $"{text}: {piece.Text}");
            }
        }
    }

    private static IEnumerable<string> Texts() => new[] { "lines.jsonl", "dictated.jsonl" }.SelectMany(file => File.ReadLines(Path.Combine(Folder, file))).Select(line => (string)JsonNode.Parse(line)!["text"]!);

    private static string Comparable(MessageReading message) => string.Join(" | ", message.Pieces.Select(piece => ReadingJson.Write(piece.Reading) + ActsJson.Write(new MessageReading([piece], null, false))));

    private static string Message(Random random)
    {
        var names = Names.OrderBy(_ => random.Next()).Take(2 + random.Next(3)).ToArray();
        string Pick(string[] from) => from[random.Next(from.Length)];
        string One(string name) => $"{Pick(Openings)} {name}{Pick(Days)}{Pick(Tails)}".Trim();
        return random.Next(4) switch
        {
            0 => string.Join('\n', names.Select(One)),
            1 => $"{Pick(Openings)} {string.Join(", ", names[..^1])} and {names[^1]}{Pick(Days)}{Pick(Tails)}".Trim(),
            2 => string.Join(". ", names.Select(One)),
            _ => $"{One(names[0])} then {One(names[1])}",
        };
    }
}
