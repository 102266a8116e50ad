using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>The whole host without credentials, asked from elsewhere. (That programs of this machine get in, every other test here shows.)</summary>
public sealed class DevelopmentTests(SampleDatabase sample) : OwnStoreTests(sample)
{
    [Fact]
    public async Task What_a_tunnel_a_page_or_an_old_client_brings_is_refused_and_stores_nothing()
    {
        await using var host = await CrmHost.StartAsync(Database, Cancellation);
        var before = await StoredRows.CountAsync(Database, Cancellation);
        string[] requests =
        [
            "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.7",
            "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 127.0.0.1",
            "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: crm.example",
            "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Port: 443",
            "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nForwarded: for=203.0.113.7",
            "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nCF-Connecting-IP: 203.0.113.7",
            "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nvia: 1.1 tunnel",
            "POST /api/messages HTTP/1.1\r\nHost: crm.example",
            "POST /api/messages HTTP/1.1\r\nHost: localhost.evil.example",
            "POST /api/messages HTTP/1.1\r\nHost: localhost@evil.example",
            "POST /api/messages HTTP/1.1\r\nHost: 0.0.0.0",
            "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nHost: evil.example",
            "POST /api/messages HTTP/1.1\r\nHost:",
            "POST http://evil.example/api/messages HTTP/1.1\r\nHost: evil.example",
            "POST http://evil.example/api/messages HTTP/1.1\r\nHost: localhost",
            "POST /api/messages HTTP/1.0",
        ];
        foreach (var request in requests)
        {
            var status = await SendAsync(host.Address, request);
            Assert.True(status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, $"{status}: {request}");
        }

        Assert.Empty(Connector.Calls);
        Assert.Equal(before, await StoredRows.CountAsync(Database, Cancellation));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(host.Address, "POST /api/messages HTTP/1.1\r\nHost: localhost"));
    }

    [Fact]
    public async Task It_does_not_start_on_another_interface_of_this_machine()
    {
        var address = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(candidate => candidate.AddressFamily is AddressFamily.InterNetwork && !IPAddress.IsLoopback(candidate));
        Assert.SkipWhen(address is null, "This machine has no other network interface.");
        foreach (var urls in new[] { $"http://{address}:{Ports.Free()}", $"http://*:{Ports.Free()}" })
        {
            var failure = await CrmHost.FailAsync(Database, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = urls }, Cancellation);
            Assert.Contains("Without Bot:AppId the host listens on this machine only", failure, StringComparison.Ordinal);
        }
    }

    private async Task<HttpStatusCode> SendAsync(Uri host, string start)
    {
        var body = new TeamsActivities(Connector.ServiceUrl).Message("help").ToJsonString();
        var head = $"{start}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n";
        using var answer = await RawRequest.SendAsync(host, Encoding.UTF8.GetBytes(head + body), Cancellation);
        return answer.StatusCode;
    }
}
