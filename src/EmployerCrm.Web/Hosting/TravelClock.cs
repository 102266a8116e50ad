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

    /// <summary>
    /// What a chat client beside the host calls now, though this clock was moved, was typed at the moment that this clock shows. What is nearer to this clock than to
    /// the real one comes from somebody who has moved theirs too.
    /// </summary>
    public DateTimeOffset Typed(DateTimeOffset said)
    {
        var (offset, real) = (Offset, System.GetUtcNow());
        return (said - real).Duration() < (said - (real + offset)).Duration() ? said + offset : said;
    }
}
