namespace EmployerCrm.BotFramework;

/// <summary>What one entry of the limits allows, over all of its conversations.</summary>
internal sealed class SendAllowance(SendLimiter limiter, SendLimitOptions options)
{
    private readonly Lock _lock = new();
    private readonly SlidingWindows _total = new(SendLimit.ParseList(options.Total) ?? []);
    private TimeSpan _heldUntil = TimeSpan.Zero;
    private (string ConversationId, TimeSpan Until) _lastThrottled = ("", TimeSpan.Zero);

    public IReadOnlyList<SendLimit> PerConversation { get; } = SendLimit.ParseList(options.PerConversation) ?? [];

    /// <summary>Counts one more call, if there may be one now.</summary>
    /// <param name="now">When it was counted.</param>
    /// <param name="wait">Else how long until there may be.</param>
    public bool TryStart(out TimeSpan now, out TimeSpan wait)
    {
        lock (_lock)
        {
            now = limiter.Now;
            wait = Max(_total.NextAt(), _heldUntil) - now;
            if (wait > TimeSpan.Zero)
            {
                return false;
            }

            _total.Add(now);
            return true;
        }
    }

    /// <summary>
    /// A conversation was told that there were too many calls. Teams does not say of whose: two conversations that are told so at the same time
    /// mean that it is the whole tenant, and everybody waits.
    /// </summary>
    public void Throttled(string conversationId, TimeSpan until)
    {
        lock (_lock)
        {
            if (_lastThrottled.ConversationId != conversationId && _lastThrottled.Until > limiter.Now)
            {
                _heldUntil = Max(_heldUntil, Max(until, _lastThrottled.Until));
            }

            _lastThrottled = (conversationId, until);
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
