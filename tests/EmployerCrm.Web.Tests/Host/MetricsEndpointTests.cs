using System.Net;
using System.Text;
using EmployerCrm.Web.Tests.Metrics;

namespace EmployerCrm.Web.Tests.Host;

/// <summary>Who may read <c>/metrics</c>, and what is there.</summary>
public sealed class MetricsEndpointTests
{
    private const string Secret = "a-token-for-the-collector";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collector_on_this_machine_reads_what_the_host_measured()
    {
        await using var host = await RunningHost.StartAsync(Token);
        using var activity = new StringContent(
            """{"type":"typing","id":"1","channelId":"msteams","serviceUrl":"http://127.0.0.1:1/","conversation":{"id":"a:1"},"from":{"id":"29:1"},"recipient":{"id":"28:1"}}""",
            Encoding.UTF8, "application/json");
        using var turn = await host.Client.PostAsync("/api/messages", activity, Token);
        using var health = await host.Client.GetAsync("/healthz/ready", Token);

        using var answer = await host.Client.GetAsync("/metrics", Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var metrics = new Exposition(await answer.Content.ReadAsStringAsync(Token));
        Assert.Equal(1, metrics.Samples["""employercrm_bot_turns_total{bot_activity_type="typing"}"""]);
        Assert.Equal(1, metrics.Samples["""employercrm_bot_turn_duration_seconds_count{bot_activity_type="typing"}"""]);
        Assert.Equal(0, metrics.Samples["employercrm_bot_queue_length"]);
        Assert.Equal(0, metrics.Samples["employercrm_store_queue_length"]);
        Assert.Equal("histogram", metrics.Kinds["http_server_request_duration_seconds"]);
        Assert.Contains(metrics.Kinds.Keys, name => name.StartsWith("dotnet_gc_", StringComparison.Ordinal));
        Assert.Contains(metrics.Kinds.Keys, name => name.StartsWith("kestrel_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_host_does_not_tell_of_another()
    {
        await using var host = await RunningHost.StartAsync(Token);
        await using var other = await RunningHost.StartAsync(Token);
        using var unreadable = await other.Client.PostAsync("/api/messages", new StringContent("{}", Encoding.UTF8, "application/json"), Token);

        Assert.DoesNotContain("employercrm_bot_unreadable_total{", await host.Client.GetStringAsync("/metrics", Token), StringComparison.Ordinal);
        Assert.Contains("""employercrm_bot_unreadable_total{http_response_status_code="400"} 1""", await other.Client.GetStringAsync("/metrics", Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Host", "crm.example")]
    public async Task To_a_caller_from_elsewhere_it_is_not_there(string header, string value)
    {
        await using var host = await RunningHost.StartAsync("Production", StartTests.Credentials, Token);

        using var answer = await GetAsync(host, header, value);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("employercrm_", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("Bearer " + Secret, HttpStatusCode.OK)]
    [InlineData("bearer " + Secret, HttpStatusCode.OK)]
    [InlineData("Bearer " + Secret + "x", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer a-token-for-the-collecto", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer A-TOKEN-FOR-THE-COLLECTOR", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer ", HttpStatusCode.Unauthorized)]
    [InlineData(Secret, HttpStatusCode.Unauthorized)]
    [InlineData("Basic " + Secret, HttpStatusCode.Unauthorized)]
    public async Task From_elsewhere_the_token_of_the_settings_opens_it(string? authorization, HttpStatusCode status)
    {
        await using var host = await RunningHost.StartAsync("Production", [.. StartTests.Credentials, "--Web:MetricsToken=" + Secret], Token);

        using var answer = await GetAsync(host, "X-Forwarded-For", "203.0.113.7", authorization);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.Unauthorized ? ["Bearer"] : [], answer.Headers.WwwAuthenticate.Select(challenge => challenge.Scheme));
        Assert.DoesNotContain(Secret, host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_can_be_guessed_is_refused_at_start()
    {
        var refusal = await Assert.ThrowsAsync<EmployerCrm.Web.Settings.SettingsException>(
            () => RunningHost.StartAsync("Development", ["--Web:MetricsToken=secret"], Token));

        Assert.Contains("Web:MetricsToken", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> GetAsync(RunningHost host, string header, string value, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation(header, value);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await host.Client.SendAsync(request, Token);
    }
}
