namespace EmployerCrm.Core.Outbox;

/// <summary>Lets sends out at an even rate. Who comes late by less than a second catches up, so that the rate holds on a busy machine.</summary>
public sealed class SendPace(double perSecond, TimeProvider time)
{
    private static readonly TimeSpan CaughtUp = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _apart = perSecond > 0 ? TimeSpan.FromSeconds(1 / perSecond) : TimeSpan.Zero;
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();
    private TimeSpan _next = TimeSpan.Zero;

    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (_apart == TimeSpan.Zero)
            return;
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetElapsedTime(_start);
            if (_next < now - CaughtUp)
                _next = now;
            wait = _next - now;
            _next += _apart;
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
    }
}
