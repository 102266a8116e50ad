using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmployerCrm.BotFramework;

/// <summary>Takes activities in, runs the bot turn by turn, answers. Also starts conversations again later.</summary>
public sealed class CloudAdapter
{
    private readonly InboundAuthentication _authentication;
    private readonly IConnectorClient _connector;
    private readonly BotFrameworkOptions _options;
    private readonly TimeProvider _time;
    private readonly BotMetrics _metrics;
    private readonly ILogger<CloudAdapter> _logger;
    private readonly ConversationQueue _queue;
    private readonly ActivityIntake _intake;

    internal CloudAdapter(
        InboundAuthentication authentication,
        IConnectorClient connector,
        IOptions<BotFrameworkOptions> options,
        TimeProvider time,
        BotMetrics metrics,
        ILogger<CloudAdapter> logger)
    {
        _authentication = authentication;
        _connector = connector;
        _options = options.Value;
        _time = time;
        _metrics = metrics;
        _logger = logger;
        _queue = new ConversationQueue(_options.MaxTurnsPerConversation, _options.MaxTurns);
        _intake = new ActivityIntake(authentication, _queue, _options, time, metrics, logger);
        metrics.ObserveQueue(() => _queue.Length);
    }

    /// <summary>Turns that run or wait for another turn of their conversation.</summary>
    public int QueueLength => _queue.Length;

    internal int HeldUp => _intake.HeldUp;

    /// <summary>Called when a turn throws, to tell the person (and to set an invoke's answer). The request is then answered as if the turn had ended well.</summary>
    public Func<ITurnContext, Exception, CancellationToken, Task>? OnTurnError { get; set; }

    /// <summary>Answers one request to <c>/api/messages</c>.</summary>
    /// <param name="cancellationToken">Ends the wait for the body. Once an activity has been taken in, its turn is run to the end
    /// (or to <see cref="BotFrameworkOptions.TurnTimeout"/>) even if the caller hangs up, so that an answer that is owed gets sent.</param>
    public async Task ProcessAsync(HttpContext context, IBot bot, CancellationToken cancellationToken)
    {
        if (await _intake.TakeInAsync(context, cancellationToken) is not var (activity, place))
        {
            return;
        }

        var turnContext = new TurnContext(activity, _connector);
        var arrived = _time.GetTimestamp();
        using (place)
        {
            await place.Turn;
            _metrics.TurnWaited(_time.GetElapsedTime(arrived));
            await using var typing = activity.Type == ActivityTypes.Message ? turnContext.TypingAfter(_options.TypingAfter, _time) : null;
            context.Response.StatusCode = await RunAsync(turnContext, bot.OnTurnAsync);
        }

        if (turnContext.InvokeResponse?.Body is { } body && activity.Type == ActivityTypes.Invoke)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            // To a caller who hung up it writes nothing, which is no failure.
            await context.Response.WriteAsync(body.ToJsonString(), CancellationToken.None);
        }
    }

    /// <summary>Runs <paramref name="callback"/> in a conversation of the past, to write there unasked.</summary>
    /// <remarks>It does not wait for the conversation's turns, so that a turn may call it for its own conversation.</remarks>
    /// <exception cref="ServiceUrlNotAllowedException">The reference's service address is not (or no longer) one that may be called.</exception>
    public async Task ContinueConversationAsync(ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        _authentication.RequireAllowed(reference.ServiceUrl);
        var activity = new Activity
        {
            Type = ActivityTypes.Event,
            Name = "ContinueConversation",
            ChannelId = reference.ChannelId,
            ServiceUrl = reference.ServiceUrl,
            Conversation = reference.Conversation,
            From = reference.User,
            Recipient = reference.Bot,
            Locale = reference.Locale,
        };
        await callback(new TurnContext(activity, _connector), cancellationToken);
    }

    private async Task<int> RunAsync(TurnContext turnContext, BotCallbackHandler turn)
    {
        using var timeout = new CancellationTokenSource(_options.TimeoutOf(turnContext.Activity), _time);
        using var measured = new MeasuredTurn(turnContext.Activity, _time, _metrics);
        var isInvoke = turnContext.Activity.Type == ActivityTypes.Invoke;
        try
        {
            try
            {
                await turn(turnContext, timeout.Token);
            }
            catch (Exception exception) when (OnTurnError is not null)
            {
                measured.Failed(exception);
                _logger.TurnFailed(exception.GetType().FullName, exception.StackTrace);
                // The turn's own time may be what ran out.
                using var lastWords = new CancellationTokenSource(_options.ConnectorTimeout, _time);
                await OnTurnError(turnContext, exception, lastWords.Token);
            }
        }
        catch (Exception exception)
        {
            measured.Failed(exception);
            _logger.TurnFailed(exception.GetType().FullName, exception.StackTrace);
            turnContext.InvokeResponse = null;
            return StatusCodes.Status500InternalServerError;
        }

        return isInvoke ? turnContext.InvokeResponse?.Status ?? StatusCodes.Status501NotImplemented : StatusCodes.Status200OK;
    }
}
