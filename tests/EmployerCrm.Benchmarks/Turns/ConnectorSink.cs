using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>Plays the channel's service as fast as it can: takes every reply, gives it an id, and counts by the message replied to.</summary>
internal sealed class ConnectorSink : IAsyncDisposable
{
    private const int MostTurns = 8_000_000;

    private readonly int[] _replies = new int[MostTurns];
    private readonly WebApplication _server;
    private int _ids;
    private int _strays;

    private ConnectorSink()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(TakeAsync);
    }

    public string ServiceUrl => _server.Urls.Single() + "/teams/";

    /// <summary>Replies to no message that was sent.</summary>
    public int Strays => _strays;

    public static async Task<ConnectorSink> OpenAsync()
    {
        var sink = new ConnectorSink();
        await sink._server.StartAsync();
        return sink;
    }

    public int RepliesTo(int turn) => _replies[turn];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        if (!await IsTypingAsync(context.Request.BodyReader, context.RequestAborted))
            Count(context.Request.Path.Value.AsSpan());
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"id":"reply-{{Interlocked.Increment(ref _ids)}}"}""");
    }

    /// <summary>Whether a bot only shows that it is at work, as ours does when a turn takes longer than a second.</summary>
    private static async Task<bool> IsTypingAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.IsCompleted)
            {
                var isTyping = new SequenceReader<byte>(read.Buffer).TryReadTo(out ReadOnlySequence<byte> _, "\"type\":\"typing\""u8);
                body.AdvanceTo(read.Buffer.End);
                return isTyping;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private void Count(ReadOnlySpan<char> path)
    {
        if (path.LastIndexOf("/activities/") is > 0 and var at && int.TryParse(path[(at + 12)..], NumberStyles.None, CultureInfo.InvariantCulture, out var turn))
            Interlocked.Increment(ref _replies[turn]);
        else
            Interlocked.Increment(ref _strays);
    }
}
