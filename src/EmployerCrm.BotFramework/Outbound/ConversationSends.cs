using System.Net;

namespace EmployerCrm.BotFramework;

/// <summary>The calls of one conversation: their order, when the last ones were, and until when the service wants none.</summary>
internal sealed class ConversationSends(SendLimiter limiter, SendAllowance allowance, string id)
{
    private readonly SlidingWindows _windows = new(allowance.PerConversation);
    private TimeSpan _heldUntil = TimeSpan.Zero;

    public SendAllowance Allowance => allowance;

    public string Id => id;

    public SendLine Line { get; } = new();

    /// <summary>Calls that run or wait; the limiter counts them.</summary>
    public int Users { get; set; }

    public bool IsOver(TimeSpan now) => _heldUntil <= now && _windows.IsOver(now);

    private SendLimiter Limiter => limiter;

    private TimeSpan FreeAt()
    {
        var next = _windows.NextAt(Limiter.Now);
        return next > _heldUntil ? next : _heldUntil;
    }

    /// <summary>The right to call, until it is disposed of. Used by one caller, one call after the other.</summary>
    internal sealed class Place(ConversationSends conversation) : IDisposable
    {
        private SendLimiter Limiter => conversation.Limiter;

        /// <summary>When the last call was let out, by the limiter's clock.</summary>
        public TimeSpan StartedAt { get; private set; }

        /// <summary>Waits until the next call may be made.</summary>
        /// <exception cref="ConnectorUnavailableException">That would take too long.</exception>
        public async ValueTask WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
        {
            var from = Limiter.Now;
            while (true)
            {
                var wait = conversation.FreeAt() - Limiter.Now;
                if (wait <= TimeSpan.Zero && conversation.Allowance.TryStart(out var now, out wait))
                {
                    StartedAt = now;
                    Limiter.Metrics.LimiterWaited(StartedAt - from);
                    return;
                }

                if (Limiter.Now + wait > from + longest)
                {
                    throw new ConnectorUnavailableException(HttpStatusCode.TooManyRequests, wait);
                }

                await Limiter.DelayAsync(wait, cancellationToken);
            }
        }

        /// <summary>A call was made and has ended: from now on it counts. It arrived earlier, so the service counts it no later than we do.</summary>
        public void Called()
        {
            conversation._windows.Add(Limiter.Now);
            conversation.Allowance.Ended();
        }

        /// <summary>The service wants no calls for a while.</summary>
        public void HoldBack(TimeSpan wait)
        {
            conversation._heldUntil = Limiter.Now + wait;
            conversation.Allowance.Throttled(conversation.Id, conversation._heldUntil);
        }

        /// <summary>The service took a call.</summary>
        public void Taken() => conversation.Allowance.Taken();

        public void Dispose() => Limiter.Leave(conversation);
    }
}
