using System.Net;
using System.Text;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Benchmarks.Outbox;

/// <summary>The least that sends messages: a loop that posts the same body under the same pace, sixteen at a time, and again after a second where it was not taken. No store, no rendering.</summary>
internal static class BareLoop
{
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromSeconds(1);

    public static async Task SendAsync(MessagesRun run, int perSecond, string serviceUrl)
    {
        using var client = new HttpClient();
        var pace = new SendPace(perSecond, TimeProvider.System);
        await Parallel.ForEachAsync(Enumerable.Range(0, run.Rows), new ParallelOptions { MaxDegreeOfParallelism = new OutboxOptions().AtOnce }, async (number, token) =>
        {
            await pace.WaitAsync(token);
            var address = new Uri($"{serviceUrl}v3/conversations/a:{number % run.People}/activities");
            while (await PostAsync(client, address, token) is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
                await Task.Delay(BeforeAgain, token);
        });
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        using var content = new StringContent("""{"type":"message","text":"This is a test: messages from the service reach you. There is nothing you need to do."}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(address, content, cancellationToken);
        return answer.StatusCode;
    }
}
