using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Messages;

namespace EmployerCrm.Bot.Tests.Reading;

[CollectionDefinition("Measured alone", DisableParallelization = true)]
public sealed class MeasuredAlone;

/// <summary>Processor time is measured, not the clock, so that a busy machine does not fail them; nothing else runs beside them.</summary>
[Collection("Measured alone")]
public sealed class HostileTextTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(10);
    private static readonly DateTime Now = new(2026, 11, 18, 10, 20, 0);
    private static readonly IndexedDirectory Directory = IndexedDirectory.Load(Path.Combine(AppContext.BaseDirectory, "Reading", "directory.json"));
    private readonly LineReader _reader = new(Directory);

    public static TheoryData<string> Texts() => new(
        "", " ", "\0\u0001\u0002", "🎉🎉🎉", "\uD800", "visited \uDC00 Half Moon Inn \uD83D", "<script>alert('x')</script> <b>visited</b> Half Moon Inn", "'; DROP TABLE visits; --",
        "\u202Edetisiv\u202C Half\u200BMoon\uFEFF Inn", "زرت المقهى أمس الساعة ٣", "----", "....", "1/1/1/1/1/1", "99:99 at 99", "31/2", "next", "next next next:", "->", "-> -> ->", "f/u", "at", "@", "&", "+",
        "a.b.c.d.e.f", "in 999999999999 days", "in 400 months", "1/1/0000", "29/2/2027", "the 31st", "w/c", "a week on", "half", "quarter to", "comma comma full stop new line", "j s", "0/0", "12345678901234567890",
        new string('a', 100_000), string.Concat(Enumerable.Repeat("visited Half Moon Inn tomorrow at 3, ", 3_000)), string.Concat(Enumerable.Repeat("3/11 10.30 JS12 ", 7_000)), new string('(', 100_000), string.Concat(Enumerable.Repeat("half ", 20_000)),
        string.Concat(Enumerable.Repeat("'", 100_000)), string.Concat(Enumerable.Repeat("a-", 50_000)), string.Concat(Enumerable.Repeat("next ", 20_000)), string.Concat(Enumerable.Repeat("the ", 20_000)), string.Concat(Enumerable.Repeat("royal oak ", 10_000)));

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public async Task No_text_throws_or_takes_longer_than_ten_milliseconds(string text)
    {
        var fastest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 20 && fastest > Longest; attempt++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var reading = await _reader.ReadAsync(text, Now, TestContext.Current.CancellationToken);
            var took = Environment.CpuUsage.TotalTime - before;
            fastest = took < fastest ? took : fastest;
            Assert.NotEmpty(ReadingJson.Write(reading));
        }
        Assert.True(fastest <= Longest, $"took {fastest.TotalMilliseconds} ms");
    }

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    [InlineData("visited half moon, kfs foods, zoom couriers, m1 motors, ring road tyres, noon street kitchen, ls9 studios, becws y dre and twelve bar yesterday, left cards, next: ring them all friday")]
    [InlineData("saw steph at half moon and baz at ring road tyres then rang kfs about HB31 then visited zoom couriers and m1 motors. Remind me to ring Half Moon Mon, kfs cancelled, WK58 lost the job")]
    public async Task No_message_throws_or_takes_longer_than_ten_milliseconds_a_contact(string text)
    {
        var reader = new MessageReader(Directory);
        var (fastest, allowed) = (TimeSpan.MaxValue, Longest);
        for (var attempt = 0; attempt < 20 && fastest > allowed; attempt++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var message = await reader.ReadAsync(text, Now, TestContext.Current.CancellationToken);
            var took = Environment.CpuUsage.TotalTime - before;
            fastest = took < fastest ? took : fastest;
            allowed = Longest * message.Pieces.Count;
            Assert.NotEmpty(ActsJson.Write(message));
        }
        Assert.True(fastest <= allowed, $"took {fastest.TotalMilliseconds} ms");
    }

    [Fact]
    public void Random_pieces_of_real_lines_never_throw()
    {
        var phrases = PhraseFile.Read(Path.Combine(AppContext.BaseDirectory, "Reading", "lines.jsonl"));
        var pieces = phrases.SelectMany(phrase => phrase.Text.Split(' ')).Concat(["\n", "—", "31/2", "29 Feb", "half", "past", "w/c", "in", "a", "->", "’s", "\u200B", "💥"]).ToArray();
        var random = new Random(20261118);
        var messages = new MessageReader(Directory);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Join(random.Next(9) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)]));
            var reading = _reader.ReadAsync(text, Now.AddDays(random.Next(3_650)), TestContext.Current.CancellationToken);
            Assert.True(reading.IsCompletedSuccessfully, text);
            Assert.True(messages.ReadAsync(text, Now, TestContext.Current.CancellationToken).IsCompletedSuccessfully, text);
        }
    }
}
