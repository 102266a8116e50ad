using System.Net;
using System.Net.Http.Headers;

namespace EmployerCrm.BotFramework;

/// <summary>A body that knows whether it may have gone out as a whole. A connector that got none of it cannot have taken it.</summary>
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

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // Before it is known to be written: it may have arrived when we have not yet heard that it left.
        _isSent = true;
        await stream.WriteAsync(_body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
