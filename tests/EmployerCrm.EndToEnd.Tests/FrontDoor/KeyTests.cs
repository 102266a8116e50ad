using System.Net;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>The whole host while the callers' keys change, fail, and are asked for without end.</summary>
public sealed class KeyTests(SampleDatabase sample) : IAsyncLifetime
{
    private const string Line = "visited Friday's Café yesterday 3pm, next send CV Tues";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-keys-");
    private ProductionHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await ProductionHost.StartAsync(await sample.CopyToAsync(_folder.FullName, Cancellation), Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_flood_of_unknown_keys_is_hardly_noticed_by_the_authority_and_not_at_all_by_people()
    {
        await PostAsync(HttpStatusCode.OK, "help");
        var flood = Enumerable.Range(0, 300).Select(_ =>
        {
            var token = _host.Authority.Token(ProductionHost.AppId, _host.Connector.ServiceUrl, _host.Authority.StrangersKey()).ToString();
            return _host.Channel.PostAsync(_host.Alex.Message(Line), token, Cancellation);
        }).ToList();
        await PostAsync(HttpStatusCode.OK, "help");

        Assert.All(await Task.WhenAll(flood), answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        Assert.InRange(_host.Authority.KeyRequests, 1, 4);
        Assert.InRange(_host.Authority.MetadataRequests, 1, 4);
    }

    [Fact]
    public async Task A_new_key_opens_at_once_the_old_one_no_longer_and_an_outage_changes_nothing()
    {
        await PostAsync(HttpStatusCode.OK, "help");
        var old = _host.Authority.Keys[0];
        _host.Authority.RotateKeys();

        await PostAsync(HttpStatusCode.OK, "help");
        await PostAsync(HttpStatusCode.Unauthorized, Line, old);
        _host.Authority.IsDown = true;
        await PostAsync(HttpStatusCode.Unauthorized, Line, _host.Authority.NewKey(["msteams"]));
        await PostAsync(HttpStatusCode.OK, "help");
    }

    private async Task PostAsync(HttpStatusCode expected, string text, TestKey? key = null)
    {
        var token = _host.Authority.Token(ProductionHost.AppId, _host.Connector.ServiceUrl, key);
        using var answer = await _host.Channel.PostAsync(_host.Alex.Message(text), token.ToString(), Cancellation);
        Assert.Equal(expected, answer.StatusCode);
    }
}
