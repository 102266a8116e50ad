using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>What one round found. Times in milliseconds; CPU is that of the process that was asked, over all its threads.</summary>
internal sealed record Round(int Turns, double PerSecond, double Median, double Percentile99, double CpuPerTurn);

/// <summary>So many callers at a time, each sending its next message when the last was answered.</summary>
internal sealed class Load(Messages messages, string? token) : IDisposable
{
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });

    /// <summary>The numbers of the first and the last message of each round.</summary>
    public List<(int First, int Last)> Sent { get; } = [];

    public async Task<Round> RunAsync(ServerProcess server, int atATime, TimeSpan duration)
    {
        var first = Messages.Count + 1;
        var (cpu, start) = (server.Cpu, Stopwatch.GetTimestamp());
        var times = (await Task.WhenAll(Enumerable.Range(0, atATime).Select(caller => Task.Run(() => CallAsync(server.Messages, caller, atATime, start, duration)))))
            .SelectMany(each => each).Order().ToList();
        var elapsed = Stopwatch.GetElapsedTime(start);
        Sent.Add((first, Messages.Count));
        return new Round(
            times.Count, times.Count / elapsed.TotalSeconds, At(times, 0.5), At(times, 0.99), (server.Cpu - cpu).TotalMilliseconds / times.Count);
    }

    public void Dispose() => _client.Dispose();

    // Callers speak for people of their own, so that no conversation has two turns at once while there are people enough.
    private async Task<List<double>> CallAsync(Uri address, int caller, int atATime, long start, TimeSpan duration)
    {
        var times = new List<double>();
        for (var speaker = caller; Stopwatch.GetElapsedTime(start) < duration; speaker += atATime)
        {
            var (number, body) = messages.Next(speaker);
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            if (token is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var begun = Stopwatch.GetTimestamp();
            using var answer = await _client.SendAsync(request, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new InvalidOperationException($"Turn {number} at {address} was answered {(int)answer.StatusCode}.");
        }

        return times;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];
}
