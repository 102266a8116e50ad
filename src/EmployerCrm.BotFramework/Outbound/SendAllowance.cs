namespace EmployerCrm.BotFramework;

/// <summary>What one entry of the limits allows, over all of its conversations.</summary>
internal sealed class SendAllowance(SendLimiter limiter, SendLimitOptions options)
{
    /// <summary>Fewer are too often a coincidence, and holding everybody back costs more than two more calls that are refused.</summary>
    private const int ConversationsOfATenant = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, TimeSpan> _throttled = new(StringComparer.Ordinal);
    private readonly SlidingWindows _total = new(SendLimit.ParseList(options.Total) ?? []);
    private TimeSpan _heldUntil = TimeSpan.Zero;
    private int _underWay;

    public IReadOnlyList<SendLimit> PerConversation { get; } = SendLimit.ParseList(options.PerConversation) ?? [];

    /// <summary>
    /// Lets one more call out, if there may be one now. The service counts it when it arrives, which is some time before it ends: until then it takes up
    /// room, and from its end on it counts.
    /// </summary>
    /// <param name="now">When it was let out.</param>
    /// <param name="wait">Else how long until there may be.</param>
    public bool TryStart(out TimeSpan now, out TimeSpan wait)
    {
        lock (_lock)
        {
            now = limiter.Now;
            wait = Max(_total.NextAt(now, _underWay), _heldUntil) - now;
            if (wait > TimeSpan.Zero)
            {
                return false;
            }

            _underWay++;
            return true;
        }
    }

    /// <summary>A call that was let out has ended.</summary>
    public void Ended()
    {
        lock (_lock)
        {
            _underWay--;
            _total.Add(limiter.Now);
        }
    }

    /// <summary>
    /// A conversation was told that there were too many calls. Teams does not say of whose: several conversations that are told so one after the other,
    /// with no call taken in between, mean that it is the whole tenant, and everybody waits.
    /// </summary>
    public void Throttled(string conversationId, TimeSpan until)
    {
        lock (_lock)
        {
            _throttled[conversationId] = until;
            if (_throttled.Values.Count(other => other > limiter.Now) >= ConversationsOfATenant)
            {
                _heldUntil = Max(_heldUntil, _throttled.Values.Max());
                _throttled.Clear();
            }
        }
    }

    /// <summary>A call was taken: whoever was told that there were too many was told so for itself.</summary>
    public void Taken()
    {
        lock (_lock)
        {
            _throttled.Clear();
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
