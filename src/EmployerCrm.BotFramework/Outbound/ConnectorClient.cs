using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;

namespace EmployerCrm.BotFramework;

/// <inheritdoc />
internal sealed class ConnectorClient : IConnectorClient
{
    public const string HttpClientName = "EmployerCrm.BotFramework.Connector";

    private readonly IHttpClientFactory _clients;
    private readonly ITokenSource _tokens;
    private readonly ServiceUrls _serviceUrls;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly BotMetrics _metrics;
    private readonly ILogger<ConnectorClient> _logger;
    private readonly ResiliencePipeline<HttpResponseMessage> _retry;

    public ConnectorClient(
        IHttpClientFactory clients,
        ITokenSource tokens,
        ServiceUrls serviceUrls,
        IOptions<BotFrameworkOptions> options,
        TimeProvider time,
        BotMetrics metrics,
        ILogger<ConnectorClient> logger)
    {
        (_clients, _tokens, _serviceUrls, _time, _metrics, _logger) = (clients, tokens, serviceUrls, time, metrics, logger);
        _timeout = options.Value.ConnectorTimeout;
        _retry = ConnectorRetry.Build(options.Value, time, metrics, logger);
    }

    public Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, Address(activity.ServiceUrl, activity.Conversation, activity.ReplyToId), activity, cancellationToken);

    public Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, Address(activity.ServiceUrl, activity.Conversation, Required(activity.Id)), activity, cancellationToken);

    public Task DeleteAsync(ConversationReference conversation, string activityId, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Delete, Address(conversation.ServiceUrl, conversation.Conversation, Required(activityId)), null, cancellationToken);

    private static string Required(string? activityId) =>
        string.IsNullOrEmpty(activityId) ? throw new ArgumentException("The id of the activity to update or delete is missing.", nameof(activityId)) : activityId;

    private Uri Address(string? serviceUrl, ConversationAccount? conversation, string? activityId)
    {
        if (!_serviceUrls.Allows(serviceUrl))
        {
            throw new ServiceUrlNotAllowedException();
        }

        var path = $"/v3/conversations/{Segment(conversation?.Id)}/activities{(string.IsNullOrEmpty(activityId) ? "" : "/" + Segment(activityId))}";
        return new Uri(new Uri(serviceUrl!).GetLeftPart(UriPartial.Path).TrimEnd('/') + path);
    }

    // A dot or two would be taken out of the path when the address is read, and the call would go elsewhere.
    private static string Segment(string? id) =>
        id is null or "" or "." or ".." ? throw new ArgumentException("The id of the conversation or activity is missing.", nameof(id)) : Uri.EscapeDataString(id);

    private async Task<ResourceResponse> CallAsync(HttpMethod method, Uri address, Activity? activity, CancellationToken cancellationToken)
    {
        var body = activity is null ? null : JsonSerializer.SerializeToUtf8Bytes(activity, BotJson.Default.Activity);
        using var measured = new MeasuredCall(method, _time, _metrics);
        try
        {
            using var response = await _retry.ExecuteAsync(
                async (client, token) => await client.AttemptAsync(method, address, body, token), this, cancellationToken);
            measured.Answered(response.StatusCode);
            if (response.IsSuccessStatusCode)
            {
                return await ReadIdAsync(response, cancellationToken);
            }

            _logger.ConnectorFailed(method, response.StatusCode);
            throw await FailureAsync(response, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            _logger.ConnectorFailed(method, null);
            measured.Failed(exception);
            throw new ConnectorUnavailableException(null, null, exception);
        }
        catch (ConnectorException exception)
        {
            measured.Failed(exception);
            if (exception is ConnectorTimeoutException)
            {
                _metrics.ConnectorInDoubt(method);
            }

            throw;
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpMethod method, Uri address, byte[]? body, CancellationToken cancellationToken)
    {
        var token = await _tokens.GetTokenAsync(renew: false, cancellationToken);
        var response = await SendAsync(method, address, body, token, cancellationToken);
        if (response.StatusCode is not HttpStatusCode.Unauthorized || token is null)
        {
            return response;
        }

        // Our secret was changed, or the token was revoked: a cached token may be refused, a fresh one tells.
        response.Dispose();
        return await SendAsync(method, address, body, await _tokens.GetTokenAsync(renew: true, cancellationToken), cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, byte[]? body, string? token, CancellationToken cancellationToken)
    {
        using var client = _clients.CreateClient(HttpClientName);
        using var request = new HttpRequestMessage(method, address);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        }

        using var timeout = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The other timeout there is concerns the connection: nothing was sent yet.
            throw timeout.IsCancellationRequested ? new ConnectorTimeoutException(exception) : new HttpRequestException("No connection.", exception);
        }
    }

    // The status says that it was taken. Whatever then happens to the body, sending again would be sending twice.
    private async Task<ResourceResponse> ReadIdAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await ReadBodyAsync(response, cancellationToken);
            return JsonSerializer.Deserialize(body, BotJson.Default.ResourceResponse) ?? new ResourceResponse();
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            return new ResourceResponse();
        }
    }

    private async Task<ConnectorException> FailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var code = await ReadErrorCodeAsync(response, cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.Forbidden => new ConversationUnreachableException(code),
            HttpStatusCode.NotFound => new ConversationNotFoundException(code),
            HttpStatusCode.RequestEntityTooLarge => new ActivityTooLargeException(code),
            var status when ConnectorRetry.IsTransient(status) => new ConnectorUnavailableException(status, ConnectorRetry.RetryAfter(response, _time)),
            var status => new ConnectorException($"The connector answered {(int)status}.", status, code),
        };
    }

    private async Task<string?> ReadErrorCodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var body = JsonDocument.Parse(await ReadBodyAsync(response, cancellationToken));
            return body.RootElement.GetProperty("error").GetProperty("code").GetString();
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException or IOException or OperationCanceledException
            or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private async Task<byte[]> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        return await response.Content.ReadAsByteArrayAsync(either.Token);
    }
}
