using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EmployerCrm.TestSupport;

/// <summary>Sends bytes to a server as they are, for requests that a proper client would not make.</summary>
public static class RawRequest
{
    /// <summary>Sends the bytes (which must ask for the connection to be closed) and reads the answer to its end.</summary>
    public static async Task<HttpResponseMessage> SendAsync(Uri server, byte[] request, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, cancellationToken);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request, cancellationToken);
        }
        catch (IOException)
        {
            // The server answered before it had read everything, as it may.
        }

        return Read(await ReadToEndAsync(stream, cancellationToken));
    }

    /// <summary>A request that is sent piece by piece.</summary>
    public static async Task<NetworkStream> OpenAsync(Uri server, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public static async Task<string> ReadToEndAsync(Stream stream, CancellationToken cancellationToken)
    {
        var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, cancellationToken);
        }
        catch (IOException)
        {
            // Closed hard after the answer.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>Reads status, headers and body of an answer; of a chunked body the first chunk.</summary>
    public static HttpResponseMessage Read(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            throw new HttpRequestException("No answer: " + answer);
        }

        var lines = answer[..end].Split("\r\n");
        var response = new HttpResponseMessage((HttpStatusCode)int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture)) { Content = new StringContent(answer[(end + 4)..]) };
        foreach (var line in lines[1..])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            response.Headers.TryAddWithoutValidation(line[..colon], line[(colon + 1)..].Trim());
        }

        return response;
    }
}
