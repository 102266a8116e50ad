namespace EmployerCrm.Core.Outbox;

/// <summary>
/// Leaves a channel alone that takes nothing: after several failures in a row nobody calls it for as long as it asked, or a while that doubles. Measured
/// time, so that a clock that is set back holds nothing.
/// </summary>
internal sealed class ChannelHold(OutboxOptions options, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();
    private TimeSpan _until = TimeSpan.Zero;
    private TimeSpan? _asked;
    private int _failures;
    private int _holds;

    /// <summary>How long the channel is left alone from now; zero when it is not.</summary>
    public TimeSpan Left
    {
        get
        {
            lock (_lock)
            {
                var left = _until - time.GetElapsedTime(_start);
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    public void Took()
    {
        lock (_lock)
        {
            (_failures, _holds, _asked, _until) = (0, 0, null, TimeSpan.Zero);
        }
    }

    /// <summary>One more was not taken.</summary>
    /// <returns>How long the channel is left alone, when this failure was one too many.</returns>
    public TimeSpan? Failed(TimeSpan? after)
    {
        lock (_lock)
        {
            if (after is { } wait && !(_asked < wait))
                _asked = wait;
            if (++_failures < options.FailuresInARow)
                return null;
            var hold = _asked ?? BackOff.Doubled(options.FirstPause, options.LongestPause, ++_holds);
            (_failures, _asked) = (0, null);
            _until = time.GetElapsedTime(_start) + hold;
            return hold;
        }
    }
}
