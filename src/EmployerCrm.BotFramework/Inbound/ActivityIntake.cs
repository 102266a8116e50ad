using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.BotFramework;

/// <summary>From a request to an activity with its place in its conversation's line: authenticated, read, in the order of arrival; or refused.</summary>
internal sealed class ActivityIntake(
    InboundAuthentication authentication, ConversationQueue queue, BotFrameworkOptions options, TimeProvider time, BotMetrics metrics, ILogger logger)
{
    private const string RetryAfterSeconds = "5";

    private readonly ArrivalLine _arrivals = new(time);

    /// <summary>Requests that wait for keys or for the rest of their body, and hold up those behind them.</summary>
    public int HeldUp => _arrivals.HeldUp;

    /// <summary>Takes an activity in and gives it its place in its conversation's line; null when it was refused, and answered so.</summary>
    public async Task<(Activity Activity, ConversationQueue.Place Place)?> TakeInAsync(HttpContext context, CancellationToken cancellationToken)
    {
        using var arrival = _arrivals.Enter();
        try
        {
            if (await ReadAsync(context, arrival, cancellationToken) is not { } activity)
            {
                return null;
            }

            await arrival.WaitForEarlierAsync();
            if (queue.TryEnter(activity.ChannelId!, activity.Conversation!.Id!, out var place))
            {
                return (activity, place);
            }

            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            Refuse(context, Refusal.TooManyTurns, StatusCodes.Status503ServiceUnavailable);
            return null;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async ValueTask<Activity?> ReadAsync(HttpContext context, ArrivalLine.Arrival arrival, CancellationToken cancellationToken)
    {
        if (ActivityReader.Refuse(context.Request, options.MaxBodyBytes) is { } status)
        {
            context.Response.StatusCode = status;
            return null;
        }

        // The caller before the body: who is not authenticated does not get as far as the JSON reader. Nor does one who names an unknown key
        // hold others up while we ask for it.
        var authenticating = authentication.OfCallerAsync(context, cancellationToken);
        if (!authenticating.IsCompleted && authentication.AllMustWait)
        {
            arrival.Hold();
        }

        var (refusal, token) = await authenticating;
        if (refusal is not Refusal.None)
        {
            return RefuseCaller(context, refusal);
        }

        var reading = ActivityReader.ReadAsync(context.Request, options.MaxBodyBytes, cancellationToken);
        if (!reading.IsCompleted)
        {
            arrival.Hold();
        }

        var (activity, readStatus) = await reading;
        if (activity is null)
        {
            logger.ActivityUnreadable(readStatus);
            metrics.Unreadable(readStatus);
            context.Response.StatusCode = readStatus;
            return null;
        }

        refusal = authentication.OfActivity(token, activity);
        return refusal is Refusal.None ? activity : RefuseCaller(context, refusal);
    }

    private Activity? RefuseCaller(HttpContext context, Refusal refusal)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        Refuse(context, refusal, StatusCodes.Status401Unauthorized);
        return null;
    }

    private void Refuse(HttpContext context, Refusal refusal, int status)
    {
        logger.CallerRefused(refusal);
        metrics.Refused(refusal);
        context.Response.StatusCode = status;
    }
}
