using System.Net;
using System.Net.Http.Headers;
using System.Text;
using EmployerCrm.TestSupport.Forging;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What one request may cost, from a caller with a right token too. Alone, because the memory of the whole process is measured.</summary>
[Collection("Measured alone")]
public sealed class HostileRequestTests : IAsyncLifetime
{
    // The most that is read, less what a whole activity needs besides.
    private const int Longest = (256 * 1024) - 2000;
    private const long MostBytes = 64L * 1024 * 1024;

    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["brackets"] = Filled("", "[", ""),
        ["braces"] = Filled("", "{\"a\":", ""),
        ["brackets in a value"] = Filled("{\"type\":\"message\",\"value\":", "[", ""),
        ["many values"] = Filled("{\"value\":[", "0,", "0]}"),
        ["many empty objects"] = Filled("{\"channelData\":[", "{},", "{}]}"),
        ["many attachments"] = Filled("{\"attachments\":[", "{},", "{}]}"),
        ["many holes"] = Filled("{\"entities\":[", "null,", "null]}"),
        ["many members"] = "{" + string.Join(',', Enumerable.Range(0, 20_000).Select(number => $"\"m{number}\":0")) + "}",
        ["many members of one name"] = Filled("{", "\"a\":0,", "\"a\":0}"),
        ["a long number"] = Filled("{\"value\":", "9", "}"),
        ["a long fraction"] = Filled("{\"value\":0.", "9", "e-99999}"),
        ["a long text"] = Filled("{\"text\":\"", "x", "\"}"),
        ["many escapes"] = Filled("{\"text\":\"", "\\u0041", "\"}"),
        ["many pairs"] = Filled("{\"text\":\"", "\\ud83d\\ude00", "\"}"),
        ["many halves"] = Filled("{\"madeUp\":\"", "\\ud83d", "\"}"),
        ["a long name"] = Filled("{\"", "x", "\":0}"),
        ["many spaces"] = Filled("{", " ", "}"),
        ["many mentions"] = Filled("{\"recipient\":{\"id\":\"b\"},\"text\":\"a\",\"entities\":[", "{\"type\":\"mention\",\"mentioned\":{\"id\":\"b\"},\"text\":\"a\"},", "{}]}"),
        ["zeros"] = new string('\0', Longest),
    };

    private BotHost _host = null!;

    public static TheoryData<string> Names => [.. Bodies.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_body_costs_much(string name)
    {
        var whole = Bodies[name];
        var activity = _host.Activities.Message("");
        foreach (var member in activity.Select(member => member.Key).Where(member => whole.StartsWith($"{{\"{member}\":", StringComparison.Ordinal) || member is "text" or "entities").ToList())
        {
            activity.Remove(member);
        }

        var complete = whole.StartsWith('{') ? activity.ToJsonString()[..^1] + "," + whole[1..] : whole;
        foreach (var body in new[] { whole, complete })
        {
            await AssertCheapAsync(Encoding.UTF8.GetBytes(body), Token());
        }
    }

    [Fact]
    public async Task No_token_costs_much()
    {
        foreach (var token in new[]
        {
            new string('a', 8192), new string('.', 8192), new string('e', 4000) + "." + new string('e', 4000) + ".a",
            Base64("[", 6000) + "." + Base64("[", 60) + ".AA", Base64("{\"a\":", 1000) + ".e30.AA",
        })
        {
            await AssertCheapAsync("{}"u8.ToArray(), token);
        }
    }

    [Fact]
    public async Task Nothing_random_costs_much_or_makes_it_fail()
    {
        var mutator = new Mutator(20261122, _host.Activities, "marker");
        for (var round = 0; round < 300; round++)
        {
            await AssertCheapAsync(mutator.Body(), round % 3 == 0 ? mutator.Token(Token()) : Token());
        }

        Assert.DoesNotContain(_host.Log.Lines, line => line.Contains("marker", StringComparison.Ordinal));
    }

    private static string Filled(string start, string middle, string end) =>
        start + string.Concat(Enumerable.Repeat(middle, (Longest - start.Length - end.Length) / middle.Length)) + end;

    private static string Base64(string piece, int times) =>
        System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, times))));

    private string Token() => _host.Authority.Token(BotHost.AppId, _host.Connector.ServiceUrl).ToString();

    private async Task AssertCheapAsync(byte[] body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        var before = GC.GetTotalAllocatedBytes();

        using var answer = await _host.Client.SendAsync(request, Cancellation);

        var allocated = GC.GetTotalAllocatedBytes() - before;
        Assert.True(allocated < MostBytes, $"{allocated} bytes");
        Assert.True((int)answer.StatusCode < 500 || answer.StatusCode is HttpStatusCode.NotImplemented, answer.StatusCode.ToString());
        TestContext.Current.TestOutputHelper?.WriteLine($"{(int)answer.StatusCode} {allocated}");
    }
}
