using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;
using EmployerCrm.TestSupport.Forging;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>
/// Thousands of spoilt activities and tokens at the whole host: it never fails, never tells the log what it was told, and goes on answering.
/// The seed is fixed in a short run; a long one (EMPLOYERCRM_TEST_LONG) takes a new one each time, and EMPLOYERCRM_TEST_SEED repeats it.
/// </summary>
public sealed class FuzzTests(SharedProductionHost fuzzed, SampleDatabase sample, ITestOutputHelper output) : IClassFixture<SharedProductionHost>
{
    private const string Marker = "zebracrossing";
    private readonly int _seed = Seed(output);
    private readonly ProductionHost _host = fuzzed.Host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static int Rounds => Machine.RunsLongTests ? 20_000 : 400;

    [Fact]
    public async Task No_spoilt_activity_makes_it_fail_or_talk()
    {
        var mutator = new Mutator(_seed, _host.Alex, Marker);
        var token = TokenFor(_host);
        var statuses = new Dictionary<HttpStatusCode, int>();
        for (var round = 0; round < Rounds; round++)
        {
            var body = mutator.Body();
            using var answer = await PostAsync(_host, body, token);
            statuses[answer.StatusCode] = statuses.GetValueOrDefault(answer.StatusCode) + 1;
            // 501 is what an invoke that nobody knows is answered.
            Assert.True(
                (int)answer.StatusCode < 500 || answer.StatusCode is HttpStatusCode.NotImplemented,
                $"Seed {_seed}, round {round}: {(int)answer.StatusCode} for {Encoding.UTF8.GetString(body)}");
        }

        output.WriteLine(string.Join(", ", statuses.Select(status => $"{(int)status.Key}: {status.Value}")));
        await AssertQuietAndAliveAsync(_host);
    }

    [Fact]
    public async Task No_spoilt_token_gets_in_or_makes_it_fail()
    {
        // A host that nobody else speaks to: a turn whose caller was cut off goes on writing, and rows are counted here.
        await using var untouched = new SharedProductionHost(sample);
        await untouched.InitializeAsync();
        var host = untouched.Host;
        var mutator = new Mutator(_seed, host.Alex, Marker);
        var right = TokenFor(host);
        var rows = await StoredRows.CountAsync(host.Database, Cancellation);
        var body = Encoding.UTF8.GetBytes(host.Alex.Message("visited Friday's Café yesterday, " + Marker).ToJsonString());
        for (var round = 0; round < Rounds; round++)
        {
            var token = mutator.Token(right);
            // The last letter of a signature has bits that belong to no byte: changed alone, it may be the same token, which gets in as it should.
            if (token.Length == right.Length && token.StartsWith(right[..^1], StringComparison.Ordinal))
                continue;
            using var answer = await PostAsync(host, body, token);
            Assert.True(
                answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest,
                $"Seed {_seed}, round {round}: {(int)answer.StatusCode} for {token}");
        }

        var after = await StoredRows.CountAsync(host.Database, Cancellation);
        Assert.Empty(after.Where(table => rows[table.Key] != table.Value).Select(table => $"{table.Key}: {table.Value} instead of {rows[table.Key]}"));
        await AssertQuietAndAliveAsync(host);
    }

    [Fact]
    public async Task No_spoilt_request_makes_it_fail()
    {
        var mutator = new Mutator(_seed, _host.Alex, Marker);
        var random = new Random(_seed);
        for (var round = 0; round < Rounds / 4; round++)
        {
            var body = mutator.Body();
            var length = random.Next(4) switch { 0 => body.Length + random.Next(-5, 5), 1 => random.Next(), _ => body.Length };
            var head = random.Next(3) == 0
                ? $"Transfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n"
                : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n\r\n");
            var request = Encoding.UTF8.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nAuthorization: Bearer {TokenFor(_host)}\r\n{head}");
            await using var stream = await RawRequest.OpenAsync(_host.Client.BaseAddress!, Cancellation);
            try
            {
                await stream.WriteAsync((byte[])[.. request, .. body], Cancellation);
                stream.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
            }
            catch (IOException)
            {
                // Refused before it was all sent.
            }

            var answer = await RawRequest.ReadToEndAsync(stream, Cancellation);
            Assert.False(
                answer.StartsWith("HTTP/1.1 5", StringComparison.Ordinal) && !answer.StartsWith("HTTP/1.1 501", StringComparison.Ordinal), $"Seed {_seed}, round {round}: {answer}");
        }

        await AssertQuietAndAliveAsync(_host);
    }

    private static int Seed(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("EMPLOYERCRM_TEST_SEED"), CultureInfo.InvariantCulture, out var given) ? given
            : Machine.RunsLongTests ? RandomNumberGenerator.GetInt32(int.MaxValue)
            : 20261122;
        output.WriteLine($"EMPLOYERCRM_TEST_SEED={seed}");
        return seed;
    }

    private static string TokenFor(ProductionHost host) => host.Authority.Token(ProductionHost.AppId, host.Connector.ServiceUrl).ToString();

    private static async Task<HttpResponseMessage> PostAsync(ProductionHost host, byte[] body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return await host.Client.SendAsync(request, Cancellation);
    }

    private async Task AssertQuietAndAliveAsync(ProductionHost host)
    {
        using var answer = await host.Channel.PostAsync(new TeamsActivities(host.Connector.ServiceUrl) { ConversationId = "a:alive" }.Message("help"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var never in new[] { Marker, "Turn failed", "A request failed" })
        {
            var at = host.Output.IndexOf(never, StringComparison.OrdinalIgnoreCase);
            Assert.True(at < 0, $"Seed {_seed}: {host.Output.AsSpan(Math.Max(at, 0))[..Math.Min(3000, host.Output.Length - Math.Max(at, 0))]}");
        }
    }
}
