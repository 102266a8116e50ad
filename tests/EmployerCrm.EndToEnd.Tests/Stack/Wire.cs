using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EmployerCrm.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>The wire between the chat client and the bot: passes everything on unchanged but for the time of a moved clock, and remembers it.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _client = new();
    private readonly ConcurrentQueue<Exchange> _exchanges = new();

    private Wire(WebApplication application, Uri bot, Uri chat, int port)
    {
        _application = application;
        Messages = new Uri($"http://localhost:{port}/api/messages");
        Connector = new Uri($"http://localhost:{port}/_connector");
        application.Map("/api/messages", context => PassOnAsync(context, bot, fromBot: false));
        application.Map("/_connector/{**rest}", context => PassOnAsync(context, chat, fromBot: true));
    }

    /// <summary>How far the host's clock is ahead of the real one, by which the client stamps what a person types.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>Where the chat client posts.</summary>
    public Uri Messages { get; }

    /// <summary>Where the bot answers.</summary>
    public Uri Connector { get; }

    public IReadOnlyCollection<Exchange> Exchanges => _exchanges;

    public static async Task<Wire> LayAsync(Uri bot, Uri chat, CancellationToken cancellationToken)
    {
        var port = Ports.Free();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://localhost:{port}");
        builder.Logging.ClearProviders();
        var wire = new Wire(builder.Build(), bot, chat, port);
        await wire._application.StartAsync(cancellationToken);
        return wire;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassOnAsync(HttpContext context, Uri target, bool fromBot)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (!fromBot && Ahead != TimeSpan.Zero)
            body = Moved(body);
        var path = context.Request.Path + context.Request.QueryString;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(target, path));
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        string answer;
        try
        {
            using var response = await _client.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            answer = await response.Content.ReadAsStringAsync(context.RequestAborted);
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            answer = "";
        }

        _exchanges.Enqueue(new Exchange(fromBot, context.Request.Method, path, body, context.Response.StatusCode, answer));
        if (answer.Length > 0)
        {
            await context.Response.WriteAsync(answer, context.RequestAborted);
        }
    }

    private string Moved(string body)
    {
        var activity = JsonNode.Parse(body)!;
        foreach (var stamp in new[] { "timestamp", "localTimestamp" })
        {
            if ((string?)activity[stamp] is { } written)
                activity[stamp] = (DateTimeOffset.Parse(written, CultureInfo.InvariantCulture) + Ahead).ToString("O", CultureInfo.InvariantCulture);
        }

        return activity.ToJsonString();
    }
}
