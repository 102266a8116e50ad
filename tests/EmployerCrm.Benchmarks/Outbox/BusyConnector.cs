using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Benchmarks.Outbox;

/// <summary>Plays the channel's service: of a hundred calls five are too many (429, in a second again) and one finds it away (503), in the same order for everybody.</summary>
internal sealed class BusyConnector : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Lock _lock = new();
    private Random _random = new(7);
    private int _calls;
    private int _taken;

    private BusyConnector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(TakeAsync);
    }

    public string ServiceUrl => _server.Urls.Single() + "/teams/";

    /// <summary>All calls since the last <see cref="Restart"/>.</summary>
    public int Calls => _calls;

    /// <summary>Those of them that were answered 201.</summary>
    public int Taken => _taken;

    public static async Task<BusyConnector> OpenAsync()
    {
        var connector = new BusyConnector();
        await connector._server.StartAsync();
        return connector;
    }

    public void Restart()
    {
        lock (_lock)
        {
            (_random, _calls, _taken) = (new Random(7), 0, 0);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        var number = Next();
        context.Response.StatusCode = number < 5 ? StatusCodes.Status429TooManyRequests : number < 6 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status201Created;
        if (number < 5)
            context.Response.Headers.RetryAfter = "1";
        if (number < 6)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"id":"message-{{Interlocked.Increment(ref _taken)}}"}""");
    }

    private int Next()
    {
        lock (_lock)
        {
            _calls++;
            return _random.Next(100);
        }
    }
}
