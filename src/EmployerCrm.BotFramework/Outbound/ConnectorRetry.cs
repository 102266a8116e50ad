using System.Net;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace EmployerCrm.BotFramework;

/// <summary>
/// Repeats a call that was certainly or probably not taken: 412, 429, 502, 503, 504, and connections that failed before any answer.
/// Not 500 and not a missing answer: what was sent may have been delivered. Not what the limiter would not let out: it said for how long.
/// </summary>
internal static class ConnectorRetry
{
    public static ResiliencePipeline<HttpResponseMessage> Build(BotFrameworkOptions options, TimeProvider time, BotMetrics metrics, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (options.ConnectorRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.ConnectorRetries,
                Delay = options.ConnectorRetryDelay,
                MaxDelay = options.ConnectorLongestDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(IsWorthRepeating(attempt.Outcome, options.ConnectorLongestDelay, time)),
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } response ? RetryAfter(response, time) : null),
                OnRetry = attempt =>
                {
                    var method = attempt.Outcome.Result?.RequestMessage?.Method.Method ?? "call";
                    var failure = attempt.Outcome.Result?.StatusCode.ToString() ?? attempt.Outcome.Exception?.GetType().Name ?? "";
                    logger.ConnectorRetry(method, failure, attempt.AttemptNumber + 1, attempt.RetryDelay);
                    metrics.ConnectorRetried(attempt.Outcome.Result?.StatusCode, attempt.Outcome.Exception);
                    attempt.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            });
        }

        return builder.Build();
    }

    public static bool IsTransient(HttpStatusCode? status) => status is HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>What the answer asks for, as seconds or as a time of day.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        var wait = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - time.GetUtcNow() : null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome, TimeSpan longest, TimeProvider time) =>
        outcome.Result is { } response
            ? IsTransient(response.StatusCode) && !(RetryAfter(response, time) > longest)
            : outcome.Exception is HttpRequestException;
}
