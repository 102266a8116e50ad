using Microsoft.Extensions.Options;

namespace EmployerCrm.BotFramework;

/// <summary>
/// Keeps the calls of one conversation in order, one at a time, and all calls within what the service allows, before it has to say so. Conversations
/// that have been quiet for as long as the limits look back are forgotten.
/// </summary>
internal sealed class SendLimiter
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly IReadOnlyList<(ServiceUrlRule? Rule, SendAllowance Allowance)> _allowances;
    private readonly SendAllowance _teams;
    private readonly SendAllowance _loopback;
    private readonly Lock _lock = new();
    private readonly Dictionary<(SendAllowance Allowance, string ConversationId), ConversationSends> _conversations = [];
    private TimeSpan _sweptAt;
    private int _waiting;

    public SendLimiter(IOptions<BotFrameworkOptions> options, TimeProvider time, BotMetrics metrics)
    {
        _time = time;
        Metrics = metrics;
        metrics.ObserveLimiter(() => _waiting);
        _start = time.GetTimestamp();
        LongestWait = options.Value.ConnectorLongestDelay;
        _allowances = [.. options.Value.SendLimits.Select(entry => (ServiceUrlRule.Parse(entry.ServiceUrl), new SendAllowance(this, entry)))];
        _teams = new SendAllowance(this, SendLimitOptions.Teams);
        _loopback = new SendAllowance(this, SendLimitOptions.None);
    }

    /// <summary>A call that would have to wait for longer is not made now.</summary>
    public TimeSpan LongestWait { get; }

    /// <summary>Conversations that are remembered.</summary>
    public int Conversations
    {
        get
        {
            lock (_lock)
            {
                return _conversations.Count;
            }
        }
    }

    public BotMetrics Metrics { get; }

    public TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Waits until the calls before this one have ended, however they ended. Disposing the result lets the next one in.</summary>
    public async ValueTask<ConversationSends.Place> EnterAsync(Uri serviceUrl, string conversationId, CancellationToken cancellationToken)
    {
        var conversation = Use(serviceUrl, conversationId);
        try
        {
            await conversation.Line.EnterAsync(cancellationToken);
        }
        catch
        {
            Release(conversation);
            throw;
        }

        return new ConversationSends.Place(conversation);
    }

    /// <summary>Enters only if nothing is under way.</summary>
    public ConversationSends.Place? TryEnter(Uri serviceUrl, string conversationId)
    {
        var conversation = Use(serviceUrl, conversationId);
        if (conversation.Line.TryEnter())
        {
            return new ConversationSends.Place(conversation);
        }

        Release(conversation);
        return null;
    }

    // Timers count whole milliseconds: rounded down, the wait would end before its time.
    public async Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), _time, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    internal void Leave(ConversationSends conversation)
    {
        conversation.Line.Leave();
        Release(conversation);
    }

    private ConversationSends Use(Uri serviceUrl, string conversationId)
    {
        var key = (AllowanceOf(serviceUrl), conversationId);
        lock (_lock)
        {
            if (!_conversations.TryGetValue(key, out var conversation))
            {
                _conversations.Add(key, conversation = new ConversationSends(this, key.Item1, conversationId));
            }

            conversation.Users++;
            return conversation;
        }
    }

    private void Release(ConversationSends conversation)
    {
        lock (_lock)
        {
            var now = Now;
            if (--conversation.Users == 0 && conversation.IsOver(now))
            {
                _conversations.Remove((conversation.Allowance, conversation.Id));
            }

            if (now - _sweptAt < SweepEvery)
            {
                return;
            }

            _sweptAt = now;
            foreach (var (key, quiet) in _conversations)
            {
                if (quiet.Users == 0 && quiet.IsOver(now))
                {
                    _conversations.Remove(key);
                }
            }
        }
    }

    private SendAllowance AllowanceOf(Uri serviceUrl)
    {
        foreach (var (rule, allowance) in _allowances)
        {
            if (rule is null || rule.Covers(serviceUrl))
            {
                return allowance;
            }
        }

        return Addressing.IsLoopbackHost(serviceUrl) ? _loopback : _teams;
    }
}
