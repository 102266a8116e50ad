using System.Net.Http.Json;
using System.Net;
using System.Text.Json.Nodes;
using EmployerCrm.Web.Hosting;

namespace EmployerCrm.Web.Tests.Host;

public sealed class TravelClockTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"now":"2027-03-28T00:59:00Z"}""", "2027-03-28T00:59")]
    [InlineData("""{"local":"2027-07-01T09:30"}""", "2027-07-01T09:30")]
    public async Task The_clock_goes_where_it_is_sent_and_runs_on_from_there(string move, string london)
    {
        await using var host = await RunningHost.StartAsync(Token);

        using var moved = await PostAsync(host, move);
        var shown = await host.Client.GetFromJsonAsync<JsonObject>("/dev/clock", Token);

        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.StartsWith(london, (string?)shown!["local"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offset_is_from_the_real_time_so_that_zero_leads_back()
    {
        await using var host = await RunningHost.StartAsync(Token);

        using var away = await PostAsync(host, """{"offset":"40.00:00:00"}""");
        var there = await away.Content.ReadFromJsonAsync<JsonObject>(Token);
        using var back = await PostAsync(host, """{"offset":"00:00:00"}""");
        var here = await back.Content.ReadFromJsonAsync<JsonObject>(Token);

        Assert.InRange((DateTimeOffset)there!["now"]! - (DateTimeOffset)here!["now"]!, TimeSpan.FromDays(39.9), TimeSpan.FromDays(40));
        Assert.Equal("00:00:00", (string?)here["offset"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"now":"2027-03-28T00:59:00Z","offset":"00:00:00"}""")]
    [InlineData("""{"now":"9999-12-31T00:00:00Z"}""")]
    [InlineData("""{"offset":"99999.00:00:00"}""")]
    [InlineData("tomorrow")]
    public async Task A_move_that_makes_no_sense_is_refused(string move)
    {
        await using var host = await RunningHost.StartAsync(Token);

        using var answer = await PostAsync(host, move);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(40, 0, 40)]
    [InlineData(40, 40, 40)]
    [InlineData(-10, -9, -9)]
    [InlineData(0, -3, -3)]
    public void What_is_typed_beside_a_host_whose_clock_was_moved_was_typed_by_that_clock(int movedByDays, int saidDaysFromNow, int typedDaysFromNow)
    {
        var clock = new TravelClock { Offset = TimeSpan.FromDays(movedByDays) };
        var real = TimeProvider.System.GetUtcNow();

        var typed = clock.Typed(real.AddDays(saidDaysFromNow));

        Assert.Equal(typedDaysFromNow, (typed - real).TotalDays, 0.01);
    }

    private static Task<HttpResponseMessage> PostAsync(RunningHost host, string json) =>
        host.Client.PostAsync("/dev/clock", new StringContent(json, System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json")), Token);
}
