namespace EmployerCrm.Core.Outbox;

/// <summary>How the outbox is doing, in a few numbers.</summary>
/// <param name="OldestDue">Since when the row waits that might have been sent first; null when none is due.</param>
/// <param name="Dead">Rows that died in the last day.</param>
/// <param name="InDoubt">Rows that came in doubt in the last day.</param>
/// <param name="Stopped">Whether somebody has stopped a channel.</param>
public sealed record OutboxFacts(DateTimeOffset At, DateTimeOffset? OldestDue, int Dead, int InDoubt, bool Stopped)
{
    /// <summary>What waits for longer is a sign that something is wrong: at the usual pace 27,000 messages leave in this time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public TimeSpan Oldest => OldestDue is { } due && due < At ? At - due : TimeSpan.Zero;

    public bool IsBehind => Oldest > Patience;

    public static async Task<OutboxFacts> OfAsync(ICrmSession session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new OutboxFacts(
            now, await session.Outbox.OldestDueAsync(OutboxChannel.Teams, now), await session.Outbox.CountEndedAsync(OutboxState.Dead, now - Day),
            await session.Outbox.CountEndedAsync(OutboxState.InDoubt, now - Day), (await session.Outbox.StopsAsync()).Count > 0);
    }
}
