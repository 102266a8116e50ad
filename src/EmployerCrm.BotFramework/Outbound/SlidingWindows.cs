namespace EmployerCrm.BotFramework;

/// <summary>When calls were made, as far back as the limits look, and when the next one may be made. Times count from the limiter's start.</summary>
internal sealed class SlidingWindows(IReadOnlyList<SendLimit> limits)
{
    private readonly int _most = limits.Count == 0 ? 0 : limits.Max(limit => limit.Count);
    private readonly TimeSpan _longest = limits.Count == 0 ? TimeSpan.Zero : limits.Max(limit => limit.Window);

    // A ring that grows to the largest count of the limits and no further.
    private TimeSpan[] _calls = [];
    private int _next;
    private int _count;

    /// <summary>The earliest time at which a call keeps within every limit; it may lie in the past.</summary>
    /// <param name="now">No call that is under way ends before.</param>
    /// <param name="underWay">Calls that are not counted yet.</param>
    public TimeSpan NextAt(TimeSpan now, int underWay = 0)
    {
        var next = TimeSpan.Zero;
        foreach (var limit in limits)
        {
            // The call that has to be over by then, counted from the latest; none has ended yet if it is one of those under way.
            var number = limit.Count - underWay;
            var free = number <= 0 ? now + limit.Window : number <= _count ? FromTheEnd(number) + limit.Window : TimeSpan.Zero;
            if (free > next)
            {
                next = free;
            }
        }

        return next;
    }

    public void Add(TimeSpan at)
    {
        if (_most == 0)
        {
            return;
        }

        if (_count == _calls.Length && _count < _most)
        {
            var larger = new TimeSpan[Math.Min(_most, Math.Max(8, _count * 2))];
            for (var index = 0; index < _count; index++)
            {
                larger[index] = FromTheEnd(_count - index);
            }

            (_calls, _next) = (larger, _count);
        }

        _calls[_next] = at;
        _next = (_next + 1) % _calls.Length;
        _count = Math.Min(_count + 1, _calls.Length);
    }

    /// <summary>Whether nothing that is remembered matters any more.</summary>
    public bool IsOver(TimeSpan now) => _count == 0 || FromTheEnd(1) + _longest <= now;

    private TimeSpan FromTheEnd(int number) => _calls[(_next - number + _calls.Length) % _calls.Length];
}
