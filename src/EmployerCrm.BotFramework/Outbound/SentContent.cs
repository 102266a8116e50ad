using System.Net;
using System.Net.Http.Headers;

namespace EmployerCrm.BotFramework;

/// <summary>A body that knows whether all of it went out. A connector that did not get all of it cannot have taken it.</summary>
internal sealed class SentContent : HttpContent
{
    private readonly byte[] _body;
    private volatile bool _isSent;

    public SentContent(byte[] body)
    {
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    public bool IsSent => _isSent;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    // A connection that broke is replaced by another below us, and the body goes out again.
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _isSent = false;
        await stream.WriteAsync(_body, cancellationToken);
        _isSent = true;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
