using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;

namespace EmployerCrm.BotFramework;

/// <inheritdoc />
internal sealed class ConnectorClient : IConnectorClient
{
    private readonly ConnectorCalls _calls;
    private readonly ServiceUrls _serviceUrls;
    private readonly SendLimiter _limiter;
    private readonly BotFrameworkOptions _options;
    private readonly TimeProvider _time;
    private readonly BotMetrics _metrics;
    private readonly ILogger<ConnectorClient> _logger;
    private readonly ResiliencePipeline<HttpResponseMessage> _retry;

    public ConnectorClient(
        ConnectorCalls calls,
        ServiceUrls serviceUrls,
        SendLimiter limiter,
        IOptions<BotFrameworkOptions> options,
        TimeProvider time,
        BotMetrics metrics,
        ILogger<ConnectorClient> logger)
    {
        (_calls, _serviceUrls, _limiter, _options, _time, _metrics, _logger) = (calls, serviceUrls, limiter, options.Value, time, metrics, logger);
        _retry = ConnectorRetry.Build(options.Value, time, metrics, logger);
    }

    public Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        var address = ConnectorAddress.Of(_serviceUrls, activity.ServiceUrl, activity.Conversation, activity.ReplyToId, isReply: true);
        return activity.Type == ActivityTypes.Typing
            ? TypeAsync(address, Body(activity), cancellationToken)
            : CallAsync(HttpMethod.Post, address, Body(activity), cancellationToken);
    }

    public Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken) => CallAsync(
        HttpMethod.Put, ConnectorAddress.Of(_serviceUrls, activity.ServiceUrl, activity.Conversation, Required(activity.Id)), Body(activity), cancellationToken);

    public Task DeleteAsync(ConversationReference conversation, string activityId, CancellationToken cancellationToken) => CallAsync(
        HttpMethod.Delete, ConnectorAddress.Of(_serviceUrls, conversation.ServiceUrl, conversation.Conversation, Required(activityId)), null, cancellationToken);

    private static string Required(string? activityId) =>
        string.IsNullOrEmpty(activityId) ? throw new ArgumentException("The id of the activity to update or delete is missing.", nameof(activityId)) : activityId;

    private byte[] Body(Activity activity)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(activity, BotJson.Default.Activity);
        SizeGuard.Check(activity, body, _options);
        return body;
    }

    private async Task<ResourceResponse> CallAsync(HttpMethod method, ConnectorAddress address, byte[]? body, CancellationToken cancellationToken)
    {
        // Held until the call has ended for good, pauses included: what comes later in this conversation must not overtake it.
        using var place = await _limiter.EnterAsync(address.ServiceUrl, address.ConversationId, cancellationToken);
        try
        {
            return await RepeatAsync(new OutgoingCall(method, address.Url, body, place), cancellationToken);
        }
        catch (ConversationNotFoundException exception) when (address.WithoutReply is not null && exception.ErrorCode == ConnectorFailures.ActivityNotFound)
        {
            // What is answered was deleted meanwhile. The person is still there.
            return await RepeatAsync(new OutgoingCall(method, new Uri(address.WithoutReply), body, place), cancellationToken);
        }
    }

    private async Task<ResourceResponse> RepeatAsync(OutgoingCall call, CancellationToken cancellationToken)
    {
        using var measured = new MeasuredCall(call.Method, _time, _metrics);
        try
        {
            using var response = await _retry.ExecuteAsync(
                static async (state, token) => await state.Client._calls.AttemptAsync(state.Call, state.Client._limiter.LongestWait, token), (Client: this, Call: call), cancellationToken);
            measured.Answered(response.StatusCode);
            if (response.IsSuccessStatusCode)
            {
                return await ReadIdAsync(response, cancellationToken);
            }

            _logger.ConnectorFailed(call.Method, response.StatusCode);
            var code = ConnectorFailures.CodeOf(await ReadBodyAsync(response, cancellationToken));
            throw ConnectorFailures.Of(response.StatusCode, code, ConnectorRetry.RetryAfter(response, _time));
        }
        catch (HttpRequestException exception)
        {
            _logger.ConnectorFailed(call.Method, null);
            measured.Failed(exception);
            throw new ConnectorUnavailableException(null, null, exception);
        }
        catch (ConnectorException exception)
        {
            measured.Failed(exception);
            if (exception is ConnectorTimeoutException)
            {
                _metrics.ConnectorInDoubt(call.Method);
            }

            throw;
        }
    }

    /// <summary>Says that somebody is typing, if that can be said at once. It is worth neither waiting nor repeating.</summary>
    private async Task<ResourceResponse> TypeAsync(ConnectorAddress address, byte[]? body, CancellationToken cancellationToken)
    {
        using var place = _limiter.TryEnter(address.ServiceUrl, address.ConversationId);
        if (place is not null)
        {
            (await _calls.AttemptAsync(new OutgoingCall(HttpMethod.Post, address.Url, body, place), TimeSpan.Zero, cancellationToken)).Dispose();
        }

        return new ResourceResponse();
    }

    // The status says that it was taken. Whatever then happens to the body, sending again would be sending twice.
    private async Task<ResourceResponse> ReadIdAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize(await ReadBodyAsync(response, cancellationToken), BotJson.Default.ResourceResponse) ?? new ResourceResponse();
        }
        catch (JsonException)
        {
            return new ResourceResponse();
        }
    }

    private async Task<byte[]> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_options.ConnectorTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await response.Content.ReadAsByteArrayAsync(either.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            return [];
        }
    }
}
