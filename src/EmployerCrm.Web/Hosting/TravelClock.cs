namespace EmployerCrm.Web.Hosting;

/// <summary>The clock of a host in Development: the real one, moved by an offset. Timers and measured times stay real.</summary>
internal sealed class TravelClock : TimeProvider
{
    // The offset of the clock in ticks, read and written as one.
    private long _offset;

    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offset));
        set => Interlocked.Exchange(ref _offset, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    /// <summary>Moves the clock so that it shows this instant now.</summary>
    public void Show(DateTimeOffset instant) => Offset = instant - System.GetUtcNow();
}
