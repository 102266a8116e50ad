namespace EmployerCrm.TestSupport;

/// <summary>A clock that stands until it is moved; its timers go off when it passes them.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private readonly List<(Predicate<TimeSpan> Due, TaskCompletionSource<TimeSpan> Seen)> _watchers = [];
    // Timers and measured times know nothing of a clock that is set.
    private DateTimeOffset _now = start;
    private TimeSpan _set = TimeSpan.Zero;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now + _set;

    public override long GetTimestamp() => _now.UtcTicks;

    /// <summary>Sets the clock, ahead or back, without any time going by.</summary>
    public void Set(TimeSpan by) => _set += by;

    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_lock)
        {
            _now += by;
            due = _timers.FindAll(timer => timer.DueAt <= _now);
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
        foreach (var timer in due)
        {
            Repeat(timer);
        }
    }

    /// <summary>How many timers run that were set for a time that fits.</summary>
    public int Running(Predicate<TimeSpan> setFor)
    {
        lock (_lock)
        {
            return _timers.Count(timer => setFor(timer.SetFor));
        }
    }

    /// <summary>Waits until something waits on this clock for a time that fits, and returns that time (from now).</summary>
    public Task<TimeSpan> TimerAsync(Predicate<TimeSpan> due)
    {
        var seen = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _watchers.Add((due, seen));
            foreach (var timer in _timers)
            {
                Tell(timer);
            }
        }

        return seen.Task;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Repeat(Timer timer)
    {
        lock (_lock)
        {
            if (timer.Period <= TimeSpan.Zero || _timers.Contains(timer))
            {
                return;
            }

            timer.DueAt = _now + timer.Period;
            _timers.Add(timer);
            Tell(timer);
        }
    }

    private void Set(Timer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime >= TimeSpan.Zero)
            {
                timer.DueAt = _now + dueTime;
                timer.SetFor = dueTime;
                _timers.Add(timer);
                Tell(timer);
            }
        }
    }

    private void Tell(Timer timer)
    {
        var remaining = timer.DueAt - _now;
        foreach (var watcher in _watchers.FindAll(watcher => watcher.Due(remaining)))
        {
            _watchers.Remove(watcher);
            watcher.Seen.SetResult(remaining);
        }
    }

    private sealed class Timer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset DueAt { get; set; }

        public TimeSpan Period { get; private set; }

        public TimeSpan SetFor { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Period = period;
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
