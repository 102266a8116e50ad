using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Bot.Tests.Year;

/// <summary>A message as it came to a person.</summary>
internal sealed record Received(string Conversation, string Body);

/// <summary>The channel's service of a whole year: keeps what came in the present hour, and forgets it when that is over.</summary>
internal sealed class YearConnector : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly WebApplication _server;
    private List<Received> _hour = [];
    private int _messages;

    private YearConnector(WebApplication server) => _server = server;

    public string ServiceUrl => _server.Urls.Single() + "/teams/";

    public static async Task<YearConnector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var connector = new YearConnector(builder.Build());
        connector._server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            var conversation = Uri.UnescapeDataString(context.Request.Path.Value!.Split('/')[4]);
            // Cards that are replaced by their receipt are none that come.
            var id = context.Request.Method == "POST" ? connector.Keep(new Received(conversation, body)) : 0;
            context.Response.ContentType = "application/json";
            context.Response.StatusCode = 201;
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes($$"""{"id":"m-{{id.ToString(CultureInfo.InvariantCulture)}}"}"""));
        });
        await connector._server.StartAsync(TestContext.Current.CancellationToken);
        return connector;
    }

    public IReadOnlyList<Received> TakeHour()
    {
        lock (_lock)
        {
            var hour = _hour;
            _hour = [];
            return hour;
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private int Keep(Received received)
    {
        lock (_lock)
        {
            _hour.Add(received);
            return ++_messages;
        }
    }
}
