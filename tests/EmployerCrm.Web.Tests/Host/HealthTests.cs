using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EmployerCrm.Web.Tests.Host;

public sealed class HealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_with_its_store_is_live_and_ready()
    {
        await using var host = await RunningHost.StartAsync(Token);

        var live = await host.Client.GetFromJsonAsync<JsonObject>("/healthz/live", Token);
        var ready = await host.Client.GetFromJsonAsync<JsonObject>("/healthz/ready", Token);

        Assert.Equal("live", (string?)live!["status"]);
        Assert.Equal("""{"status":"ready","store":"reachable","migrations":"up to date","jobs":"on time","outbox":"flowing"}""", ready!.ToJsonString());
    }

    [Fact]
    public async Task A_store_behind_this_version_is_not_ready_and_says_what_is_missing()
    {
        await using var host = await RunningHost.StartAsync(Token);
        Rows.Execute(host.Database, "delete from migrations where number = 2");

        using var answer = await host.Client.GetAsync("/healthz/ready", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var facts = await answer.Content.ReadFromJsonAsync<JsonObject>(Token);
        Assert.Contains("0002", (string?)facts!["migrations"]);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_not_ready_and_says_no_more()
    {
        await using var host = await RunningHost.StartAsync(Token);
        Rows.Execute(host.Database, "drop table migrations; create view migrations as select number from nowhere");

        using var answer = await host.Client.GetAsync("/healthz/ready", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("""{"status":"not ready","store":"not reachable","migrations":"unknown","jobs":"unknown","outbox":"unknown"}""", await answer.Content.ReadAsStringAsync(Token));
    }
}
