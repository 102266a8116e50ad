using System.Net;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>The whole host on the day its secret is changed at the authority: the old token is revoked, the old secret gets no new one.</summary>
public sealed class SecretTests(SampleDatabase sample) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-secret-");
    private ProductionHost? _host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await WriteAsync("the old one");
        _host = await ProductionHost.StartAsync(
            await sample.CopyToAsync(_folder.FullName, Cancellation), new Dictionary<string, string> { ["ASPNETCORE_CONTENTROOT"] = _folder.FullName }, Cancellation);
        _host.Authority.BotSecret = "the old one";
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_owed_goes_out_once_as_soon_as_the_new_secret_is_in_the_settings()
    {
        var host = _host!;
        var before = await StoredVisits.CountAsync(host.Database, Cancellation);
        await PostAsync("help");
        await host.Connector.WaitAsync(calls => calls.Any(call => call.Delivered), Cancellation);
        var old = host.Connector.Calls[^1].BearerToken;

        (host.Authority.BotSecret, host.Connector.RefusedToken) = ("the new one", old);
        await PostAsync("visited Friday's Café yesterday 3pm, next send CV Tues");
        await host.SayAsync("An answer could not be delivered", Cancellation);
        Assert.Equal(1, host.Connector.Calls.Count(call => call.Delivered));

        await WriteAsync("the new one");
        await host.Connector.WaitAsync(calls => calls.Count(call => call.Delivered) > 1, Cancellation);
        await StoredVisits.SettledAsync(host.Database, Cancellation);

        var answer = Assert.Single(host.Connector.Calls.Where(call => call.Delivered).Skip(1));
        Assert.Contains("Visit logged", answer.Body, StringComparison.Ordinal);
        Assert.NotEqual(old, answer.BearerToken);
        Assert.Equal("the new one", host.Authority.LastTokenRequest["client_secret"]);
        Assert.Equal(before + 1, await StoredVisits.CountAsync(host.Database, Cancellation));
        Assert.DoesNotContain("the new one", host.Output, StringComparison.Ordinal);
    }

    private Task WriteAsync(string secret) =>
        File.WriteAllTextAsync(Path.Combine(_folder.FullName, "appsettings.local.json"), $$"""{ "Bot": { "Secret": "{{secret}}" } }""", Cancellation);

    private async Task PostAsync(string text)
    {
        using var answer = await _host!.Channel.PostAsync(_host.Alex.Message(text), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
