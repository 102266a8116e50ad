using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace EmployerCrm.BotFramework;

/// <summary>What is called, and the right to call it.</summary>
internal sealed record OutgoingCall(HttpMethod Method, Uri Url, byte[]? Body, ConversationSends.Place Place);

/// <summary>Single HTTP calls to the connector, each within the limits and with our token.</summary>
internal sealed class ConnectorCalls(IHttpClientFactory clients, ITokenSource tokens, IOptions<BotFrameworkOptions> options, TimeProvider time)
{
    public const string HttpClientName = "EmployerCrm.BotFramework.Connector";

    /// <summary>Without a time to come back at, a busy service is left alone for as long as a first repeat waits at least.</summary>
    private readonly TimeSpan _shortestHold = options.Value.ConnectorRetryDelay;
    private readonly TimeSpan _timeout = options.Value.ConnectorTimeout;

    public async Task<HttpResponseMessage> AttemptAsync(OutgoingCall call, TimeSpan longestWait, CancellationToken cancellationToken)
    {
        var token = await tokens.GetTokenAsync(refused: null, cancellationToken);
        var response = await LimitedAsync(call, token, longestWait, cancellationToken);
        if (response.StatusCode is not HttpStatusCode.Unauthorized || token is null)
        {
            return response;
        }

        // Our secret was changed, or the token was revoked: a cached token may be refused, a fresh one tells.
        var fresh = await tokens.GetTokenAsync(refused: token, cancellationToken);
        if (fresh == token)
        {
            return response;
        }

        response.Dispose();
        return await LimitedAsync(call, fresh, longestWait, cancellationToken);
    }

    private async Task<HttpResponseMessage> LimitedAsync(OutgoingCall call, string? token, TimeSpan longestWait, CancellationToken cancellationToken)
    {
        await call.Place.WaitAsync(longestWait, cancellationToken);
        try
        {
            var response = await SendAsync(call, token, cancellationToken);
            if (response.StatusCode is HttpStatusCode.TooManyRequests)
            {
                call.Place.HoldBack(ConnectorRetry.RetryAfter(response, time) ?? _shortestHold);
            }
            else if (response.IsSuccessStatusCode)
            {
                call.Place.Taken();
            }

            return response;
        }
        finally
        {
            call.Place.Called();
        }
    }

    private async Task<HttpResponseMessage> SendAsync(OutgoingCall call, string? token, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var request = new HttpRequestMessage(call.Method, call.Url);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        var content = call.Body is null ? null : new SentContent(call.Body);
        request.Content = content;
        using var timeout = new CancellationTokenSource(_timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        }
        catch (OperationCanceledException exception) when (content?.IsSent == true)
        {
            // Nobody can say whether it was taken, and calling off does not take it back.
            throw new ConnectorTimeoutException(exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException("No connection.", exception);
        }
    }
}
