using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EmployerCrm.Web.Tests.Host;

public sealed class AnswerTests
{
    private const string Secret = "Priya Nair said something";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz/live")]
    [InlineData("/nothing/here")]
    [InlineData("/fails")]
    public async Task Every_answer_carries_the_security_headers_and_does_not_name_its_server(string address)
    {
        await using var host = await StartWithFailureAsync();

        using var answer = await host.Client.GetAsync(address, Token);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task An_unexpected_error_has_a_number_that_the_log_has_too_and_the_log_has_no_content()
    {
        await using var host = await StartWithFailureAsync();

        using var answer = await host.Client.GetAsync("/fails", Token);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>(Token);
        Assert.Equal("urn:employercrm:problem:unexpected", (string?)problem!["type"]);
        var number = (string)problem["reference"]!;
        Assert.Matches("^[0-9a-f]{8}$", number);
        Assert.Contains(number, host.Log.Text, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fails", HttpStatusCode.InternalServerError)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    public async Task A_browser_gets_a_page_that_leads_back(string address, HttpStatusCode status)
    {
        await using var host = await StartWithFailureAsync();
        host.Client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        using var answer = await host.Client.GetAsync(address, Token);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<a href=\"/\">", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "not-found")]
    [InlineData("GET", "/api/messages", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [InlineData("POST", "/api/messages", HttpStatusCode.BadRequest, "bad-request")]
    public async Task A_program_gets_a_problem_of_a_stable_type(string method, string address, HttpStatusCode status, string type)
    {
        await using var host = await RunningHost.StartAsync(Token);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
            request.Content = new StringContent("{broken", MediaTypeHeaderValue.Parse("application/json"));

        using var answer = await host.Client.SendAsync(request, Token);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("urn:employercrm:problem:" + type, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!["type"]);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        await using var host = await RunningHost.StartAsync(Token);
        using var body = new ByteArrayContent(new byte[(1024 * 1024) + 1]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var answer = await host.Client.PostAsync("/dev/clock", body, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Without_credentials_only_the_names_of_this_machine_are_answered()
    {
        await using var host = await RunningHost.StartAsync(Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "attacker.example" } };

        using var answer = await host.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static Task<RunningHost> StartWithFailureAsync() =>
        RunningHost.StartAsync("Development", [], Token, app => app.MapGet("/fails", IResult () => throw new InvalidOperationException(Secret)).AllowAnonymous());
}
